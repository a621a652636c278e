package id.siks.casework;

import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.casework.CaseChanges.Change;
import id.siks.casework.CaseEvents.Event;
import id.siks.casework.CaseModels.Followed;
import id.siks.identity.Actors;
import id.siks.identity.PastRoles.Deed;
import id.siks.identity.Role;
import id.siks.platform.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The whole trail of one case as a table: who did what when and why, every value before and after (glossary 12). */
@Component
class CaseTrail {

    /** The engine writes its own moment; within one transaction the two differ by moments. */
    private static final Duration ONE_TRANSACTION = Duration.ofSeconds(5);

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final List<String> HEADS = List.of(
            "at",
            "what",
            "status",
            "role",
            "account",
            "person",
            "absent",
            "code",
            "sentence",
            "note",
            "group",
            "field",
            "before",
            "after",
            "model");

    private final CaseEvents events;
    private final List<CaseChanges> changes;
    private final List<CaseModels> models;
    private final EventLabels labels;
    private final Moments moments;
    private final Actors actors;
    private final Areas areas;
    private final MessageSource messages;

    CaseTrail(
            CaseEvents events,
            List<CaseChanges> changes,
            List<CaseModels> models,
            EventLabels labels,
            Moments moments,
            Actors actors,
            Areas areas,
            MessageSource messages) {
        this.events = events;
        this.changes = changes;
        this.models = models;
        this.labels = labels;
        this.moments = moments;
        this.actors = actors;
        this.areas = areas;
        this.messages = messages;
    }

    /** Everything about the case, oldest first; what needs a purpose in full only when {@code whole}. */
    Table of(CaseSummary summary, boolean whole) {
        CaseRef ref = summary.ref();
        List<Followed> followed =
                models.stream().flatMap(m -> m.of(ref).stream()).toList();
        Stream<Line> happened = events.of(ref, summary.area()).stream().map(e -> happened(e, summary.area(), followed));
        List<Change> values =
                changes.stream().flatMap(c -> c.of(ref, whole).stream()).toList();
        People people = people(values, summary.area());
        Stream<Line> changed = values.stream().map(c -> changed(c, summary.area(), people, followed));
        return new Table(
                word("sheet"),
                HEADS.stream().map(this::word).toList(),
                Stream.concat(happened, changed)
                        .sorted(Comparator.comparing(Line::at))
                        .map(Line::cells)
                        .toList());
    }

    private Line happened(Event event, AreaCode area, List<Followed> followed) {
        TimelineEntry entry = event.entry();
        Reason reason = entry.reason();
        return new Line(
                entry.at(),
                Arrays.asList(
                        moment(entry.at(), area),
                        labels.of(entry),
                        say("casework.status." + entry.status()),
                        role(entry.by(), event.role()),
                        entry.by(),
                        event.by(),
                        event.absent(),
                        reason == null ? null : reason.code().name(),
                        reason == null ? null : reason.sentence(),
                        entry.note(),
                        entry.group(),
                        null,
                        null,
                        null,
                        model(entry.at(), followed)));
    }

    /** One deed changes many values, so those who did them are looked up together. */
    private People people(List<Change> values, AreaCode area) {
        List<Change> known = values.stream().filter(c -> c.by() != null).toList();
        return new People(
                actors.namesOf(known.stream().map(Change::by).toList()),
                events.rolesOf(known.stream().map(CaseTrail::deed).toList(), area));
    }

    private static Deed deed(Change change) {
        return new Deed(change.by(), change.at());
    }

    private Line changed(Change change, AreaCode area, People people, List<Followed> followed) {
        Long by = change.by();
        return new Line(
                change.at(),
                Arrays.asList(
                        moment(change.at(), area),
                        say("casework.event." + change.what()),
                        null,
                        role(by, by == null ? null : people.roles.get(deed(change))),
                        by,
                        by == null ? null : people.names.get(by),
                        null,
                        null,
                        null,
                        null,
                        null,
                        change.field(),
                        change.before(),
                        change.after(),
                        model(change.at(), followed)));
    }

    private String moment(Instant at, AreaCode area) {
        return MOMENT.format(at.atZone(areas.zoneOf(area))) + " " + moments.zoneName(area);
    }

    private String role(Long by, Role role) {
        if (by == null) {
            return say("casework.timeline.system");
        }
        return role == null ? null : say("identity.role." + role);
    }

    /** The versions in force then, several while a visit runs beside its case. */
    private static String model(Instant at, List<Followed> followed) {
        return followed.stream()
                .filter(f -> !f.from().isAfter(at.plus(ONE_TRANSACTION)))
                .filter(f -> f.until() == null || !f.until().isBefore(at.minus(ONE_TRANSACTION)))
                .map(f -> f.process() + " " + f.version())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private String word(String column) {
        return say("casework.trail." + column);
    }

    private String say(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    /** Those who changed something: their names, and the role each had when he did. */
    private record People(Map<Long, String> names, Map<Deed, Role> roles) {}

    private record Line(Instant at, List<?> cells) {}
}
