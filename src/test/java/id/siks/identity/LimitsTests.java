package id.siks.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.platform.BusinessTime;
import id.siks.platform.TooManyRequests;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Requirement 21: what may be done only so often. */
@EngineTest
class LimitsTests {

    @Autowired
    Alarms alarms;

    @Autowired
    BusinessTime time;

    @Autowired
    TestActors actors;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    DailyUses days;

    @Autowired
    Areas areas;

    /** The limits that the pages of the house use. */
    @Autowired
    Limits house;

    Limits limits;
    Actor one;
    Actor other;

    @BeforeEach
    void twoPeople() {
        limits = node();
        one = actors.operator(new AreaCode("1804012001"));
        other = actors.operator(new AreaCode("1804012001"));
    }

    @Test
    void whoGoesOnThriceAsOftenRaisesOneAlarmThatHisAuditorSees() throws Exception {
        for (int i = 0; i < 30; i++) {
            attempt(() -> limits.use(Limit.EXPORT, one));
        }
        Actor auditor = actors.auditor(new AreaCode("1804"));
        assertThat(about(one, auditor)).singleElement().satisfies(alarm -> {
            assertThat(alarm.kind()).isEqualTo(AlarmKind.LIMIT_EXCEEDED);
            assertThat(alarm.detail()).isEqualTo("EXPORT");
        });
        mvc.perform(get("/identity/access-log").with(TestActors.with(auditor)))
                .andExpect(content().string(containsString("Batas dilampaui tiga kali lipat")))
                .andExpect(content().string(containsString(one.displayName())));
        assertThat(about(one, actors.auditor(new AreaCode("1101")))).isEmpty();
    }

