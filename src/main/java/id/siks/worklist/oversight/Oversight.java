package id.siks.worklist.oversight;

import id.siks.area.Areas;
import id.siks.casework.CaseNoted;
import id.siks.casework.Moments;
import id.siks.casework.Rungs;
import id.siks.casework.ToldRung;
import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.identity.Posts;
import id.siks.identity.Posts.Post;
import id.siks.platform.BusinessTime;
import id.siks.platform.Conflict;
import id.siks.platform.NotFound;
import id.siks.platform.Refused;
import id.siks.platform.Sentences;
import id.siks.platform.engine.EngineTasks;
import id.siks.worklist.desk.WorkDesk;
import id.siks.worklist.desk.WorkHanding;
import id.siks.worklist.model.DueMoves;
import id.siks.worklist.model.WorkItem;
import id.siks.worklist.notice.Notices.What;
import id.siks.worklist.notice.PersonalNotices;
import id.siks.worklist.talk.CaseTalk;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a supervisor does about one piece of work of others. Whether he may is checked with the row in hand: work of an area
 * he does not supervise does not exist for him ({@link NotFound}), work that is not below his own role is {@link Refused}, and
 * so is passing it on or moving its deadline for a camat, who only reminds and notes.
 * The case tells what was done, whoever has the work is told, or its team while nobody has it.
 */
@Service
@Transactional
public class Oversight {

    /** Fewest characters of the reason for another deadline. */
    public static final int SHORTEST_REASON = 10;

    /** Most characters of a note or a reason. */
    public static final int LONGEST = 500;

    private final WorkDesk desk;
    private final WorkHanding handing;
    private final Supervision supervision;
    private final Reminders reminders;
    private final Rungs rungs;
    private final NewDue newDue;
    private final DueMoves moves;
    private final CaseTalk talk;
    private final PersonalNotices notices;
    private final EngineTasks engine;
    private final Actors actors;
    private final Posts posts;
    private final Areas areas;
    private final Moments moments;
    private final ApplicationEventPublisher events;
    private final BusinessTime time;

    Oversight(
            WorkDesk desk,
            WorkHanding handing,
            Supervision supervision,
            Reminders reminders,
            Rungs rungs,
            NewDue newDue,
            DueMoves moves,
            CaseTalk talk,
            PersonalNotices notices,
            EngineTasks engine,
            Actors actors,
            Posts posts,
            Areas areas,
            Moments moments,
            ApplicationEventPublisher events,
            BusinessTime time) {
        this.desk = desk;
        this.handing = handing;
        this.supervision = supervision;
        this.reminders = reminders;
        this.rungs = rungs;
        this.newDue = newDue;
        this.moves = moves;
        this.talk = talk;
        this.notices = notices;
        this.engine = engine;
        this.actors = actors;
        this.posts = posts;
        this.areas = areas;
        this.moments = moments;
        this.events = events;
        this.time = time;
    }

    /** Passes the work to one of those who may do it, whoever has it now. Faults stand as in {@link WorkHanding#reassign}. */
    public void reassign(String taskId, String to, String reason, Actor actor) {
        handing.reassign(steered(taskId, actor), to, reason, actor);
    }

    /** Reminds of the work; {@link Conflict} when that was done today, or when there is nobody to remind. */
    public void remind(String taskId, Actor actor) {
        WorkItem item = locked(taskId, actor);
        ZoneId zone = areas.zoneOf(item.area());
        Instant today = time.today(zone).atStartOfDay(zone).toInstant();
        if (!reminders.mark(taskId, time.now(), today)) {
            throw Conflict.because("worklist.remind.error.today");
        }
        if (notices.ofWork(What.REMINDED, those(item), item, actor.accountId()) == 0) {
            throw Conflict.because("worklist.remind.error.nobody");
        }
        rungs.answered(taskId, ToldRung.Deed.REMINDED);
        tell(item, "task-reminded", actor, item.assignee() == null ? null : actors.nameOf(item.assignee()));
    }

    /**
     * Leaves a note among the comments of the case.
     *
     * @param words 3 to {@value #LONGEST} characters; faults stand at {@code note}
     */
    public void note(String taskId, String words, Actor actor) {
        WorkItem item = locked(taskId, actor);
        talk.note(item.ref(), item.area(), note(words), actor);
        rungs.answered(taskId, ToldRung.Deed.NOTED);
        notices.ofWork(What.NOTED, those(item), item, actor.accountId());
    }

    /** The words of a note, tidied; faults stand at {@code note}. */
    public static String note(String words) {
        return Sentences.required("note", words, LONGEST);
    }

    /**
     * Moves the deadline to the close of offices on another day.
     *
     * @param day {@code yyyy-mm-dd}: a working day within two months, not after the cut-off the work has; faults stand at
     *     {@code dueDay}
     * @param reason {@value #SHORTEST_REASON} to {@value #LONGEST} characters; faults stand at {@code dueReason}
     */
    public void moveDue(String taskId, String day, String reason, Actor actor) {
        WorkItem item = steered(taskId, actor);
        String why = reason(reason);
        Instant due = newDue.of(NewDue.day(day), item);
        engine.reschedule(Map.of(taskId, due));
        moves.mark(taskId, new DueMoves.Move(actor.accountId(), item.dueAt(), why), due);
        notices.ofDue(those(item), item, due, actor.accountId());
        tell(
                item,
                "due-moved",
                actor,
                moments.full(item.dueAt(), item.area()) + " → " + moments.full(due, item.area()) + ": " + why);
    }

    /** Refuses at {@code dueDay} a day that is none or on which none of the work can be due. */
    @Transactional(readOnly = true)
    public void requireDay(String day, List<WorkItem> items) {
        newDue.requireForOne(NewDue.day(day), items);
    }

    /** The words of a reason, tidied; faults stand at {@code dueReason}. */
    public static String reason(String words) {
        return Sentences.required("dueReason", words, SHORTEST_REASON, LONGEST);
    }

    private WorkItem locked(String taskId, Actor actor) {
        WorkItem item = desk.locked(taskId, actor, supervision::covers);
        // He may have waited for it: what he still is counts.
        if (!supervision.over(actors.again(actor), item)) {
            throw Refused.because("worklist.oversight.error.above");
        }
        return item;
    }

    /** {@link #locked}; {@link Refused} also for somebody who only reminds and notes. */
    private WorkItem steered(String taskId, Actor actor) {
        WorkItem item = locked(taskId, actor);
        if (!supervision.steers(actors.again(actor), item)) {
            throw Refused.because("worklist.oversight.error.steers-not");
        }
        return item;
    }

    /** Who has the work, or everybody who may take it and is there. */
    private List<Long> those(WorkItem item) {
        return item.assignee() != null
                ? List.of(item.assignee())
                : posts.accountsHolding(List.of(new Post(item.role(), item.area()))).values().stream()
                        .flatMap(List::stream)
                        .toList();
    }

    private void tell(WorkItem item, String what, Actor by, String words) {
        events.publishEvent(new CaseNoted(List.of(item.ref()), what, by.accountId(), words, time.now()));
    }
}
