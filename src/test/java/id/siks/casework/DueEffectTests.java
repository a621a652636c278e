package id.siks.casework;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.platform.BusinessTime;
import id.siks.worklist.model.TestWork;
import jakarta.servlet.ServletContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.web.IWebExchange;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/** Of too many open tasks the page before a change of the calendar tells what it knows, and that it is an estimate. */
@EngineTest
class DueEffectTests {

    private static final AreaCode VILLAGE = new AreaCode("5207032002");

    // A Monday; the tasks are due on Thursday. No holiday is known of that year.
    private static final Instant MONDAY = Instant.parse("2031-03-03T03:00:00Z");
    private static final CalendarEdit WEDNESDAY = CalendarEdit.of(
            null,
            new Holiday(0, LocalDate.of(2031, 3, 5), "5207", Holiday.Kind.REGIONAL, "Hari jadi", "Perbup 1/2031"));
    private static final int MANY = 30;

    @Autowired
    DueShifts shifts;

    @Autowired
    CalendarRows rows;

    @Autowired
    TestWork work;

    @Autowired
    ITemplateEngine templates;

    @Autowired
    ServletContext servlets;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    BusinessTime time;

    private final List<String> open = new ArrayList<>();

    @AfterEach
    void asItWas() {
        transaction.executeWithoutResult(status -> open.forEach(work::drop));
        time.release();
    }

    @Test
    void asManyAsAPageWaitsForAreCountedOneByOne() {
        DueEffect effect = look(MANY);

        assertThat(effect.isEstimate()).isFalse();
        assertThat(effect.byDays()).containsOnlyKeys(1L).containsValue(MANY);
    }

    @Test
    void ofMoreOneInSoManyIsLookedAt() {
        DueEffect effect = look(MANY / 3);

        assertThat(effect.every()).isEqualTo(3);
        assertThat(effect.byDays()).containsOnlyKeys(1L);
        // Which ones are looked at is as good as chance.
        assertThat(effect.moved()).isBetween(MANY / 4, 2 * MANY);
        assertThat(effect.examples()).isNotEmpty();
    }

    @Test
    void anEstimateSaysNoMoreThanItKnows() {
        DueEffect effect = new DueEffect(new TreeMap<>(Map.of(1L, 1_234, 3L, 3_702)), 7, List.of(), 1);

        DueEffect all = effect.ofAll(50);
        assertThat(all.byDays()).containsEntry(1L, 62_000).containsEntry(3L, 190_000);
        assertThat(all.kept()).isEqualTo(350);
        assertThat(page(all)).contains("Satu dari setiap 50 tugas diperiksa", "62.000 tugas mundur 1 hari");
        assertThat(page(effect)).doesNotContain("Satu dari setiap").contains("1.234 tugas mundur 1 hari");
        assertThat(page(new DueEffect(new TreeMap<>(), 0, List.of(), 50)))
                .contains("Di antara tugas yang diperiksa tidak ada tenggat yang berubah");
    }

    private DueEffect look(int most) {
        time.moveTo(MONDAY);
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < MANY; i++) {
                open.add(work.open(VILLAGE, null));
            }
        });
        return shifts.look(CalendarShift.of(WEDNESDAY, rows.read(), time.now()), most);
    }

    private String page(DueEffect effect) {
        IWebExchange exchange = JakartaServletWebApplication.buildApplication(servlets)
                .buildExchange(new MockHttpServletRequest(servlets), new MockHttpServletResponse());
        WebContext values = new WebContext(exchange, new Locale("id", "ID"));
        values.setVariable("edit", WEDNESDAY);
        values.setVariable("effect", effect);
        return templates.process("casework/calendar-effect", Set.of("told"), values);
    }
}
