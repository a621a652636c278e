package id.siks.proposal.model;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.evidence.AttachmentKind;
import id.siks.identity.Actor;
import id.siks.identity.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may add which paper to a proposal or a meeting. */
@Component
public class Papers {

    /** Photos without which no family is handed in and none joins its village's list. */
    public static final List<AttachmentKind> REQUIRED_PHOTOS =
            List.of(AttachmentKind.HOUSE_FRONT, AttachmentKind.FAMILY_CARD);

    private static final Set<AttachmentKind> OF_PROPOSAL = EnumSet.of(
            AttachmentKind.HOUSE_FRONT,
            AttachmentKind.HOUSE_INSIDE,
            AttachmentKind.FLOOR_WALL,
            AttachmentKind.TOILET,
            AttachmentKind.ID_CARD,
            AttachmentKind.FAMILY_CARD,
            AttachmentKind.RESPONDENT_WITH_HOUSE,
            AttachmentKind.OTHER);
    private static final Set<AttachmentKind> OF_MEETING =
            EnumSet.of(AttachmentKind.MEETING_MINUTES, AttachmentKind.SPTJM, AttachmentKind.NAME_LIST);
    /** Cases taken from a list get their photos later, until the village closes its own list. */
    private static final Set<CaseStatus> BEFORE_THE_LIST =
            EnumSet.of(CaseStatus.IDENTITY_CHECKING, CaseStatus.READY_FOR_MEETING, CaseStatus.AGREED_BY_MEETING);

    private final JdbcClient db;

    Papers(JdbcClient db) {
        this.db = db;
    }

    /** True while photos may be added to a proposal that stands there. */
    public static boolean takesPhotos(CaseStatus status) {
        return Proposal.EDITABLE.contains(status) || BEFORE_THE_LIST.contains(status);
    }

    /** The proposal or meeting behind a reference. */
    public Optional<PaperOwner> find(String reference) {
        return proposal(reference).or(() -> meeting(reference));
    }

    /** References of the meetings of its village that have said their word about a proposal, oldest first. */
    public List<String> meetingsOf(CaseRef proposal) {
        return db.sql(
                        """
                        select m.meeting_ref from proposal.proposal p
                        join proposal.village_meeting m on m.area_code = p.area_code
                        where p.case_ref = :ref and m.verdicts @> jsonb_build_array(jsonb_build_object('ref', p.case_ref))
                        order by m.id""")
                .param("ref", proposal.value())
                .query(String.class)
                .list();
    }

    private Optional<PaperOwner> proposal(String ref) {
        return db.sql("select area_code, status from proposal.proposal where case_ref = :ref")
                .param("ref", ref)
                .query((row, n) -> {
                    CaseStatus status = CaseStatus.valueOf(row.getString("status"));
                    return new PaperOwner(
                            new AreaCode(row.getString("area_code")),
                            OF_PROPOSAL,
                            takesPhotos(status),
                            Proposal.EDITABLE.contains(status));
                })
                .optional();
    }

    private Optional<PaperOwner> meeting(String ref) {
        return db.sql("select area_code, state from proposal.village_meeting where meeting_ref = :ref")
                .param("ref", ref)
                .query((row, n) -> {
                    boolean called = "CALLED".equals(row.getString("state"));
                    return new PaperOwner(new AreaCode(row.getString("area_code")), OF_MEETING, called, called);
                })
                .optional();
    }

    /**
     * What papers belong to.
     *
     * @param kinds which may be added
     * @param growing whether more may be added
     * @param open whether one may be taken back
     */
    public record PaperOwner(AreaCode area, Set<AttachmentKind> kinds, boolean growing, boolean open) {

        /** True when the actor may add such a paper now. */
        public boolean accepts(AttachmentKind kind, Actor actor) {
            boolean works = kinds.contains(AttachmentKind.SPTJM)
                    ? actor.holds(Role.VILLAGE_OPERATOR, area)
                    : VillageWork.allowed(actor, area);
            return works && growing && kinds.contains(kind);
        }
    }
}
