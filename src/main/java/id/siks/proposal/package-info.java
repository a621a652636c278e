/**
 * <b>Is</b> an intended change to the register, from draft to effect.
 * <b>Owns</b> schema {@code proposal}: proposal, village_meeting, decision, open_subject. <b>Asks</b> the rooms named below.
 * <b>Announces</b> {@code ProposalSubmitted}, {@code ProposalReturned}, {@code ProposalApplied}, {@code ProposalRejected}, {@code ProposalWithdrawn}.
 */
@ApplicationModule(
        displayName = "Usulan",
        allowedDependencies = {
            "platform",
            "area",
            "identity",
            "casework",
            "evidence",
            "register",
            "program",
            "fieldcheck",
            "finalization"
        })
package id.siks.proposal;

import org.springframework.modulith.ApplicationModule;
