package id.siks.worklist.talk;

import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseSight;
import id.siks.casework.CaseSummary;
import id.siks.casework.Timeline;
import id.siks.identity.AccessKind;
import id.siks.identity.AccessLog;
import id.siks.identity.AccessOutcome;
import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.identity.Jurisdiction;
import id.siks.identity.Scope;
import id.siks.platform.BusinessTime;
import id.siks.platform.NotFound;
import id.siks.platform.Page;
import id.siks.platform.Sentences;
import id.siks.worklist.notice.PersonalNotices;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What those who handle a case tell each other about it. Whoever sees a family's case reads all of it; in a case everybody
 * within its area follows, what is said about the work of one village is read by those who see that village.
 */
@Service
@Transactional
public class CaseTalk {

    static final int LONGEST = 1000;

    private final Comments comments;
    private final PersonalNotices notices;
    private final CaseSight sight;
    private final Jurisdiction jurisdiction;
    private final Areas areas;
    private final Timeline timeline;
    private final Actors actors;
    private final AccessLog log;
    private final BusinessTime time;

    CaseTalk(
            Comments comments,
            PersonalNotices notices,
            CaseSight sight,
            Jurisdiction jurisdiction,
            Areas areas,
            Timeline timeline,
            Actors actors,
            AccessLog log,
            BusinessTime time) {
        this.comments = comments;
        this.notices = notices;
        this.sight = sight;
        this.jurisdiction = jurisdiction;
        this.areas = areas;
        this.timeline = timeline;
        this.actors = actors;
        this.log = log;
        this.time = time;
    }

    /** The case, when the actor sees it; {@link NotFound} else. What he reads is written down. */
    CaseSummary open(String number, Actor actor) {
        CaseRef ref = reference(number);
        CaseSummary summary = timeline.summaries(List.of(ref)).get(ref);
        boolean seen = summary != null && sight.sees(actor, ref, summary.area());
        log.record(
                actor,
                AccessKind.READ,
                "casework:" + ref,
                "comments",
                seen ? AccessOutcome.GRANTED : AccessOutcome.REFUSED);
        if (!seen) {
            throw new NotFound("case " + ref + " for account " + actor.id());
        }
        return summary;
    }

    /**
     * What a comment written on the page of the case is about, null for the whole case: what was asked for, else the case or
     * as much of it as the actor sees.
     *
     * @param asked code of an area within the case's; {@link NotFound} when the actor does not see it
     */
    AreaCode about(CaseSummary summary, String asked, Actor actor) {
        if (!sight.isCommon(summary.ref())) {
            return null;
        }
        if (asked != null && !asked.isEmpty()) {
            AreaCode area = AreaCode.isShaped(asked) ? new AreaCode(asked) : null;
            if (area == null || !area.isWithin(summary.area())) {
                throw new NotFound("area within case " + summary.ref());
            }
            jurisdiction.requireVisible(actor, area);
            return area;
        }
        return jurisdiction.sees(actor, summary.area()) ? null : own(summary.area(), actor);
    }

    // Whoever follows the case has a territory around its area or within.
    private static AreaCode own(AreaCode area, Actor actor) {
        return actor.caseScopes().stream()
                .map(Scope::area)
                .filter(mine -> mine.isWithin(area))
                .findFirst()
                .orElseThrow();
    }

    /**
     * What was said that {@code reader} may read: a page of it oldest first, the last page in front.
     *
     * @param within leaves out what is said about the work of areas elsewhere; null for all
     * @param before {@link Page#next()} of the page of later ones; null and anything else is the page of the latest
     */
    @Transactional(readOnly = true)
    public Page<Said> of(CaseRef ref, AreaCode within, Actor reader, String before) {
        Page<Comments.Comment> page = comments.of(ref, within, reader, before);
        List<Comments.Comment> all = new ArrayList<>(page.items());
        Collections.reverse(all);
        Map<Long, String> names =
                actors.namesOf(all.stream().map(Comments.Comment::by).toList());
        List<Said> said = all.stream()
                .map(c -> new Said(names.get(c.by()), c.words(), c.note(), name(c.area()), c.at()))
                .toList();
        return new Page<>(said, page.next());
    }

    private String name(AreaCode area) {
        return area == null ? null : areas.get(area).name();
    }

    /** Names of those a comment may call by {@code @Name}, in their order: whoever reads it. */
    @Transactional(readOnly = true)
    List<String> callable(CaseSummary summary, AreaCode about, Actor actor) {
        return readers(summary, about).stream()
                .filter(a -> a.accountId() != actor.accountId())
                .map(Actor::displayName)
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    /** True for all who see cases but those who only look at them. */
    static boolean mayWrite(Actor actor) {
        return actor.assignments().stream().anyMatch(a -> a.role().works());
    }

    /**
     * Says something; who is named with {@code @Name} is told. Faults stand at {@code comment}.
     *
     * @param about as {@link #about} answers it
     */
    void say(CaseSummary summary, AreaCode about, String words, Actor actor) {
        String said = Sentences.required("comment", words, LONGEST);
        notices.mentioned(Mentions.in(said, readers(summary, about)), summary.ref(), actor.accountId());
        comments.add(summary.ref(), about, actor.accountId(), said, false, time.now());
    }

    /** Keeps checked words said at the work of {@code area}, without telling anybody. */
    public void keep(CaseRef ref, AreaCode area, String words, Actor actor) {
        add(ref, area, words, false, actor);
    }

    /** Keeps checked words of a supervisor about the work of {@code area}; they stand out among the comments. */
    public void note(CaseRef ref, AreaCode area, String words, Actor supervisor) {
        add(ref, area, words, true, supervisor);
    }

    private void add(CaseRef ref, AreaCode area, String words, boolean note, Actor actor) {
        comments.add(ref, sight.isCommon(ref) ? area : null, actor.accountId(), words, note, time.now());
    }

    private List<Actor> readers(CaseSummary summary, AreaCode about) {
        return actors.seeing(about == null ? summary.area() : about);
    }

    private static CaseRef reference(String number) {
        if (!CaseRef.isShaped(number)) {
            throw new NotFound("case");
        }
        return new CaseRef(number);
    }

    /**
     * One comment as it is read.
     *
     * @param note true when a supervisor wrote it to those who work on the case
     * @param area name of what it is about, or null for the whole case
     */
    record Said(String by, String words, boolean note, String area, Instant at) {}
}
