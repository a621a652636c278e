/**
 * <b>Is</b> an intended change to the register, from draft to effect.
 * <b>Owns</b> schema {@code proposal}: proposal, open_subject, village_meeting, decision, former_content. <b>Asks</b> the rooms named below.
 * <b>Announces</b> {@code ProposalSubmitted}; every later milestone as {@code CaseProgressed}.
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
