package id.siks.identity;

import id.siks.area.Areas;
import id.siks.platform.BusinessTime;
import id.siks.platform.TooManyRequests;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Service;

/**
 * Counts what somebody may do only so often and refuses the rest; who goes on all the same raises an alarm. Minutes are counted
 * by each node for itself, days of people by all of them together.
 */
@Service
public class Limits {

    /** Strangers remembered for each limit; accounts are as many as were enrolled. */
    private static final int STRANGERS = 20_000;

    private final Alarms alarms;
    private final BusinessTime time;
    private final DailyUses days;
    private final Areas areas;
    private final Map<Limit, Meters<Key>> accounts = new EnumMap<>(Limit.class);
    private final Map<Limit, Meters<Key>> strangers = new EnumMap<>(Limit.class);

    Limits(Alarms alarms, BusinessTime time, DailyUses days, Areas areas) {
        this.alarms = alarms;
        this.time = time;
        this.days = days;
        this.areas = areas;
        for (Limit limit : Limit.values()) {
            if (limit.allowances().isEmpty()) {
                continue;
            }
            accounts.put(limit, new Meters<>(limit, Integer.MAX_VALUE, System::nanoTime));
            strangers.put(limit, new Meters<>(limit, STRANGERS, System::nanoTime));
        }
    }

    /**
     * Uses up one of the actor's times; {@link TooManyRequests} when none is left. What is limited by the day is asked at the door:
     * within a transaction it is refused as a fault of the caller.
     */
    public void use(Limit limit, Actor actor) {
        use(limit, actor, 1);
    }

    /**
     * Uses up {@code times} of the actor's at once, for what he asks in one request; {@link TooManyRequests} when not all of
     * them are left, and then none of the day's is used. Of more than {@link Limit#most} only so many are used up, else nobody
     * could ever ask so much; towards the alarm all {@code times} count, granted or not. Within a transaction as above.
     */
    public void use(Limit limit, Actor actor, int times) {
        Key key = new Key(limit, actor.accountId(), "-");
        Duration wait = pace(key, times);
        // Who is too fast uses up nothing of his day, but it counts as an attempt.
        Duration rest = limit.aDay().isEmpty() ? null : day(key, actor, times, wait == null);
        turnAway(rest == null ? wait : rest);
    }

    /**
     * Uses up one time of whoever signed in; what a client asks for him is counted apart and named in the alarm.
     * {@link TooManyRequests} when none is left. For limits that know no day.
     */
    void use(Limit limit, AccountLogin login) {
        turnAway(pace(dayless(new Key(limit, login.accountId(), login.client().orElse("-"))), 1));
    }

    /**
     * Uses up one time of somebody unknown who comes from {@code origin}; {@link TooManyRequests} when none is left. For limits
     * that know no day: strangers have too many addresses to write them all down.
     */
    public void use(Limit limit, String origin) {
        turnAway(pace(dayless(new Key(limit, null, origin)), 1));
    }

    /**
     * Refuses when nothing is left, without using anything up; the refused attempt counts towards the alarm. For limits that know
     * no day.
     */
    void check(Limit limit, String origin) {
        Key key = dayless(new Key(limit, null, origin));
        meters(key).known(key).map(Meter::left).ifPresent(wait -> {
            attempted(key, 1);
            throw new TooManyRequests(wait);
        });
    }

    /** How long to wait before this node's minutes allow it, else null. */
    private Duration pace(Key key, int times) {
        if (key.limit().allowances().isEmpty()) {
            return null;
        }
        Duration wait = meters(key).of(key).take(times);
        attempted(key, times);
        return wait;
    }

    /** How long to wait until a new day begins when this one allows it no more, else null. */
    private Duration day(Key key, Actor actor, int times, boolean inPace) {
        ZoneId zone = LogTime.of(actor, areas).zone();
        LocalDate today = time.today(zone);
        int wanted = inPace ? (int) Math.min(times, key.limit().most()) : 0;
        DailyUses.Count count = days.count(key.limit(), key.account(), today, wanted, times);
        if (count.threefold()) {
            alarm(key);
        }
        return count.granted() ? null : untilTomorrow(today, zone);
    }

    private Duration untilTomorrow(LocalDate today, ZoneId zone) {
        Duration rest = Duration.between(time.now(), today.plusDays(1).atStartOfDay(zone));
        return Duration.ofSeconds(Math.max(0, rest.toSeconds()) + 1);
    }

    private static void turnAway(Duration wait) {
        if (wait != null) {
            throw new TooManyRequests(wait);
        }
    }

    private static Key dayless(Key key) {
        if (key.limit().aDay().isPresent()) {
            throw new IllegalArgumentException(key.limit() + " is counted by the day of a person");
        }
        return key;
    }

    private void attempted(Key key, int times) {
        if (meters(key).of(key).attempted(times, time.now())) {
            alarm(key);
        }
    }

    private void alarm(Key key) {
        alarms.raise(AlarmKind.LIMIT_EXCEEDED, key.limit().name(), key.account(), key.origin());
    }

    private Meters<Key> meters(Key key) {
        return (key.account() == null ? strangers : accounts).get(key.limit());
    }

    private record Key(Limit limit, Long account, String origin) {}
}
