package id.siks.register;

import id.siks.casework.CaseRef;
import id.siks.casework.ReasonCode;
import java.util.List;
import java.util.Map;

/**
 * What became of a chunk of activations.
 *
 * @param activated families now active, by their case; those that were activated by an earlier run are among them
 * @param setAside cases left out because the register already holds the person or the family card elsewhere
 */
public record ActivationReport(Map<CaseRef, FamilyRef> activated, List<SetAside> setAside) {

    /** One case left out. */
    public record SetAside(CaseRef caseRef, ReasonCode reason) {}
}
