package id.siks.worklist.mail;

import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.casework.Deadlines;
import id.siks.casework.WorkClock;
import id.siks.identity.Actors;
import id.siks.platform.NotFound;
import id.siks.worklist.notice.NoticeSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * When a mail goes out. What comes within a minute goes together. Urgent mail waits neither for a rhythm nor for the
 * morning. Nobody gets more than {@link #MOST} mails within an hour: what comes then gathers in one, urgent or not.
 */
@Component
class DueTimes {

    /** Mails one person gets within {@link #WINDOW}; the next one takes along everything that comes until then. */
    static final int MOST = 3;

    static final Duration WINDOW = Duration.ofHours(1);
    static final Duration GATHERING = Duration.ofMinutes(1);

    private final Actors actors;
    private final Areas areas;
    private final Deadlines deadlines;
    private final DeliveryRows rows;

    DueTimes(Actors actors, Areas areas, Deadlines deadlines, DeliveryRows rows) {
        this.actors = actors;
        this.areas = areas;
        this.deadlines = deadlines;
        this.rows = rows;
    }

    /** When a notice that came at {@code now} is due. */
    Instant due(long account, NoticeSettings settings, boolean urgent, Instant now) {
        QuietTime quiet = quiet(account, settings);
        Instant due = urgent ? now.plus(GATHERING) : usual(quiet, settings, now);
        List<Instant> lately = rows.sentSince(account, now.minus(WINDOW));
        Instant free =
                lately.size() < MOST ? due : lately.get(lately.size() - MOST).plus(WINDOW);
        Instant later = free.isAfter(due) ? free : due;
        return urgent ? later : quiet.endsAfter(later);
    }

    /** When a mail may go out that is due at {@code now}: now, or after the quiet time it has come into meanwhile. */
    Instant notBefore(long account, NoticeSettings settings, boolean urgent, Instant now) {
        return urgent ? now : quiet(account, settings).endsAfter(now);
    }

    private static Instant usual(QuietTime quiet, NoticeSettings settings, Instant now) {
        return switch (settings.rhythm()) {
            case AT_ONCE -> now.plus(GATHERING);
            case HOURLY -> quiet.nextHour(now);
            case DAILY -> quiet.nextDaily(now);
        };
    }

    private QuietTime quiet(long account, NoticeSettings settings) {
        Optional<AreaCode> place = place(account);
        ZoneId zone = areas.zoneOf(place.orElse(AreaCode.CAPITAL));
        WorkClock clock = deadlines.clock(place.map(AreaCode::value).orElse(""));
        return new QuietTime(settings, zone, clock::isWorkingDay);
    }

    /** Where the person works; empty for the nation and for accounts that are closed. */
    private Optional<AreaCode> place(long account) {
        try {
            return actors.byId(account).place();
        } catch (NotFound closed) {
            return Optional.empty();
        }
    }
}
