package id.siks.worklist.list;

import static id.siks.worklist.list.ListFilter.AREA;
import static id.siks.worklist.list.ListFilter.CASE;
import static id.siks.worklist.list.ListFilter.DUE;
import static id.siks.worklist.list.ListFilter.FROM;
import static id.siks.worklist.list.ListFilter.KIND;
import static id.siks.worklist.list.ListFilter.RETURNED;
import static id.siks.worklist.list.ListFilter.SEARCH;
import static id.siks.worklist.list.ListFilter.STAGE;
import static id.siks.worklist.list.ListFilter.STATUS;
import static id.siks.worklist.list.ListFilter.TASK;
import static id.siks.worklist.list.ListFilter.TO;
import static id.siks.worklist.list.ListFilter.WHO;

import id.siks.area.Areas;
import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.platform.Message;
import id.siks.platform.NotFound;
import id.siks.worklist.list.ListView.Chip;
import id.siks.worklist.model.Duties;
import id.siks.worklist.model.TaskHandlers;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says the filters that are on in words, each with the address that takes it off. */
@Component
class ListChips {

    private static final String TEXT = "worklist.chip.text";
    private static final String DAY = "d MMM uuuu";

    private final TaskHandlers handlers;
    private final Areas areas;
    private final Actors actors;

    ListChips(TaskHandlers handlers, Areas areas, Actors actors) {
        this.handlers = handlers;
        this.areas = areas;
        this.actors = actors;
    }

    /** @param searched the name searched for, or null */
    List<Chip> of(ListFilter filter, String searched, Actor reader) {
        List<Chip> chips = new ArrayList<>();
        for (String name : ListFilter.NARROWING) {
            boolean told = name.equals(TO) && filter.has(FROM);
            if (filter.has(name) && !told) {
                List<String> off = name.equals(FROM) ? List.of(FROM, TO) : List.of(name);
                chips.add(new Chip(
                        label(name, filter, searched, reader),
                        filter.without(off).href(),
                        null,
                        true));
            }
        }
        return chips;
    }

    private Message label(String name, ListFilter filter, String searched, Actor reader) {
        String value = filter.get(name);
        return switch (name) {
            case SEARCH -> searched == null
                    ? Message.of("worklist.chip.search-over")
                    : Message.of("worklist.chip.search", searched);
            case CASE -> ListFilter.NO_CASE.equals(value)
                    ? Message.of("worklist.chip.no-case")
                    : Message.of(TEXT, value.replace(",", ", "));
            case STATUS -> Message.of("casework.status." + value);
            case STAGE -> Message.of("worklist.stage." + value);
            case TASK -> Message.of(handlers.titleKey(value));
            case KIND -> Message.of("worklist.kind." + value);
            case AREA -> Message.of(TEXT, areas.get(filter.area()).name());
            case DUE -> Message.of("worklist.due-filter." + value);
            case FROM, TO -> span(filter.date(FROM), filter.date(TO));
            case WHO -> who(value, reader);
            case RETURNED -> Message.of("worklist.filter.returned");
            default -> throw new IllegalArgumentException(name);
        };
    }

    private Message who(String value, Actor reader) {
        return Character.isDigit(value.charAt(0))
                ? colleague(Long.parseLong(value), reader)
                        .map(name -> Message.of("worklist.item.taken", name))
                        .orElse(Message.of("worklist.chip.stranger"))
                : Message.of("worklist.who." + value);
    }

    // An address names an account by its number: nobody reads the names of strangers by counting.
    private Optional<String> colleague(long account, Actor reader) {
        try {
            return Optional.of(actors.byId(account))
                    .filter(other -> Duties.share(reader, other))
                    .map(Actor::displayName);
        } catch (NotFound closed) {
            return Optional.empty();
        }
    }

    private static Message span(LocalDate from, LocalDate to) {
        if (from == null) {
            return Message.of("worklist.chip.until", day(to));
        }
        return to == null
                ? Message.of("worklist.chip.from", day(from))
                : Message.of("worklist.chip.span", day(from), day(to));
    }

    private static String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(DAY, LocaleContextHolder.getLocale()).format(day);
    }
}
