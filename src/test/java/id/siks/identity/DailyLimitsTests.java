package id.siks.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.platform.BusinessTime;
import id.siks.platform.TooManyRequests;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** Requirement 21: what may be done only so often a day is counted by all nodes together and outlives each of them. */
@EngineTest
class DailyLimitsTests {

    /** Half past eight in the evening in Jakarta, half past ten in Jayapura, a long way from the day of any other test. */
    private static final Instant EVENING = Instant.parse("2031-03-04T13:30:00Z");

    @Autowired
    Alarms alarms;

    @Autowired
    BusinessTime time;

    @Autowired
    DailyUses days;

    @Autowired
    OldDailyUses old;

    @Autowired
    Areas areas;

    @Autowired
    TestActors actors;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transactions;

    Actor west;
    Actor east;

    @BeforeEach
    void twoPeople() {
        west = actors.operator(new AreaCode("1804012001"));
        east = actors.operator(new AreaCode("9171011001"));
        time.moveTo(EVENING);
    }

    @AfterEach
    void present() {
        time.release();
    }

    @Test
    void aRestartGivesNothingBack() {
        exports(node(), west, 5);
        assertThatThrownBy(() -> node().use(Limit.EXPORT, west)).isInstanceOf(TooManyRequests.class);
    }

    @Test
    void twoNodesAddUp() {
        Limits first = node();
        Limits second = node();
        exports(first, west, 3);
        exports(second, west, 2);
        assertThatThrownBy(() -> first.use(Limit.EXPORT, west)).isInstanceOf(TooManyRequests.class);
        assertThatThrownBy(() -> second.use(Limit.EXPORT, west)).isInstanceOf(TooManyRequests.class);
    }

    @Test
    void ofManyAtTheSameMomentNoMoreThanAllowedAreGrantedAndOneRaisesTheAlarm() {
        AtomicInteger granted = new AtomicInteger();
        IntStream.range(0, 40).parallel().forEach(i -> {
            try {
                node().use(Limit.EXPORT, west);
                granted.incrementAndGet();
            } catch (TooManyRequests refused) {
                assertThat(refused.retryAfter()).isPositive();
            }
        });
        assertThat(granted).hasValue(5);
        assertThat(alarmsAbout(west)).isEqualTo(1);
    }

    @Test
    void anotherPersonAndAnotherLimitAreNotAffected() {
        exports(node(), west, 5);
        assertThatCode(() -> exports(node(), east, 5)).doesNotThrowAnyException();
        assertThatCode(() -> node().use(Limit.NIK_LOOKUP, west)).doesNotThrowAnyException();
    }

    @Test
    void theNextDayBeginsWhereThePersonWorks() {
        exports(node(), west, 5);
        exports(node(), east, 5);
        assertWaits(west, Duration.ofMinutes(210));
        assertWaits(east, Duration.ofMinutes(90));

        time.moveTo(EVENING.plus(Duration.ofMinutes(91)));
        assertThatCode(() -> exports(node(), east, 5)).doesNotThrowAnyException();
        assertThatThrownBy(() -> node().use(Limit.EXPORT, west)).isInstanceOf(TooManyRequests.class);

        time.moveTo(EVENING.plus(Duration.ofMinutes(211)));
        assertThatCode(() -> exports(node(), west, 5)).doesNotThrowAnyException();
    }

    @Test
    void whoGoesOnThriceAsOftenOnSeveralNodesRaisesOneAlarm() {
        for (int i = 0; i < 14; i++) {
            attempt(node(), Limit.EXPORT, 1);
        }
        assertThat(alarmsAbout(west)).isZero();
        for (int i = 0; i < 10; i++) {
            attempt(node(), Limit.EXPORT, 1);
        }
        assertThat(alarmsAbout(west)).isEqualTo(1);
    }

    @Test
    void whatIsAskedAtOnceIsGrantedAsAWholeOrNotAtAll() {
        for (int i = 0; i < 19; i++) {
            node().use(Limit.NIK_LOOKUP, west, 50);
        }
        node().use(Limit.NIK_LOOKUP, west, 30);
        assertThatThrownBy(() -> node().use(Limit.NIK_LOOKUP, west, 21)).isInstanceOf(TooManyRequests.class);
        assertThatCode(() -> node().use(Limit.NIK_LOOKUP, west, 20)).doesNotThrowAnyException();
        assertThatThrownBy(() -> node().use(Limit.NIK_LOOKUP, west)).isInstanceOf(TooManyRequests.class);
    }

    @Test
    void whoIsTooFastUsesUpNothingOfHisDay() {
        Limits node = node();
        for (int i = 0; i < 3; i++) {
            attempt(node, Limit.NIK_LOOKUP, 60);
        }
        assertThat(counted(west)).isEqualTo(60);
    }

    @Test
    void withinATransactionNothingIsCounted() {
        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> node().use(Limit.EXPORT, west)))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThat(counted(west)).isZero();
    }

    @Test
    void aStrangerHasNoDay() {
        assertThatThrownBy(() -> node().use(Limit.EXPORT, "10.7.7.7")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> node().check(Limit.EXPORT, "10.7.7.7")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void countsOfDaysThatAreOverAreErased() {
        LocalDate day = LocalDate.of(2001, 3, 4);
        days.count(Limit.EXPORT, west.accountId(), day, 1, 1);
        erase(day);
        assertThat(counted(west)).isEqualTo(1);
        erase(day.plusDays(1));
        assertThat(counted(west)).isZero();
    }

    private Limits node() {
        return new Limits(alarms, time, days, areas);
    }

    private static void exports(Limits node, Actor actor, int times) {
        for (int i = 0; i < times; i++) {
            node.use(Limit.EXPORT, actor);
        }
    }

    private void attempt(Limits node, Limit limit, int times) {
        try {
            node.use(limit, west, times);
        } catch (TooManyRequests turnedAway) {
            assertThat(turnedAway.retryAfter()).isPositive();
        }
    }

    private void assertWaits(Actor actor, Duration rest) {
        assertThatThrownBy(() -> node().use(Limit.EXPORT, actor))
                .isInstanceOfSatisfying(TooManyRequests.class, refusal -> assertThat(refusal.retryAfter())
                        .isBetween(rest.minusMinutes(1), rest.plusSeconds(1)));
    }

    private long alarmsAbout(Actor actor) {
        return alarms.latest(actors.auditor(new AreaCode("1804"))).stream()
                .filter(alarm -> Objects.equals(alarm.accountId(), actor.accountId()))
                .count();
    }

    private long counted(Actor actor) {
        List<Long> used = db.sql("select used from identity.daily_use where account_id = :account")
                .param("account", actor.accountId())
                .query(Long.class)
                .list();
        return used.stream().mapToLong(Long::longValue).sum();
    }

    private void erase(LocalDate before) {
        Instant moment = before.atStartOfDay(ZoneOffset.UTC).toInstant();
        transactions.executeWithoutResult(status -> old.erase(moment, Set.of(), 1_000));
    }
}
