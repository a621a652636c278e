package id.siks.worklist.desk;

import static id.siks.identity.TestActors.login;
import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.area.AreaCode;
import id.siks.casework.CaseProgressed;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.casework.LadderWatch;
import id.siks.casework.Rungs;
import id.siks.casework.ToldRung;
import id.siks.casework.WatchedWork;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Somebody goes on leave: his deputy acts for him, gets his work, and gives back what is left of it. */
class LeaveTests extends LeaveTest {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.forLanguageTag("id"));

    private static final AreaCode OTHER_VILLAGE = new AreaCode("5271011006");

    @Autowired
    WatchedWork goods;

    @Autowired
    LadderWatch watch;

    @Autowired
    Rungs rungs;

    @Autowired
    JdbcTemplate db;

    @Test
    void open_work_passes_to_the_deputy_and_returns_by_itself() throws Exception {
        String mine = claimed(budi);
        String done = claimed(budi);
        String taken = work.open(VILLAGE, null);

        leave(budi, siti.id(), today, today.plusDays(2)).andExpect(redirectedUrl(PAGE));

        isWith(siti, mine);
        mvc.perform(get("/").with(with(siti)))
                .andExpect(content().string(containsString("Plt. " + budi.displayName() + "; 2 pekerjaan")));
        mvc.perform(get("/worklist/tasks/" + mine).with(with(siti)))
                .andExpect(content().string(containsString("sebagai Plt. " + budi.displayName())));
        send(siti, "/worklist/tasks/" + done + "/release").andExpect(redirectedUrl("/worklist"));
        send(siti, "/worklist/tasks/" + taken + "/claim").andExpect(status().is3xxRedirection());

        time.moveTo(today.plusDays(3).atStartOfDay(ZONE).toInstant());
        sweep.run();
        sweep.run();

        isWith(budi, mine);
        assertThat(items.find(done).orElseThrow().assignee()).isNull();
        isWith(siti, taken);
        mvc.perform(get("/").with(with(budi)))
                .andExpect(content().string(containsString("1 pekerjaan kembali kepada Anda")));
        assertThat(work.isInStep()).isTrue();
    }

    @Test
    void who_stands_in_for_somebody_without_work_reads_of_none() throws Exception {
        leave(budi, siti.id(), today, today.plusDays(2)).andExpect(redirectedUrl(PAGE));

        mvc.perform(get("/").with(with(siti)))
                .andExpect(content().string(containsString("<b>Anda menjadi Plt. " + budi.displayName() + "</b>")));
    }

    @Test
    void what_passes_to_the_deputy_by_itself_answers_no_reminder() throws Exception {
        CaseRef ref = goods.open(Role.VILLAGE_OPERATOR, VILLAGE);
        claim(open(ref), budi);
        watch.next(ref);
        LocalDate leaves = time.today(ZONE);

        leave(budi, siti.id(), leaves, leaves).andExpect(redirectedUrl(PAGE));
        isWith(siti, open(ref));
        assertThat(rungs.of(ref)).extracting(ToldRung::acted).containsOnlyNulls();

        time.moveTo(leaves.plusDays(1).atStartOfDay(ZONE).toInstant());
        sweep.run();
        isWith(budi, open(ref));
        assertThat(rungs.of(ref)).extracting(ToldRung::acted).containsOnlyNulls();

        send(budi, "/worklist/tasks/" + open(ref) + "/release").andExpect(redirectedUrl("/worklist"));
        claim(open(ref), siti);
        assertThat(rungs.of(ref)).extracting(ToldRung::acted).containsOnly(ToldRung.Deed.TAKEN);
    }

    @Test
    void the_ladder_tells_the_deputy_and_not_the_absent_and_nobody_when_the_deputy_is_gone() throws Exception {
        Actor third = people.operator(OTHER);
        Actor keeper = people.holding(List.of(Assignment.nation(Role.USER_ADMIN)));
        CaseRef ref = goods.open(Role.VILLAGE_OPERATOR, OTHER_VILLAGE);
        Actor absent = people.operator(OTHER_VILLAGE);
        enter(keeper, login(absent), login(third), today, today.plusDays(30)).andExpect(redirectedUrl(PAGE));

        watch.next(ref);
        assertThat(rungs.of(ref).get(0).told()).containsExactly(third.accountId());

        CaseRef alone = goods.open(Role.VILLAGE_OPERATOR, OTHER_VILLAGE);
        db.update("update identity.account set enabled = false where account_id = ?", third.accountId());
        watch.next(alone);
        assertThat(rungs.of(alone).get(0).unheard()).isTrue();
    }

    private String open(CaseRef ref) {
        return engine.createTaskQuery()
                .processInstanceBusinessKey(ref.value())
                .singleResult()
                .getId();
    }

    @Test
    void a_leave_of_later_begins_on_its_day_and_not_before() throws Exception {
        String mine = claimed(budi);
        leave(budi, siti.id(), today.plusDays(1), today.plusDays(1)).andExpect(redirectedUrl(PAGE));
        sweep.run();
        isWith(budi, mine);

        time.moveTo(today.plusDays(1).atStartOfDay(ZONE).toInstant());
        sweep.run();
        isWith(siti, mine);
    }

    @Test
    void a_deputy_without_the_duty_holds_it_for_that_time_only() throws Exception {
        Actor keeper = people.holding(List.of(Assignment.nation(Role.USER_ADMIN)));
        Actor elsewhere = people.operator(OTHER);
        String mine = claimed(budi);
        assertThat(elsewhere.holds(Role.VILLAGE_OPERATOR, VILLAGE)).isFalse();

        enter(keeper, login(budi), login(elsewhere), today, today.plusDays(1)).andExpect(redirectedUrl(PAGE));

        Actor deputy = actors.byId(elsewhere.accountId());
        assertThat(deputy.holds(Role.VILLAGE_OPERATOR, VILLAGE)).isTrue();
        assertThat(deputy.own()).isEqualTo(elsewhere.assignments());
        assertThat(deputy.persons()).containsExactlyInAnyOrder(elsewhere.accountId(), budi.accountId());
        assertThat(actors.holding(Role.VILLAGE_OPERATOR, VILLAGE)).contains(deputy);
        isWith(deputy, mine);
        mvc.perform(get("/").with(with(deputy)))
                .andExpect(content().string(containsString("menggantikan " + budi.displayName())));
        String taken = work.open(VILLAGE, null);
        send(deputy, "/worklist/tasks/" + taken + "/claim").andExpect(status().is3xxRedirection());

        time.moveTo(today.plusDays(2).atStartOfDay(ZONE).toInstant());
        send(elsewhere, "/worklist/tasks/" + mine + "/release").andExpect(status().isNotFound());
        sweep.run();
        isWith(budi, mine);
        isWith(budi, taken);
    }

    @Test
    void what_the_deputy_did_is_shown_as_done_for_the_absent_even_later() throws Exception {
        Actor keeper = people.holding(List.of(Assignment.nation(Role.USER_ADMIN)));
        Actor elsewhere = people.operator(OTHER);
        CaseRef ref =
                items.find(work.open(VILLAGE, budi.accountId())).orElseThrow().ref();
        enter(keeper, login(budi), login(elsewhere), today, today).andExpect(redirectedUrl(PAGE));
        transaction.executeWithoutResult(status -> events.publishEvent(CaseProgressed.of(
                ref, "submitted", CaseStatus.IDENTITY_CHECKING, null, elsewhere.accountId(), time.now())));

        time.moveTo(today.plusDays(9).atStartOfDay(ZONE).toInstant());
        mvc.perform(get("/casework/" + ref).with(with(siti)))
                .andExpect(content()
                        .string(containsString(elsewhere.displayName() + ", Plt. Operator desa/kelurahan (menggantikan "
                                + budi.displayName() + ")")));
    }

    @Test
    void overlaps_and_deputies_of_deputies_are_refused_at_their_field() throws Exception {
        Actor third = people.operator(VILLAGE);
        leave(budi, siti.id(), today, today.plusDays(4)).andExpect(redirectedUrl(PAGE));

        refused(
                leave(budi, third.id(), today.plusDays(4), today.plusDays(6)),
                "sudah tercatat cuti " + DAY.format(today) + " sampai " + DAY.format(today.plusDays(4)));
        refused(leave(siti, third.id(), today.plusDays(1), today.plusDays(1)), "tidak dapat digantikan Plt. lain");
        refused(leave(third, budi.id(), today, today), "sendiri cuti");
        leave(budi, third.id(), today.plusDays(5), today.plusDays(6)).andExpect(redirectedUrl(PAGE));
    }

    @Test
    void the_days_of_a_leave_are_those_of_the_absent_whoever_reads_them() throws Exception {
        Actor keeper = people.holding(
                List.of(Assignment.of(Role.USER_ADMIN, AreaCode.CAPITAL), Assignment.of(Role.USER_ADMIN, VILLAGE)));
        leave(budi, siti.id(), today, today.plusDays(1)).andExpect(redirectedUrl(PAGE));

        // A keeper in the capital reads by the capital's clock, an hour behind: there it still is the day before.
        String page = mvc.perform(get(PAGE).with(with(keeper)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String line = page.substring(page.indexOf(budi.displayName()));
        assertThat(line.substring(0, line.indexOf("</li>")))
                .contains(DAY.format(today), DAY.format(today.plusDays(1)))
                .doesNotContain(DAY.format(today.minusDays(1)));
    }

    @Test
    void wrong_people_and_days_get_a_sentence() throws Exception {
        Actor elsewhere = people.operator(OTHER);
        Actor keeper = people.holding(Role.USER_ADMIN, new AreaCode("5272"));

        refused(leave(budi, elsewhere.id(), today, today), "Pilih rekan yang penugasannya sama");
        refused(leave(budi, budi.id(), today, today), "Pilih rekan yang penugasannya sama");
        refused(leave(budi, siti.id(), today.minusDays(1), today), "paling cepat hari ini");
        refused(leave(budi, siti.id(), today, today.minusDays(1)), "tidak boleh sebelum");
        refused(leave(budi, siti.id(), today, today.plusDays(400)), "Paling lama");
        refused(enter(budi, "", siti.id(), "31/12/2026", "9999999-01-01"), "Pilih tanggalnya");
        refused(enter(keeper, login(budi), login(siti), today, today), "Tidak ada akun");
    }

    @Test
    void a_leave_ended_early_hands_back_at_once_and_only_by_those_it_concerns() throws Exception {
        String mine = claimed(budi);
        leave(budi, siti.id(), today, today.plusDays(9)).andExpect(redirectedUrl(PAGE));
        String end = end(budi);

        send(siti, end).andExpect(status().isNotFound());
        send(budi, end).andExpect(redirectedUrl(PAGE));

        isWith(budi, mine);
        assertThat(actors.byId(siti.accountId()).standIns()).isEmpty();
        send(budi, end).andExpect(status().isConflict());
    }

    @Test
    void a_leave_that_was_ended_stands_in_the_way_of_no_other_of_the_same_day() throws Exception {
        Actor third = people.operator(VILLAGE);
        leave(budi, siti.id(), today, today.plusDays(1)).andExpect(redirectedUrl(PAGE));
        send(budi, end(budi)).andExpect(redirectedUrl(PAGE));

        leave(siti, budi.id(), today, today).andExpect(redirectedUrl(PAGE));
        send(siti, end(siti)).andExpect(redirectedUrl(PAGE));
        leave(budi, third.id(), today, today).andExpect(redirectedUrl(PAGE));

        String day = DAY.format(today);
        mvc.perform(get(PAGE).with(with(budi))).andExpect(content().string(containsString(">" + day + "</span>")));
        refused(leave(budi, siti.id(), today, today), "sudah tercatat cuti " + day + ".");
    }

    @Test
    void who_is_away_is_not_given_work() throws Exception {
        Actor third = people.operator(VILLAGE);
        leave(budi, siti.id(), today, today).andExpect(redirectedUrl(PAGE));
        String task = claimed(third);

        MockHttpServletRequestBuilder give = request(third, "/worklist/tasks/" + task + "/give");
        mvc.perform(give.param("giveTo", budi.id())).andExpect(status().isUnprocessableEntity());
    }

    /** The address that ends the one leave the actor may end. */
    private String end(Actor actor) throws Exception {
        String page = mvc.perform(get(PAGE).with(with(actor)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return page.replaceAll("(?s).*action=\"(/identity/leave/\\d+/end)\".*", "$1");
    }

    private void refused(ResultActions answer, String sentence) throws Exception {
        answer.andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString(sentence)));
    }
}
