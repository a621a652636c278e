package id.siks.fieldcheck;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.register.Place;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Asks for a visit to a home.
 *
 * @param caseRef the case that waits for the finding
 * @param village where the home is, ten digits
 * @param subject whom the visit is about, as the visitor looks for him: the head of family's name
 * @param address where the home is, in one line with its neighbourhood units and hamlet
 * @param phone E.164, or null when none is known
 * @param place where the village saw the house, or null
 * @param claimedSigns codes {@code C0} to {@code C8} the village claims; may be empty
 * @param excludedByWork true when the village says somebody's work speaks against assistance: the visitor asks about it
 * @param proposers accounts that drafted the case or handed it in, or whose own family it is, and may neither visit nor
 *     review; empty when only the system did
 */
public record FieldCheckRequest(
        CaseRef caseRef,
        AreaCode village,
        String subject,
        String address,
        String phone,
        Place place,
        List<String> claimedSigns,
        boolean excludedByWork,
        Set<Long> proposers) {

    /** Refuses a request nobody could travel to. */
    public FieldCheckRequest {
        Objects.requireNonNull(caseRef, "caseRef");
        Objects.requireNonNull(village, "village");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(address, "address");
        claimedSigns = claimedSigns.stream().distinct().sorted().toList();
        proposers = Set.copyOf(proposers);
    }

    /** A home without a known phone number, of nobody excluded by his work. */
    public FieldCheckRequest(
            CaseRef caseRef,
            AreaCode village,
            String subject,
            String address,
            Place place,
            List<String> claimedSigns,
            Set<Long> proposers) {
        this(caseRef, village, subject, address, null, place, claimedSigns, false, proposers);
    }
}
