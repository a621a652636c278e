package id.siks.finalization;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.HeldRows;
import id.siks.area.AreaCode;
import id.siks.finalization.Rehearsal.Walk;
import id.siks.finalization.model.CalendarOutlook;
import id.siks.finalization.model.Calendars;
import id.siks.finalization.model.Calendars.Choice;
import id.siks.finalization.model.Calendars.Followed;
import id.siks.finalization.model.Dates;
import id.siks.identity.Actor;
import id.siks.platform.Conflict;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The office head chooses how often his regency sends a batch, and by which days. */
class PeriodCalendarPagesTests extends PeriodTest {

    private static final String WHY = "Bupati mengesahkan per triwulan.";

    @Autowired
    Calendars calendars;

    @Autowired
    CalendarOutlook outlook;

    @Autowired
    JdbcTemplate db;

    @Test
    void whatAChoiceDoesIsShownBeforeItIsSavedAndCountsFromTheFirstPeriodNotPlannedYet() throws Exception {
        Walk walk = rehearsal.opened("1971");
        String path = "/finalization/calendar/" + walk.regency;
        web.perform(get(path).with(with(walk.officeHead)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Desember 2026")))
                .andExpect(content().string(not(containsString("Dengan Triwulanan"))))
                .andExpect(content().string(not(containsString("??"))));
        web.perform(get(path)
                        .param("cadence", "QUARTERLY")
                        .param("calendar", "PBI_MONTHLY")
                        .with(with(walk.officeHead)))
                .andExpect(content().string(containsString("Dengan Triwulanan")))
                .andExpect(content().string(containsString("Januari–Maret 2027")))
                .andExpect(content().string(containsString("7 Maret 2027")))
                .andExpect(content().string(not(containsString("??"))));
        assertThat(calendars.choices(walk.regency)).isEmpty();

        web.perform(chosen(path, "0", WHY).with(with(walk.officeHead))).andExpect(redirectedUrl(path));
        assertThat(calendars.choices(walk.regency))
                .singleElement()
                .satisfies(choice ->
                        assertThat(choice.followed()).isEqualTo(new Followed("PBI_MONTHLY", Cadence.QUARTERLY)))
                .satisfies(choice -> assertThat(choice.sentence()).isEqualTo(WHY))
                .satisfies(choice -> assertThat(choice.by()).isEqualTo(walk.officeHead.accountId()));
        assertThat(walk.next().cadence()).isEqualTo(Cadence.MONTHLY);
        PeriodView quarter = periods.plan(walk.regency, YearMonth.of(2027, 3));
        assertThat(quarter.cadence()).isEqualTo(Cadence.QUARTERLY);
        assertThat(quarter.villageCutoffAt()).isEqualTo("2027-03-07T16:59:00Z");
        web.perform(get(path).with(with(walk.officeHead))).andExpect(content().string(containsString(WHY)));
    }

    /** 31 March 2025 was Idulfitri, the weekend came before it, and Friday was joint leave. */
    @Test
    void theDecreeIsPlannedForTheLastDayOnWhichOfficesOpen() {
        time.moveTo(Instant.parse("2025-03-01T02:00:00Z"));
        try {
            assertThat(outlook.ahead(new AreaCode("1272"), new Followed("DTKS_MONTHLY", Cadence.MONTHLY)))
                    .extracting(Dates::determinationPlannedAt)
                    .containsExactly(
                            Instant.parse("2025-03-27T09:00:00Z"),
                            Instant.parse("2025-04-30T09:00:00Z"),
                            Instant.parse("2025-05-28T09:00:00Z"));
        } finally {
            time.release();
        }
    }

    @Test
    void aChoiceWithoutAReasonOrOverOneHeDidNotSeeIsRefused() throws Exception {
        AreaCode regency = new AreaCode("3672");
        Actor officeHead = people.officeHead(regency);
        String path = "/finalization/calendar/" + regency;
        web.perform(chosen(path, "0", "pendek").with(with(officeHead)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Tulis 10 sampai 1.000 huruf.")));
        web.perform(chosen(path, "0", "Permintaan 1804042602850224.").with(with(officeHead)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Hapus NIK atau nomor KK")));
        web.perform(chosen(path, "TAHUNAN", "0", WHY).with(with(officeHead)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("<p class=\"field-error\">")));
        assertThat(calendars.choices(regency)).isEmpty();

        web.perform(chosen(path, "0", WHY).with(with(officeHead))).andExpect(redirectedUrl(path));
        List<Choice> choices = calendars.choices(regency);
        String later = "Menyesuaikan jadwal kementerian.";
        web.perform(chosen(path, "CONTINUOUS", "0", later).with(with(officeHead)))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString(officeHead.displayName() + " memilih kalender")))
                .andExpect(content().string(containsString(later + "</textarea>")))
                .andExpect(content()
                        .string(containsString(
                                "name=\"seen\" value=\"" + choices.get(0).id() + "\"")));
        assertThat(calendars.choices(regency)).isEqualTo(choices);
        web.perform(chosen(path, Long.toString(choices.get(0).id()), WHY).with(with(officeHead)))
                .andExpect(redirectedUrl(path));
        assertThat(calendars.choices(regency)).isEqualTo(choices);
    }

    @Test
    void ofTwoWhoChooseAtOnceTheSecondIsToldOfTheFirst() {
        AreaCode regency = new AreaCode("6204");
        Actor first = people.officeHead(regency);
        Actor second = people.officeHead(regency);

        CompletableFuture<Void> late = transaction.execute(status -> {
            periods.follow(regency, new Followed("PBI_MONTHLY", Cadence.MONTHLY), 0, WHY, first);
            CompletableFuture<Void> begun = CompletableFuture.runAsync(
                    () -> periods.follow(regency, new Followed("CONTINUOUS", Cadence.MONTHLY), 0, WHY, second));
            HeldRows.untilWaitedFor(db);
            return begun;
        });

        assertThatThrownBy(late::join).hasCauseInstanceOf(Conflict.class);
        assertThat(calendars.choices(regency)).singleElement().satisfies(choice -> assertThat(choice.by())
                .isEqualTo(first.accountId()));
    }

    @Test
    void whoSeesTheRegencyReadsItAndOnlyItsOfficeHeadChooses() throws Exception {
        AreaCode regency = new AreaCode("5171");
        String path = "/finalization/calendar/" + regency;
        web.perform(get(path).with(with(people.verifier(regency))))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("id=\"choose\""))));
        web.perform(chosen(path, "0", WHY).with(with(people.verifier(regency)))).andExpect(status().isForbidden());
        Actor neighbour = people.officeHead(new AreaCode("5103"));
        web.perform(get(path).with(with(neighbour))).andExpect(status().isNotFound());
        web.perform(chosen(path, "0", WHY).with(with(neighbour))).andExpect(status().isNotFound());
        web.perform(get("/finalization/calendar/9999").with(with(people.officeHead(regency))))
                .andExpect(status().isNotFound());
        assertThat(calendars.choices(regency)).isEmpty();
    }

    private static MockHttpServletRequestBuilder chosen(String path, String seen, String why) {
        return chosen(path, "PBI_MONTHLY", seen, why);
    }

    private static MockHttpServletRequestBuilder chosen(String path, String calendar, String seen, String why) {
        return post(path)
                .param("key", UUID.randomUUID().toString())
                .param("seen", seen)
                .param("cadence", "QUARTERLY")
                .param("calendar", calendar)
                .param("sentence", why)
                .with(csrf());
    }
}
