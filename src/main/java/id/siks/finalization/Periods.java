package id.siks.finalization;

import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.area.Areas;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseTurns;
import id.siks.casework.Moments;
import id.siks.finalization.model.BatchItems;
import id.siks.finalization.model.Calendars;
import id.siks.finalization.model.Calendars.Choice;
import id.siks.finalization.model.Calendars.Followed;
import id.siks.finalization.model.Closings;
import id.siks.finalization.model.Level;
import id.siks.finalization.model.PeriodBook;
import id.siks.finalization.model.SecondPerson;
import id.siks.finalization.model.StalePages;
import id.siks.finalization.process.PeriodFinalization;
import id.siks.finalization.process.PeriodFinalizationProcess;
import id.siks.finalization.process.PeriodSequence;
import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.identity.Jurisdiction;
import id.siks.identity.Role;
import id.siks.platform.BusinessTime;
import id.siks.platform.Conflict;
import id.siks.platform.InvalidInput;
import id.siks.platform.NotFound;
import id.siks.platform.Refused;
import id.siks.platform.Sentences;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The periods of the regencies: their dates, and the regency's own list. What needs somebody's hand checks his role and
 * territory ({@link NotFound}) and completes the engine's task in the same transaction; somebody faster is a
 * {@link Conflict}.
 */
@Service
@Transactional
public class Periods {

    private static final Duration A_MOMENT = Duration.ofMinutes(10);
    private static final int FARTHEST_YEARS = 2;
    private static final int SHORTEST = 10;
    private static final int LONGEST = 1000;

    private final PeriodBook book;
    private final Calendars calendars;
    private final Closings closings;
    private final BatchItems items;
    private final SecondPerson secondPerson;
    private final StalePages stalePages;
    private final PeriodSequence sequence;
    private final PeriodFinalizationProcess process;
    private final CaseTurns turns;
    private final Jurisdiction jurisdiction;
    private final Actors actors;
    private final Areas areas;
    private final Moments moments;
    private final BusinessTime time;
    private final ApplicationEventPublisher events;

    Periods(
            PeriodBook book,
            Calendars calendars,
            Closings closings,
            BatchItems items,
            SecondPerson secondPerson,
            StalePages stalePages,
            PeriodSequence sequence,
            PeriodFinalizationProcess process,
            CaseTurns turns,
            Jurisdiction jurisdiction,
            Actors actors,
            Areas areas,
            Moments moments,
            BusinessTime time,
            ApplicationEventPublisher events) {
        this.book = book;
        this.calendars = calendars;
        this.closings = closings;
        this.items = items;
        this.secondPerson = secondPerson;
        this.stalePages = stalePages;
        this.sequence = sequence;
        this.process = process;
        this.turns = turns;
        this.jurisdiction = jurisdiction;
        this.actors = actors;
        this.areas = areas;
        this.moments = moments;
        this.time = time;
        this.events = events;
    }

    /** The open period of the regency {@code any} lies in: the one its villages can finalise now. */
    @Transactional(readOnly = true)
    public Optional<PeriodView> openFor(AreaCode any) {
        return book.earliest(any.at(AreaLevel.REGENCY), PeriodState.OPEN);
    }

    /** The earliest period of the regency {@code any} lies in whose list can still grow: open, closing or planned. */
    @Transactional(readOnly = true)
    public Optional<PeriodView> currentFor(AreaCode any) {
        return book.earliestUnsealed(any.at(AreaLevel.REGENCY));
    }

    /** The periods of the regency {@code any} lies in that are planned or under way, the earliest first. */
    @Transactional(readOnly = true)
    public List<PeriodView> ahead(AreaCode any) {
        return book.unfinished(any.at(AreaLevel.REGENCY));
    }

    /** The period with this number. */
    @Transactional(readOnly = true)
    public Optional<PeriodView> find(CaseRef period) {
        return book.find(period);
    }

    /**
     * Lets a regency follow another calendar and cadence, from the next period that is planned; what is planned already
     * keeps its dates. What it follows already is not written down again. Only the regency's office head may (glossary 2: a cadence per regency; 5).
     *
     * @param sentence why, 10 letters to 1,000 characters
     */
    public void follow(AreaCode regency, String calendar, Cadence cadence, String sentence, Actor by) {
        jurisdiction.require(by, Role.REGENCY_OFFICE_HEAD, regency);
        if (!calendars.codes().contains(calendar)) {
            throw InvalidInput.at("calendar", "finalization.error.calendar-unknown");
        }
        String why = sentence(sentence);
        if (!calendars.followed(regency).equals(new Followed(calendar, cadence))) {
            calendars.follow(regency, calendar, cadence, why, by.accountId(), time.now());
        }
    }

