package id.siks.fieldcheck.model;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.register.Place;
import java.time.LocalDate;

/**
 * What a visitor needs to find a home.
 *
 * @param subject name of the head of family
 * @param phone or null
 * @param place where the village saw the house, or null
 * @param plannedOn day planned for the visit, or null
 */
public record HomeView(
        CaseRef caseRef,
        AreaCode village,
        String subject,
        String address,
        String phone,
        Place place,
        LocalDate plannedOn) {

    /** The same home by another address. */
    HomeView at(String otherAddress) {
        return new HomeView(caseRef, village, subject, otherAddress, phone, place, plannedOn);
    }
}
