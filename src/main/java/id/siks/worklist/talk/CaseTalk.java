package id.siks.worklist.talk;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseSight;
import id.siks.casework.CaseSummary;
import id.siks.casework.Timeline;
import id.siks.identity.AccessKind;
import id.siks.identity.AccessLog;
import id.siks.identity.AccessOutcome;
import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.platform.BusinessTime;
import id.siks.platform.NotFound;
import id.siks.platform.Sentences;
import id.siks.worklist.notice.PersonalNotices;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What those who handle a case tell each other about it. Whoever sees the case reads all of it. */
@Service
@Transactional
public class CaseTalk {

    static final int LONGEST = 1000;

    private final Comments comments;
    private final PersonalNotices notices;
    private final CaseSight sight;
    private final Timeline timeline;
    private final Actors actors;
    private final AccessLog log;
    private final BusinessTime time;

    CaseTalk(
            Comments comments,
            PersonalNotices notices,
            CaseSight sight,
            Timeline timeline,
            Actors actors,
            AccessLog log,
            BusinessTime time) {
        this.comments = comments;
        this.notices = notices;
        this.sight = sight;
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

    /** What was said, oldest first. */
    @Transactional(readOnly = true)
    public List<Said> of(CaseRef ref) {
        List<Comments.Comment> all = comments.of(ref);
        Map<Long, String> names =
                actors.namesOf(all.stream().map(Comments.Comment::by).toList());
        return all.stream()
                .map(c -> new Said(names.get(c.by()), c.words(), c.note(), c.at()))
                .toList();
    }

    /** Names of those a comment may call by {@code @Name}, in their order. */
    @Transactional(readOnly = true)
    List<String> callable(AreaCode area, Actor actor) {
        return actors.seeing(area).stream()
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

    /** Says something; who is named with {@code @Name} is told. Faults stand at {@code comment}. */
    void say(CaseSummary summary, String words, Actor actor) {
        String said = Sentences.required("comment", words, LONGEST);
        notices.mentioned(Mentions.in(said, actors.seeing(summary.area())), summary.ref(), actor.accountId());
        keep(summary.ref(), said, actor);
    }

    /** Keeps checked words without telling anybody. */
    public void keep(CaseRef ref, String words, Actor actor) {
        comments.add(ref, actor.accountId(), words, false, time.now());
    }

    /** Keeps checked words of a supervisor; they stand out among the comments. */
    public void note(CaseRef ref, String words, Actor supervisor) {
        comments.add(ref, supervisor.accountId(), words, true, time.now());
    }

    private static CaseRef reference(String number) {
        if (!CaseRef.isShaped(number)) {
            throw new NotFound("case");
        }
        return new CaseRef(number);
    }

    /** One comment as it is read; {@code note} when a supervisor wrote it to those who work on the case. */
    record Said(String by, String words, boolean note, Instant at) {}
}
