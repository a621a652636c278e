package id.siks.worklist.notice;

import id.siks.casework.CaseNoted;
import id.siks.casework.CaseProgressed;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.casework.ModelNews;
import id.siks.casework.ModelTroubled;
import id.siks.casework.Reason;
import id.siks.casework.ReasonCode;
import id.siks.casework.StepsFailed;
import id.siks.casework.Timeline;
import id.siks.finalization.CutoffMoved;
import id.siks.finalization.ItemRolledOver;
import id.siks.finalization.Milestone;
import id.siks.identity.Actors;
import id.siks.identity.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells the village's operator what others did with a case, everybody of a regency who goes by a date when it moves, an
 * administrator which failed steps are his, and whoever looks after models what became of them. A notice is written in the
 * transaction of what it tells.
 */
@Component
class NoticeListener {

    private static final int AT_ONCE = 500;
    private static final String MEMBER_DIED = "member-died";
    // A case that goes on in a later period is told as ItemRolledOver, whatever its status.
    private static final Set<CaseStatus> TOLD = EnumSet.of(
            CaseStatus.IDENTITY_MISMATCHED,
            CaseStatus.DECLINED_BY_MEETING,
            CaseStatus.RETURNED_TO_VILLAGE,
            CaseStatus.RETURNED_BY_MINISTRY,
            CaseStatus.REJECTED_BY_REGENCY,
            CaseStatus.REJECTED_BY_MINISTRY,
            CaseStatus.CANCELLED,
            CaseStatus.DETERMINED);

    private final Notices notices;
    private final Addressees addressees;
    private final Timeline timeline;
    private final Actors actors;

    NoticeListener(Notices notices, Addressees addressees, Timeline timeline, Actors actors) {
        this.notices = notices;
        this.addressees = addressees;
        this.timeline = timeline;
        this.actors = actors;
    }

    @EventListener
    void on(CaseProgressed progressed) {
        if (TOLD.contains(progressed.status())) {
            inParts(progressed.refs(), some -> notices.tell(progressed, addressees.of(some, progressed.by())));
        }
    }

    /** A death moves nothing yet, but whoever wrote the proposal has to know. */
    @EventListener
    void on(CaseNoted noted) {
        if (noted.what().equals(MEMBER_DIED)) {
            Reason why = new Reason(ReasonCode.DECEASED, noted.note());
            timeline.summaries(noted.refs()).values().forEach(c -> {
                List<CaseRef> one = List.of(c.ref());
                CaseProgressed told =
                        new CaseProgressed(one, MEMBER_DIED, c.status(), null, noted.by(), why, null, noted.at());
                notices.tell(told, addressees.of(one, noted.by()));
            });
        }
    }

    @EventListener
    void on(ItemRolledOver rolled) {
        inParts(rolled.members(), some -> notices.rolledOver(rolled.missed(), rolled.at(), addressees.of(some, null)));
    }

    @EventListener
    void on(CutoffMoved moved) {
        List<Long> concerned = actors.accountsWithin(concerned(moved.milestone()), moved.regency());
        notices.moved(
                moved,
                concerned.stream()
                        .filter(account -> !account.equals(moved.by()))
                        .toList());
    }

    /** Who works towards the date, and who begins his work when it has come. The villages go by all of them. */
    private static Set<Role> concerned(Milestone date) {
        Set<Role> roles = EnumSet.of(Role.VILLAGE_OPERATOR, Role.VILLAGE_HEAD);
        roles.addAll(
                switch (date) {
                    case OPENING -> Set.of();
                    case VILLAGE_CUTOFF -> Set.of(Role.REGENCY_VERIFIER);
                    case REGENCY_CUTOFF -> Set.of(
                            Role.DISTRICT_SOCIAL_WORKER, Role.REGENCY_VERIFIER, Role.REGENCY_OFFICE_HEAD, Role.REGENT);
                    case DETERMINATION -> Set.of(Role.REGENCY_VERIFIER, Role.REGENCY_OFFICE_HEAD, Role.REGENT);
                });
        return roles;
    }

    @EventListener
    void on(StepsFailed failed) {
        notices.stepsFailed(failed);
    }

    @EventListener
    void on(ModelTroubled troubled) {
        notices.troubled(troubled);
    }

    @EventListener
    void on(ModelNews news) {
        notices.ofModel(news);
    }

    private static void inParts(List<CaseRef> refs, Consumer<List<CaseRef>> part) {
        for (int from = 0; from < refs.size(); from += AT_ONCE) {
            part.accept(refs.subList(from, Math.min(from + AT_ONCE, refs.size())));
        }
    }
}
