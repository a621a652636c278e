package id.siks.proposal;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.casework.Reason;
import id.siks.identity.Actor;
import id.siks.proposal.model.OwnFamilyGoesToSomebodyElse;
import id.siks.register.FamilyContent;
import java.time.Instant;
import java.util.List;

/**
 * A proposal as others may read it. It carries unmasked numbers: masking is up to the page, reading is logged.
 *
 * @param kind code of the case kind, {@code NEW_REGISTRATION}
 * @param familyOf account of the official whose own family it was declared to be; null for other families
 * @param subject name of the head of family; empty while nobody is entered, and once it has been erased
 * @param content what is claimed; of an erased one the village is left
 * @param remarks what the last reviewer said per field; empty unless the proposal came back
 * @param returned why the proposal came back or ended, or null
 * @param draftedBy account id
 * @param submittedAt null while it is a draft
 * @param editable true while the content may be changed: a draft, returned, or not matching the civil registry
 * @param agreed true since the village's meeting or its written responsibility stands behind the family
 * @param erasedAt when the content was erased after its time, or null
 * @param version to be sent with the next change; what its list goes through changes it, too
 */
public record ProposalView(
        CaseRef ref,
        String kind,
        AreaCode village,
        Channel channel,
        Long familyOf,
        CaseStatus status,
        String subject,
        FamilyContent content,
        List<Remark> remarks,
        Reason returned,
        long draftedBy,
        Instant draftedAt,
        Instant submittedAt,
        boolean editable,
        boolean agreed,
        Instant erasedAt,
        int version) {

    /** True when it is the actor's own family: he may fill it in and mend it, somebody else hands it in. */
    public boolean isOwnFamilyOf(Actor actor) {
        return OwnFamilyGoesToSomebodyElse.concerns(familyOf, actor);
    }

    /** True when it is an official's own family. */
    public boolean ownFamily() {
        return familyOf != null;
    }
}
