package id.siks.proposal;

import id.siks.casework.CaseRef;
import id.siks.platform.FieldError;
import java.util.List;

/**
 * What came of handing in many families at once.
 *
 * @param accepted cases opened, in the order of the families accepted
 * @param refused families not taken, each with its place in the list and everything that is wrong with it
 * @param doubtful accepted cases with somebody of a similar name and the same birth date in the regency
 */
public record BulkIntake(List<CaseRef> accepted, List<RefusedFamily> refused, List<DoubtfulFamily> doubtful) {

    /** One family that was taken but may be known already. */
    public record DoubtfulFamily(CaseRef ref, List<LookAlike> lookAlikes) {}

    /** One family that was not taken; {@code index} counts from 0. */
    public record RefusedFamily(int index, List<FieldError> errors) {}
}
