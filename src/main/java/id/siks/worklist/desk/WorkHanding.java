package id.siks.worklist.desk;

import id.siks.area.Areas;
import id.siks.casework.CaseNoted;
import id.siks.casework.Moments;
import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.identity.Leaves;
import id.siks.platform.BusinessTime;
import id.siks.platform.Conflict;
import id.siks.platform.InvalidInput;
import id.siks.platform.NotFound;
import id.siks.platform.Sentences;
import id.siks.platform.engine.EngineTasks;
import id.siks.worklist.desk.Handings.Handing;
import id.siks.worklist.model.WorkItem;
import id.siks.worklist.notice.Notices.What;
import id.siks.worklist.notice.PersonalNotices;
import id.siks.worklist.talk.CaseTalk;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Passes work from hand to hand: given, asked for help, answered, taken over, put off. Engine and worklist change in one
 * transaction; the case's timeline says who did it, the other is told.
 */
@Service
@Transactional
public class WorkHanding {

    /** Most characters of a message to whoever gets the work. */
    public static final int LONGEST = 500;
    // Late work may be put off a little, so that nobody hides it for long.
    private static final int DAYS_WHEN_LATE = 7;

    private final WorkDesk desk;
    private final Handings handings;
    private final Colleagues colleagues;
    private final CaseTalk talk;
    private final PersonalNotices notices;
    private final EngineTasks engine;
    private final Actors actors;
    private final Leaves leaves;
    private final Areas areas;
    private final Moments moments;
    private final ApplicationEventPublisher events;
    private final BusinessTime time;

    WorkHanding(
            WorkDesk desk,
            Handings handings,
            Colleagues colleagues,
            CaseTalk talk,
            PersonalNotices notices,
            EngineTasks engine,
            Actors actors,
            Leaves leaves,
            Areas areas,
            Moments moments,
            ApplicationEventPublisher events,
            BusinessTime time) {
        this.desk = desk;
        this.handings = handings;
        this.colleagues = colleagues;
        this.talk = talk;
        this.notices = notices;
        this.engine = engine;
        this.actors = actors;
        this.leaves = leaves;
        this.areas = areas;
        this.moments = moments;
        this.events = events;
        this.time = time;
    }

    /**
     * Gives free or own work to a colleague.
     *
     * @param to account id as the page sent it
     * @param reason why, may be empty; faults stand at {@code giveTo} and {@code giveReason}
     */
    public void give(String taskId, String to, String reason, Actor actor) {
        WorkItem item = desk.locked(taskId, actor);
        if (item.assignee() != null) {
            desk.requireOwn(item, actor);
        }
        Actor colleague = colleagues.chosen("giveTo", to, item, actor);
        String why = Sentences.optional("giveReason", reason, LONGEST);
        engine.assign(taskId, colleague.id());
        notices.ofWork(What.GIVEN, colleague.accountId(), item, actor.accountId());
        note(item, "task-given", actor, colleague.displayName() + (why == null ? "" : ": " + why));
    }

    /**
     * Passes somebody else's or free work to one of those who may do it; who had it and who had asked for it are told.
     *
     * @param item locked, and the actor may steer it
     * @param to account id as the page sent it
     * @param reason why, may be empty; faults stand at {@code giveTo} and {@code giveReason}
     */
    public void reassign(WorkItem item, String to, String reason, Actor actor) {
        Actor colleague = colleagues.chosen("giveTo", to, item, actor);
        String why = Sentences.optional("giveReason", reason, LONGEST);
        handOver(item, colleague, What.REASSIGNED, actor);
        notices.ofWork(What.GIVEN, colleague.accountId(), item, actor.accountId());
        note(item, "task-reassigned", actor, colleague.displayName() + (why == null ? "" : ": " + why));
    }

    /** Asks a colleague to work on own work and give it back; what is asked becomes a comment on the case. */
    void ask(String taskId, String to, String question, Actor actor) {
        WorkItem item = desk.locked(taskId, actor);
        desk.requireOwn(item, actor);
        Actor colleague = colleagues.chosen("askTo", to, item, actor);
        String words = Sentences.required("askText", question, LONGEST);
        Long absent = handings.of(taskId).standsInFor();
        engine.delegate(taskId, actor.id(), colleague.id());
        handings.ownedBy(taskId, actor.accountId(), absent);
        talk.keep(item.ref(), item.area(), words, actor);
        notices.ofWork(What.ASKED, colleague.accountId(), item, actor.accountId());
        note(item, "task-asked", actor, colleague.displayName());
    }

