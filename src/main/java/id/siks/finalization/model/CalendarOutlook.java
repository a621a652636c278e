package id.siks.finalization.model;

import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.finalization.PeriodState;
import id.siks.finalization.PeriodView;
import id.siks.finalization.model.Calendars.Followed;
import id.siks.platform.BusinessTime;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a calendar would do to the periods of a regency that are still to come. Nothing is written. */
@Component
public class CalendarOutlook {

    private static final int AHEAD = 3;

    private final PeriodBook book;
    private final Calendars calendars;
    private final Areas areas;
    private final BusinessTime time;

    CalendarOutlook(PeriodBook book, Calendars calendars, Areas areas, BusinessTime time) {
        this.book = book;
        this.calendars = calendars;
        this.areas = areas;
        this.time = time;
    }

    /** Periods that are planned or open already and keep their dates, the earliest first. */
    public List<PeriodView> kept(AreaCode regency) {
        return book.unfinished(regency).stream()
                .filter(period -> period.state() == PeriodState.PLANNED || period.state() == PeriodState.OPEN)
                .toList();
    }

    /** The next three periods that are not planned yet, as they would be by {@code followed}. */
    public List<Dates> ahead(AreaCode regency, Followed followed) {
        ZoneId zone = areas.zoneOf(regency);
        PeriodView last = book.last(regency).orElse(null);
        YearMonth month =
                last == null ? YearMonth.from(time.today(zone)) : last.month().plusMonths(months(followed));
        Instant cutoff = last == null ? null : last.villageCutoffAt();
        List<Dates> ahead = new ArrayList<>();
        for (int i = 0; i < AHEAD; i++) {
            Dates dates = calendars.dates(regency, followed, month, zone, cutoff);
            ahead.add(dates);
            cutoff = dates.villageCutoffAt();
            month = month.plusMonths(months(followed));
        }
        return ahead;
    }

    private static int months(Followed followed) {
        return followed.cadence().months();
    }
}
