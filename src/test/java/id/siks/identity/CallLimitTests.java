package id.siks.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.platform.BusinessTime;
import id.siks.platform.TooManyRequests;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Requirement 21: who asks without end waits, and reads so. */
@EngineTest
class CallLimitTests {

    private static final long ALLOWED = Limit.CALL.allowances().get(0).times();

    @Autowired
    Limits limits;

    @Autowired
    Alarms alarms;

    @Autowired
    BusinessTime time;

    @Autowired
    DailyUses days;

    @Autowired
    Areas areas;

    @Autowired
    TestActors actors;

    @Autowired
    MockMvc mvc;

    Actor person;
    AccountLogin login;

    @BeforeEach
    void somebody() {
        person = actors.operator(new AreaCode("1804012001"));
        login = new AccountLogin(person.accountId(), 0, true);
    }

    @Test
    void aPageSaysInWordsHowLongToWait() throws Exception {
        MockHttpServletResponse answer = turnedAway("/worklist", "text/html", null);
        assertThat(text(answer)).contains("<main", "Terlalu sering", "Coba lagi setelah");
    }

    @Test
    void aPartOfAPageIsASentenceThatThePageShows() throws Exception {
        MockHttpServletResponse answer = turnedAway("/worklist", "text/html", "true");
        assertThat(text(answer)).contains("class=\"alert", "Coba lagi setelah").doesNotContain("<main");
    }

    @Test
    void aScriptOrAClientReadsTheSentenceAsData() throws Exception {
        MockHttpServletResponse answer = turnedAway("/area/search", "application/json", null);
        assertThat(answer.getContentType()).isEqualTo("application/problem+json");
        assertThat(text(answer)).contains("Batas pemakaian tercapai");
    }

    @Test
    void picturesAndScriptsOfThePagesAreNotCounted() throws Exception {
        for (int i = 0; i < 3; i++) {
            spend(login);
            mvc.perform(get("/assets/nothing.js").with(TestActors.with(person))).andExpect(status().isNotFound());
        }
    }

    @Test
    void whatAClientAsksIsCountedApartAndNamedInTheAlarm() {
        Limits own = new Limits(alarms, time, days, areas);
        AccountLogin client = login.by("aplikasi-uji");
        long refused = 0;
        for (int i = 0; i < 3 * ALLOWED; i++) {
            try {
                own.use(Limit.CALL, client);
            } catch (TooManyRequests wait) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(ALLOWED);
        assertThatCode(() -> own.use(Limit.CALL, login)).doesNotThrowAnyException();
        assertThatCode(() -> own.use(Limit.CALL, login.by("aplikasi-lain"))).doesNotThrowAnyException();
        assertThat(alarms.latest(actors.auditor(new AreaCode("1804"))))
                .filteredOn(alarm -> Long.valueOf(person.accountId()).equals(alarm.accountId()))
                .singleElement()
                .satisfies(alarm -> {
                    assertThat(alarm.kind()).isEqualTo(AlarmKind.LIMIT_EXCEEDED);
                    assertThat(alarm.detail()).isEqualTo("CALL");
                    assertThat(alarm.origin()).isEqualTo("aplikasi-uji");
                });
    }

    /** The answer when nothing is left; because some comes back every moment, it may take a few attempts. */
    private MockHttpServletResponse turnedAway(String path, String accept, String fragment) throws Exception {
        for (int attempt = 0; attempt < 50; attempt++) {
            spend(login);
            MockHttpServletRequestBuilder request = get(path).accept(accept).with(TestActors.with(person));
            MockHttpServletResponse answer = mvc.perform(
                            fragment == null ? request : request.header("HX-Request", fragment))
                    .andReturn()
                    .getResponse();
            if (answer.getStatus() == 429) {
                assertThat(Integer.parseInt(answer.getHeader("Retry-After"))).isPositive();
                return answer;
            }
        }
        throw new AssertionError(path + " is not limited");
    }

    private void spend(AccountLogin who) {
        try {
            for (int i = 0; i < 2 * ALLOWED; i++) {
                limits.use(Limit.CALL, who);
            }
        } catch (TooManyRequests spent) {
            assertThat(spent.retryAfter()).isPositive();
        }
    }

    private static String text(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }
}
