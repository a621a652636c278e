package id.siks.identity;

import id.siks.platform.BusinessTime;
import id.siks.platform.TooManyRequests;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Counts what somebody may do only so often and refuses the rest; who goes on all the same raises an alarm. */
@Service
public class Limits {

    /** Strangers remembered for each limit; accounts are as many as were enrolled. */
    private static final int STRANGERS = 20_000;

    private final Alarms alarms;
    private final BusinessTime time;
    private final Map<Limit, Meters<Key>> accounts = new EnumMap<>(Limit.class);
    private final Map<Limit, Meters<Key>> strangers = new EnumMap<>(Limit.class);

    Limits(Alarms alarms, BusinessTime time) {
        this.alarms = alarms;
        this.time = time;
        for (Limit limit : Limit.values()) {
            accounts.put(limit, new Meters<>(limit, Integer.MAX_VALUE, System::nanoTime));
            strangers.put(limit, new Meters<>(limit, STRANGERS, System::nanoTime));
        }
    }

    /** Uses up one of the actor's times; {@link TooManyRequests} when none is left. */
    public void use(Limit limit, Actor actor) {
        use(limit, actor, 1);
    }

    /**
     * Uses up {@code times} of the actor's at once, for what he asks in one request; {@link TooManyRequests} when not all of
     * them are left, and then none is used.
     */
    public void use(Limit limit, Actor actor, int times) {
        use(new Key(limit, actor.accountId(), "-"), times);
    }

    /**
     * Uses up one time of whoever signed in; what a client asks for him is counted apart and named in the alarm.
     * {@link TooManyRequests} when none is left.
     */
    void use(Limit limit, AccountLogin login) {
        use(new Key(limit, login.accountId(), login.client().orElse("-")), 1);
    }

    /** Uses up one time of somebody unknown who comes from {@code origin}; {@link TooManyRequests} when none is left. */
    public void use(Limit limit, String origin) {
        use(new Key(limit, null, origin), 1);
    }

    /** Refuses when nothing is left, without using anything up; the refused attempt counts towards the alarm. */
    void check(Limit limit, String origin) {
        Key key = new Key(limit, null, origin);
        meters(key).known(key).map(Meter::left).ifPresent(wait -> {
            attempted(key, 1);
            throw new TooManyRequests(wait);
        });
    }

    private void use(Key key, int times) {
        Duration wait = meters(key).of(key).take(times);
        attempted(key, times);
        if (wait != null) {
            throw new TooManyRequests(wait);
        }
    }

    private void attempted(Key key, int times) {
        if (meters(key).of(key).attempted(times, time.now())) {
            alarms.raise(AlarmKind.LIMIT_EXCEEDED, key.limit().name(), key.account(), key.origin());
        }
    }

    private Meters<Key> meters(Key key) {
        return (key.account() == null ? strangers : accounts).get(key.limit());
    }

    private record Key(Limit limit, Long account, String origin) {}
}