    /**
     * The same by somebody who has seen what was chosen before.
     *
     * @param seen number of the latest choice, 0 when there was none; {@link Conflict} naming who has chosen since
     */
    public void follow(AreaCode regency, Followed chosen, long seen, String sentence, Actor by) {
        jurisdiction.require(by, Role.REGENCY_OFFICE_HEAD, regency);
        calendars.lock(regency);
        Choice latest = calendars.choices(regency).stream().findFirst().orElse(null);
        if (latest != null && latest.id() != seen) {
            throw Conflict.because(
                    "finalization.error.calendar-stale",
                    actors.nameOf(latest.by()),
                    moments.full(latest.at(), regency));
        }
        follow(regency, chosen.calendar(), chosen.cadence(), sentence, by);
    }

    /**
     * Plans the period of a regency that closes in {@code month}, with the dates of its calendar, and starts its process.
     * Planned already: that one is answered.
     */
    public PeriodView plan(AreaCode regency, YearMonth month) {
        return sequence.plan(areas.get(regency.at(AreaLevel.REGENCY)).code(), month);
    }

    /**
     * Moves a date of a period, earlier or later, never into the past ({@code to} a moment ago counts as now) nor more than
     * two years ahead, and announces {@link CutoffMoved}. Only the regency's office head may; {@link Refused} when the date
     * has come, whether its timer has fired already or not.
     *
     * @param seen version of the period somebody saw; {@link Conflict} when it is another one by now, naming whoever moved a
     *     date of it
     * @param sentence why, 10 letters to 1,000 characters
     */
    public void moveCutoff(CaseRef period, Long seen, Milestone milestone, Instant to, String sentence, Actor by) {
        PeriodView before = lockFor(period, Role.REGENCY_OFFICE_HEAD, by);
        stalePages.require(seen, before);
        move(before, milestone, to, sentence, by);
    }

    private void move(PeriodView before, Milestone milestone, Instant to, String sentence, Actor by) {
        CaseRef period = before.ref();
        String why = sentence(sentence);
        Instant now = book.now();
        if (to.isBefore(now.minus(A_MOMENT))) {
            throw InvalidInput.at("at", "finalization.error.moved-into-past");
        }
        if (to.isAfter(now.atZone(before.zone()).plusYears(FARTHEST_YEARS).toInstant())) {
            throw InvalidInput.at("at", "finalization.error.at-far");
        }
        Instant date = to.isBefore(now) ? now : to;
        if (date.equals(before.at(milestone))) {
            throw InvalidInput.at("at", "finalization.error.moved-nowhere");
        }
        PeriodView after = book.move(period, milestone, date, now);
        book.moved(period, milestone, before.at(milestone), date, why, by.accountId(), now);
        process.moved(after, milestone);
        if (milestone == Milestone.VILLAGE_CUTOFF) {
            sequence.villageCutoffMoved(after);
        }
        events.publishEvent(new CutoffMoved(
                period, before.regency(), milestone, before.at(milestone), date, why, by.accountId(), now));
    }

    /** The verifier closes the regency's list before the cut-off does. */
    public void closeRegency(CaseRef period, Actor by) {
        PeriodView view = lockFor(period, Role.REGENCY_VERIFIER, by);
        closings.requireOpen(period, Level.REGENCY, view.regency());
        if (view.state() != PeriodState.VILLAGES_CLOSED) {
            throw Conflict.because("finalization.error.gone-on");
        }
        secondPerson.require(period, Level.REGENCY, by);
        closings.closed(
                period, Level.REGENCY, view.regency(), by.accountId(), time.now(), items.count(period, "APPROVED"));
        process.done(period, PeriodFinalization.CLOSE_REGENCY);
    }

    private PeriodView lockFor(CaseRef period, Role role, Actor by) {
        // Before the period, as whoever has a task of it: both come to the work on it later.
        turns.take(period);
        PeriodView view = book.lock(period);
        jurisdiction.require(actors.again(by), role, view.regency());
        return view;
    }

    private static String sentence(String text) {
        return Sentences.required("sentence", text, SHORTEST, LONGEST);
    }
}
