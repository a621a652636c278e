package id.siks.finalization;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Locale;

/**
 * One period of one regency, as others may read it.
 *
 * @param ref its number, the business key of its process
 * @param regency four-digit code
 * @param month the month in which it closes
 * @param cadence monthly or quarterly
 * @param calendar code of the calendar its dates came from, for example {@code DTKS_MONTHLY}
 * @param state where it stands
 * @param opensAt when villages may begin to finalise
 * @param villageCutoffAt when the villages' lists close by themselves
 * @param regencyCutoffAt when the regency's list closes by itself
 * @param determinationPlannedAt when the decree is expected; no timer
 * @param zone the regency's zone, for showing the moments
 * @param version changes with every change of the row; sent back with forms
 */
public record PeriodView(
        CaseRef ref,
        AreaCode regency,
        YearMonth month,
        Cadence cadence,
        String calendar,
        PeriodState state,
        Instant opensAt,
        Instant villageCutoffAt,
        Instant regencyCutoffAt,
        Instant determinationPlannedAt,
        ZoneId zone,
        long version) {

    /** The date of {@code milestone}. */
    public Instant at(Milestone milestone) {
        return switch (milestone) {
            case OPENING -> opensAt;
            case VILLAGE_CUTOFF -> villageCutoffAt;
            case REGENCY_CUTOFF -> regencyCutoffAt;
            case DETERMINATION -> determinationPlannedAt;
        };
    }

    /** True when a date has come whose timer has not fired yet: what it brings is on its way, within about a minute. */
    public boolean settling(Instant now) {
        return switch (state) {
            case PLANNED -> !now.isBefore(opensAt);
            case OPEN -> !now.isBefore(villageCutoffAt);
            case VILLAGES_CLOSED -> !now.isBefore(regencyCutoffAt);
            default -> false;
        };
    }

    /** The months it covers, as people call it. */
    public String name(Locale language) {
        return cadence.name(month, language);
    }
}
