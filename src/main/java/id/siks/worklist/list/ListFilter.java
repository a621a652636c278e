package id.siks.worklist.list;

import id.siks.area.AreaCode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a list shows and in which order: the parameters of its address, of which only valid ones are kept. Made by {@link
 * ListFilters}.
 */
final class ListFilter {

    static final String TAB = "tab";
    static final String STAGE = "stage";
    static final String KIND = "kind";
    static final String TASK = "task";
    static final String AREA = "area";
    static final String DUE = "due";
    static final String FROM = "from";
    static final String TO = "to";
    static final String WHO = "who";
    static final String RETURNED = "returned";
    static final String CASE = "case";
    static final String STATUS = "status";
    static final String SEARCH = "search";
    static final String SORT = "sort";

    /** Everything that makes the list shorter, in the order chips are shown. */
    static final List<String> NARROWING =
            List.of(SEARCH, CASE, STATUS, STAGE, TASK, KIND, AREA, DUE, FROM, TO, WHO, RETURNED);

    static final String FREE = "free";
    static final String ME = "me";
    static final String OTHERS = "others";
    /** Value of {@link #CASE} when a number led to no case. */
    static final String NO_CASE = "none";

    private final Map<String, String> values;

    ListFilter(Map<String, String> values) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public Tab tab() {
        return Tab.named(values.get(TAB));
    }

    public Sort sort() {
        return Sort.named(values.get(SORT));
    }

    /** Value of a parameter, or null. */
    public String get(String name) {
        return values.get(name);
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    AreaCode area() {
        return has(AREA) ? new AreaCode(get(AREA)) : null;
    }

    LocalDate date(String name) {
        return has(name) ? LocalDate.parse(get(name)) : null;
    }

    /** Numbers of the cases to show; an empty list shows nothing, null shows all. */
    List<String> cases() {
        if (!has(CASE)) {
            return null;
        }
        return NO_CASE.equals(get(CASE)) ? List.of() : List.of(get(CASE).split(","));
    }

    /** True when the list is shorter than its tab. */
    public boolean isNarrow() {
        return NARROWING.stream().anyMatch(this::has);
    }

    /** The same without what is searched for, which is never kept. */
    public ListFilter lasting() {
        return without(List.of(SEARCH, CASE));
    }

    /** How many filters are on. */
    public long size() {
        return NARROWING.stream()
                .filter(this::has)
                .filter(name -> !name.equals(TO) || !has(FROM))
                .count();
    }

    /** The same with another value of one parameter. */
    ListFilter with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.put(name, value);
        return new ListFilter(changed);
    }

    /** The same without these parameters. */
    ListFilter without(List<String> names) {
        Map<String, String> rest = new LinkedHashMap<>(values);
        rest.keySet().removeAll(names);
        return new ListFilter(rest);
    }

    /** The parameters as they stand behind the question mark of the address; empty when all are usual. */
    String query() {
        return values.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Address of the list. */
    public String href() {
        return values.isEmpty() ? "/worklist" : "/worklist?" + query();
    }

    /** Address of the page of the list that begins after an item. */
    String href(String after) {
        return href() + (values.isEmpty() ? "?" : "&") + "after=" + after;
    }

    /** The parameters as they are. */
    public Map<String, String> values() {
        return values;
    }
}