    @Test
    void anAlarmStaysWhenWhatRaisedItIsUndone() {
        for (int i = 0; i < 59; i++) {
            attempt(() -> limits.use(Limit.PRINT, one));
        }
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            attempt(() -> limits.use(Limit.PRINT, one));
            status.setRollbackOnly();
        });
        assertThat(about(one, actors.auditor(new AreaCode("1804")))).hasSize(1);
    }

    @Test
    void attemptsAreCountedAlthoughSomeAreGrantedMeanwhile() {
        Instant present = time.now();
        // The bucket fills again while somebody asks three times as often as he may.
        for (int i = 0; i < 180; i++) {
            attempt(() -> limits.use(Limit.NIK_LOOKUP, one));
        }
        assertThat(about(one, actors.auditor(new AreaCode("1804")))).hasSize(1);
        time.moveTo(present.plus(Duration.ofMinutes(2)));
        for (int i = 0; i < 179; i++) {
            attempt(() -> limits.use(Limit.NIK_LOOKUP, one));
        }
        assertThat(about(one, actors.auditor(new AreaCode("1804")))).hasSize(1);
    }

    @Test
    void failedLoginsThatAreTurnedAwayAtTheDoorCountToo() {
        String origin = "10.8.8." + (System.identityHashCode(this) % 200);
        for (int i = 0; i < 5; i++) {
            attempt(() -> limits.use(Limit.FAILED_LOGIN, origin));
        }
        for (int i = 0; i < 10; i++) {
            attempt(() -> limits.check(Limit.FAILED_LOGIN, origin));
        }
        assertThat(alarms.latest(actors.auditor(new AreaCode("1804"))))
                .filteredOn(alarm -> alarm.origin().equals(origin))
                .hasSize(1);
    }

    @Test
    void theApplicationCannotTakeAnAlarmAway() {
        alarms.raise(AlarmKind.LOG_ALTERED, "test");
        assertThatThrownBy(() -> jdbc.sql("delete from identity.alarm").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void fiveExportsADayAndNoMore() {
        for (int i = 0; i < 5; i++) {
            limits.use(Limit.EXPORT, one);
        }
        assertThatThrownBy(() -> limits.use(Limit.EXPORT, one))
                .isInstanceOfSatisfying(TooManyRequests.class, refusal -> assertThat(refusal.retryAfter())
                        .isBetween(Duration.ofSeconds(1), Duration.ofDays(1)));
    }

    @Test
    void oneUsersLimitIsNotAnothers() {
        for (int i = 0; i < 5; i++) {
            limits.use(Limit.EXPORT, one);
        }
        assertThatCode(() -> limits.use(Limit.EXPORT, other)).doesNotThrowAnyException();
        assertThatCode(() -> limits.use(Limit.UPLOAD, one)).doesNotThrowAnyException();
    }

    @Test
    void sixtyLookUpsAMinute() {
        for (int i = 0; i < 60; i++) {
            limits.use(Limit.NIK_LOOKUP, one);
        }
        assertThatThrownBy(() -> limits.use(Limit.NIK_LOOKUP, one)).isInstanceOf(TooManyRequests.class);
    }

    @Test
    void whatIsAskedAtOnceIsGrantedAsAWholeOrNotAtAll() {
        limits.use(Limit.NIK_LOOKUP, one, 40);
        assertThatThrownBy(() -> limits.use(Limit.NIK_LOOKUP, one, 31))
                .isInstanceOfSatisfying(
                        TooManyRequests.class,
                        refusal -> assertThat(refusal.retryAfter().toSeconds()).isBetween(5L, 12L));
        assertThatCode(() -> limits.use(Limit.NIK_LOOKUP, one, 20)).doesNotThrowAnyException();
        attempt(() -> limits.use(Limit.NIK_LOOKUP, one, 88));
        assertThat(about(one, actors.auditor(new AreaCode("1804")))).isEmpty();
        attempt(() -> limits.use(Limit.NIK_LOOKUP, one, 2));
        assertThat(about(one, actors.auditor(new AreaCode("1804")))).hasSize(1);
    }

    @Test
    void moreThanEverFitsIsGrantedForAllThatFits() {
        assertThatCode(() -> limits.use(Limit.NIK_LOOKUP, one, 88)).doesNotThrowAnyException();
        assertThat(jdbc.sql(
                                "select used, attempted from identity.daily_use where account_id = :id and limit_code = :limit")
                        .param("id", one.accountId())
                        .param("limit", Limit.NIK_LOOKUP.name())
                        .query()
                        .singleRow())
                .containsEntry("used", 60)
                .containsEntry("attempted", 88);
        assertThatThrownBy(() -> limits.use(Limit.NIK_LOOKUP, one, 1)).isInstanceOf(TooManyRequests.class);
    }

    @Test
    void whatTheProcessAdminUploadsCountsAsAnUpload() throws Exception {
        Actor admin = actors.holding(List.of(Assignment.nation(Role.PROCESS_ADMIN)));
        house.use(Limit.UPLOAD, admin, 60);
        mvc.perform(multipart("/processadmin/drafts/upload")
                        .file("content", new byte[] {1})
                        .with(TestActors.with(admin))
                        .with(csrf()))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().exists("Retry-After"));
    }

    @Test
    void whoGuessesSerialsOnThePublicPageRaisesAnAlarm() throws Exception {
        String origin = "198.51.100.8";
        for (int i = 0; i < 90; i++) {
            mvc.perform(get("/evidence/check/SK-26-22222-22222").with(request -> {
                request.setRemoteAddr(origin);
                return request;
            }));
        }
        assertThat(alarms.latest(actors.auditor(new AreaCode("1804"))))
                .filteredOn(alarm -> alarm.origin().equals(origin))
                .extracting(Alarms.Alarm::detail)
                .containsExactly("SERIAL_CHECK");
    }

    /** As many as use the pages of the whole country, and a stranger with more addresses than that. */
    @Test
    void aDaysLimitIsNotForgottenBecauseManyOthersCome() {
        for (int i = 0; i < 5; i++) {
            limits.use(Limit.EXPORT, one);
        }
        for (int other = 1; other <= 25_000; other++) {
            limits.use(Limit.CALL, new AccountLogin(-other, 0, true));
            limits.use(Limit.FAILED_TOKEN, "2001:db8::" + other);
        }
        assertThatThrownBy(() -> limits.use(Limit.EXPORT, one)).isInstanceOf(TooManyRequests.class);
    }

    @Test
    void askingUsesNothingUp() {
        for (int i = 0; i < 50; i++) {
            limits.check(Limit.FAILED_LOGIN, "10.9.9.9");
        }
        assertThatCode(() -> limits.use(Limit.FAILED_LOGIN, "10.9.9.9")).doesNotThrowAnyException();
    }

    private Limits node() {
        return new Limits(alarms, time, days, areas);
    }

    private List<Alarms.Alarm> about(Actor actor, Actor reader) {
        return alarms.latest(reader).stream()
                .filter(alarm -> Objects.equals(alarm.accountId(), actor.accountId()))
                .toList();
    }

    private static void attempt(Runnable deed) {
        try {
            deed.run();
        } catch (TooManyRequests turnedAway) {
            assertThat(turnedAway.retryAfter()).isPositive();
        }
    }
}
