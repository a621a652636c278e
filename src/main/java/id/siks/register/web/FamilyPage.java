package id.siks.register.web;

import id.siks.register.FamilyReading;
import id.siks.register.FamilyReading.Sight;
import id.siks.register.FamilyView;
import java.time.Instant;
import java.util.List;

/**
 * A family as the page shows it.
 *
 * @param area village, district and regency
 * @param reading what is known of the family, as far as it was revealed
 */
record FamilyPage(
        long id,
        String registerId,
        String status,
        String head,
        String area,
        Instant since,
        FamilyReading reading,
        List<ChangeLine> changes) {

    static FamilyPage of(FamilyView family, String area, List<ChangeLine> changes, boolean revealed) {
        return new FamilyPage(
                family.ref().id(),
                family.ref().registerId(),
                family.status().name(),
                family.head().fullName(),
                area,
                family.since(),
                FamilyReading.of(family, revealed ? Sight.WHOLE : Sight.MASKED),
                changes);
    }

    /**
     * One change and the case behind it.
     *
     * @param known false for a family carried over from an older register: its number is kept, but no case can be opened
     */
    record ChangeLine(String caseRef, boolean known, String kind, String by, Instant at) {}
}
