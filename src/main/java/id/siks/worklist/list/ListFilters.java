package id.siks.worklist.list;

import static id.siks.worklist.list.ListFilter.AREA;
import static id.siks.worklist.list.ListFilter.CASE;
import static id.siks.worklist.list.ListFilter.DUE;
import static id.siks.worklist.list.ListFilter.FROM;
import static id.siks.worklist.list.ListFilter.KIND;
import static id.siks.worklist.list.ListFilter.NO_CASE;
import static id.siks.worklist.list.ListFilter.RETURNED;
import static id.siks.worklist.list.ListFilter.SEARCH;
import static id.siks.worklist.list.ListFilter.SORT;
import static id.siks.worklist.list.ListFilter.STAGE;
import static id.siks.worklist.list.ListFilter.STATUS;
import static id.siks.worklist.list.ListFilter.TAB;
import static id.siks.worklist.list.ListFilter.TASK;
import static id.siks.worklist.list.ListFilter.TO;
import static id.siks.worklist.list.ListFilter.WHO;

import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.worklist.model.Stage;
import id.siks.worklist.model.TaskHandlers;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Reads a list's address. A value that is not in the list, and one that does nothing in the tab, counts as not given; nothing is
 * ever refused.
 */
@Component
class ListFilters {

    /** Kinds of cases that have user tasks. Labels are {@code worklist.kind.<code>}. */
    static final List<String> KINDS = List.of("NEW_REGISTRATION", "VILLAGE_MEETING", "FIELD_CHECK", "PERIOD");

    /** Due dates by name. Labels are {@code worklist.due-filter.<name>}. */
    static final List<String> DUES = List.of("late", "today", "week");

    private static final Set<String> WHOSE = Set.of(ListFilter.FREE, ListFilter.ME, ListFilter.OTHERS);
    private static final int MOST_CASES = 20;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2200;

    private final Map<String, UnaryOperator<String>> readers = new LinkedHashMap<>();

    ListFilters(TaskHandlers handlers, Areas areas) {
        readers.put(TAB, text -> unless(Tab.TEAM.word(), Tab.named(text).word()));
        readers.put(SEARCH, text -> text.matches("[a-z0-9]{10}") ? text : null);
        readers.put(CASE, ListFilters::cases);
        readers.put(STATUS, ListFilters::status);
        readers.put(STAGE, text -> Stage.named(text).map(Stage::name).orElse(null));
        readers.put(TASK, text -> handlers.knows(text) ? text : null);
        readers.put(KIND, text -> KINDS.contains(text) ? text : null);
        readers.put(AREA, text -> area(text, areas));
        readers.put(DUE, text -> DUES.contains(text) ? text : null);
        readers.put(FROM, ListFilters::date);
        readers.put(TO, ListFilters::date);
        readers.put(WHO, text -> WHOSE.contains(text) || text.matches("[1-9]\\d{0,17}") ? text : null);
        readers.put(RETURNED, text -> text.equals("1") ? text : null);
        readers.put(SORT, text -> unless(Sort.DUE.word(), Sort.named(text).word()));
    }

    ListFilter of(Map<String, String> asked) {
        Map<String, String> valid = new LinkedHashMap<>();
        readers.forEach((name, reader) -> {
            String text = asked.get(name);
            String value = text == null ? null : reader.apply(text.strip());
            if (value != null) {
                valid.put(name, value);
            }
        });
        forward(valid);
        Tab tab = Tab.named(valid.get(TAB));
        valid.keySet().removeIf(name -> !tab.reads(name));
        if (!tab.sorts().contains(Sort.named(valid.get(SORT)))) {
            valid.remove(SORT);
        }
        return new ListFilter(valid);
    }

    // Days that were given the wrong way round are meant the other way.
    private static void forward(Map<String, String> valid) {
        String from = valid.get(FROM);
        String to = valid.get(TO);
        if (from != null && to != null && LocalDate.parse(from).isAfter(LocalDate.parse(to))) {
            valid.put(FROM, to);
            valid.put(TO, from);
        }
    }

    private static String unless(String usual, String value) {
        return value.equals(usual) ? null : value;
    }

    private static String status(String text) {
        return Stream.of(CaseStatus.values())
                .map(CaseStatus::name)
                .filter(text::equals)
                .findFirst()
                .orElse(null);
    }

    private static String cases(String text) {
        List<String> refs = Arrays.stream(text.split(","))
                .filter(CaseRef::isShaped)
                .distinct()
                .limit(MOST_CASES)
                .toList();
        return refs.isEmpty() ? unless("", text.equals(NO_CASE) ? NO_CASE : "") : String.join(",", refs);
    }

    private static String area(String text, Areas areas) {
        String code = text.replace(".", "");
        return AreaCode.isShaped(code) && areas.find(new AreaCode(code)).isPresent() ? code : null;
    }

    private static String date(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            return date.getYear() >= FIRST_YEAR && date.getYear() < LAST_YEAR ? date.toString() : null;
        } catch (DateTimeException noDate) {
            return null;
        }
    }
}