    /** Gives back what one was asked to work on; the answer becomes a comment on the case. */
    void answer(String taskId, String answer, Actor actor) {
        WorkItem item = desk.locked(taskId, actor);
        desk.requireAssignee(item, actor);
        Handing agreed = handings.of(taskId);
        if (agreed.owner() == null) {
            throw Conflict.because("worklist.error.not-asked");
        }
        String words = Sentences.required("answer", answer, LONGEST);
        Optional<Actor> back = entitled(agreed.owner(), item);
        engine.giveBack(taskId, back.map(Actor::id).orElse(null));
        back.ifPresent(b -> handings.standsInFor(taskId, agreed.backInPlaceOf(b.accountId())));
        talk.keep(item.ref(), item.area(), words, actor);
        back.ifPresent(b -> notices.ofWork(What.ANSWERED, b.accountId(), item, actor.accountId()));
        note(item, "task-answered", actor, back.map(Actor::displayName).orElse(null));
    }

    /**
     * Takes work out of somebody's hand; he and whoever asked him are told.
     *
     * @param from account id of who had it when the page was made
     */
    void takeOver(String taskId, String from, Actor actor) {
        WorkItem item = desk.locked(taskId, actor);
        if (item.isOf(actor.accountId())) {
            return;
        }
        if (item.assignee() == null || !item.assignee().toString().equals(from)) {
            throw item.assignee() == null
                    ? Conflict.because("worklist.error.not-taken")
                    : Conflict.because("worklist.error.taken", actors.nameOf(item.assignee()));
        }
        handOver(item, actor, What.TAKEN_OVER, actor);
        note(item, "task-taken-over", actor, actors.nameOf(item.assignee()));
    }

    /** The work goes to {@code to}; who had it and who asked him for it are told {@code what}. */
    private void handOver(WorkItem item, Actor to, What what, Actor by) {
        Long owner = handings.of(item.taskId()).owner();
        if (owner == null) {
            engine.assign(item.taskId(), to.id());
        } else {
            engine.giveBack(item.taskId(), to.id());
        }
        Stream.of(Optional.ofNullable(owner), Optional.ofNullable(item.assignee()))
                .flatMap(Optional::stream)
                .filter(account -> account != to.accountId())
                .forEach(account -> notices.ofWork(what, account, item, by.accountId()));
    }

    /**
     * Puts own work off.
     *
     * @param day {@code yyyy-mm-dd}, the day it comes back; null brings it back now. Faults stand at {@code followUp}
     */
    void putOff(String taskId, String day, Actor actor) {
        WorkItem item = desk.locked(taskId, actor);
        desk.requireAssignee(item, actor);
        if (day == null) {
            handings.followUp(taskId, null);
            return;
        }
        ZoneId zone = areas.zoneOf(item.area());
        handings.followUp(
                taskId, possible(day.strip(), item, zone).atStartOfDay(zone).toInstant());
    }

    private LocalDate possible(String day, WorkItem item, ZoneId zone) {
        LocalDate today = time.today(zone);
        LocalDate due = LocalDate.ofInstant(item.dueAt(), zone);
        LocalDate last = time.now().isAfter(item.dueAt()) ? today.plusDays(DAYS_WHEN_LATE) : due;
        LocalDate asked = date(day);
        if (!last.isAfter(today)) {
            throw InvalidInput.at("followUp", "worklist.error.follow-up-due-today");
        }
        if (!asked.isAfter(today) || asked.isAfter(last)) {
            throw InvalidInput.at("followUp", "worklist.error.follow-up", inWords(last, zone, item));
        }
        return asked;
    }

    private String inWords(LocalDate day, ZoneId zone, WorkItem item) {
        return moments.day(day.atStartOfDay(zone).toInstant(), item.area());
    }

    private static LocalDate date(String day) {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeParseException shapeless) {
            throw InvalidInput.at("followUp", "worklist.error.date");
        }
    }

    /** Who gets it back, or his deputy while he is on leave; nobody when he may no longer do it. */
    private Optional<Actor> entitled(long owner, WorkItem item) {
        try {
            return Optional.of(actors.byId(leaves.deputyOf(owner).orElse(owner)))
                    .filter(a -> a.holds(item.role(), item.area()));
        } catch (NotFound closed) {
            return Optional.empty();
        }
    }

    private void note(WorkItem item, String what, Actor by, String words) {
        events.publishEvent(new CaseNoted(List.of(item.ref()), what, by.accountId(), words, time.now()));
    }
}
