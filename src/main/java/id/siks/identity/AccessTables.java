package id.siks.identity;

import id.siks.area.Areas;
import id.siks.identity.AccessSearch.Seen;
import id.siks.platform.InvalidInput;
import id.siks.platform.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Answers of the access log as tables to keep: its lines, and whose data were read. */
@Component
class AccessTables {

    private static final int MOST = 50_000;
    private static final List<String> ENTRIES =
            List.of("at", "account-number", "who", "roles", "what", "whom", "why", "from", "outcome");
    private static final List<String> PEOPLE =
            List.of("whom", "name", "village", "times", "readers", "first-read", "last-read");

    private final AccessSearch search;
    private final Actors actors;
    private final Areas areas;
    private final AccessPurposes purposes;
    private final MessageSource messages;

    AccessTables(AccessSearch search, Actors actors, Areas areas, AccessPurposes purposes, MessageSource messages) {
        this.search = search;
        this.actors = actors;
        this.areas = areas;
        this.purposes = purposes;
        this.messages = messages;
    }

    /**
     * Counts without reading them the lines a file would have; {@link InvalidInput} at {@code until} when they are too many.
     *
     * @param people true for the file of whose data were read, false for that of the lines themselves
     */
    void requireFew(AccessQuery query, boolean people, Actor reader) {
        requireFew(people ? search.people(query, reader, 1).all() : search.count(query, reader, MOST + 1));
    }

    /** The lines, newest first; {@link InvalidInput} at {@code until} when there are too many for a file. */
    Table entries(AccessQuery query, Actor reader, LogTime clock) {
        List<AccessEntry> entries = search.entries(query, null, reader, MOST + 1);
        requireFew(entries.size());
        Map<Long, String> names =
                actors.namesOf(entries.stream().map(AccessEntry::accountId).toList());
        return table(
                ENTRIES,
                entries.stream()
                        .map(e -> Arrays.asList(
                                clock.say(e.at()),
                                e.accountId(),
                                names.get(e.accountId()),
                                roles(e),
                                say("identity.log.kind." + e.kind()),
                                e.subject(),
                                purposes.say(e.purpose()),
                                e.origin(),
                                say("identity.log.outcome." + e.outcome())))
                        .toList());
    }

    /** Whose data were read; {@link InvalidInput} at {@code until} when they are too many for a file. */
    Table people(AccessQuery query, Actor reader, LogTime clock) {
        List<Seen> seen = search.people(query, reader, MOST + 1).seen();
        requireFew(seen.size());
        Map<String, AccessSubjects.Named> names =
                search.names(seen.stream().map(Seen::code).toList(), reader);
        return table(
                PEOPLE,
                seen.stream()
                        .map(s -> Arrays.asList(
                                s.code(),
                                name(names.get(s.code())),
                                names.containsKey(s.code())
                                        ? areas.path(names.get(s.code()).area())
                                        : null,
                                s.times(),
                                s.readers(),
                                clock.say(s.first()),
                                clock.say(s.last())))
                        .toList());
    }

    private String name(AccessSubjects.Named named) {
        if (named == null) {
            return null;
        }
        return named.name() == null ? say("identity.log.nameless") : named.name();
    }

    private String roles(AccessEntry entry) {
        return Arrays.stream(entry.roles().split("\\|"))
                .map(role -> "SYSTEM".equals(role) ? say("identity.system") : role(role))
                .collect(Collectors.joining(", "));
    }

    /** The words of a role; one that is no more, and none, as they stand in the log. */
    private String role(String code) {
        return messages.getMessage("identity.role." + code, null, code, LocaleContextHolder.getLocale());
    }

    private static void requireFew(long lines) {
        if (lines > MOST) {
            throw InvalidInput.at("until", "identity.log.error.many", MOST);
        }
    }

    private Table table(List<String> columns, List<? extends List<?>> lines) {
        return new Table(
                say("identity.log.title"),
                columns.stream().map(c -> say("identity.log." + c)).toList(),
                lines);
    }

    private String say(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
