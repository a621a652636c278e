package id.siks.worklist.board;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.casework.WatchedWork;
import id.siks.identity.Accounts;
import id.siks.identity.Actor;
import id.siks.identity.LeaveSweep;
import id.siks.identity.Role;
import id.siks.platform.Page;
import id.siks.worklist.model.WorklistTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

/** Work for which nobody is there is shown to the office at once. */
class UnstaffedTests extends WorklistTest {

    private static final AreaCode REGENCY = new AreaCode("7303");
    private static final AreaCode VILLAGE = new AreaCode("7303011001");

    @Autowired
    Accounts accounts;

    @Autowired
    Unstaffed unstaffed;

    @Autowired
    WatchedWork goods;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    LeaveSweep leaves;

    @Test
    void the_office_sees_work_without_staff_until_somebody_is_named() throws Exception {
        Actor head = people.officeHead(REGENCY);
        Actor elsewhere = people.officeHead(new AreaCode("7304"));
        work.open(VILLAGE, null);
        work.open(VILLAGE, null);

        home(head).andExpect(content().string(containsString("2 pekerjaan menunggu tanpa petugas")));
        mvc.perform(get("/worklist/board").with(with(head)))
                .andExpect(content().string(containsString("2 pekerjaan menunggu tanpa petugas")));
        page(head)
                .andExpect(content().string(containsString("Operator desa/kelurahan")))
                .andExpect(content().string(containsString("2 menunggu")));
        page(elsewhere).andExpect(content().string(containsString("Semua pekerjaan ada petugasnya.")));

        Actor operator = people.operator(VILLAGE);
        home(head).andExpect(content().string(not(containsString("tanpa petugas"))));
        accounts.disable(operator.accountId());
        page(head).andExpect(content().string(containsString("2 menunggu")));
        people.holding(Role.VILLAGE_OPERATOR, REGENCY);
        page(head).andExpect(content().string(containsString("Semua pekerjaan ada petugasnya.")));
    }

    @Test
    void the_number_opens_the_list_of_what_it_counts() throws Exception {
        AreaCode village = new AreaCode("7305011001");
        Actor head = people.officeHead(village.at(AreaLevel.REGENCY));
        String own = items.find(work.open(village, null)).orElseThrow().ref().value();
        String others = goods.open(Role.DISTRICT_SOCIAL_WORKER, village).value();
        String list = "/worklist/board/list?area=" + village + "&own=true&role=VILLAGE_OPERATOR";

        page(head).andExpect(content().string(containsString('"' + list.replace("&", "&amp;") + '"')));
        mvc.perform(get(list).with(with(head)))
                .andExpect(content().string(containsString(own)))
                .andExpect(content().string(not(containsString(others))));
        mvc.perform(get("/worklist/board/list?area=" + village + "&role=NOBODY").with(with(head)))
                .andExpect(content().string(containsString(others)));
    }

    @Test
    void work_of_somebody_who_lost_the_duty_returns_to_the_team() throws Exception {
        AreaCode village = new AreaCode("7471021009");
        Actor operator = people.operator(village);
        String task = work.open(village, null);
        mvc.perform(post("/worklist/tasks/" + task + "/claim")
                        .with(with(operator))
                        .with(csrf()))
                .andExpect(redirectedUrl("/worklist/tasks/" + task));

        accounts.disable(operator.accountId());

        assertThat(items.find(task).orElseThrow().assignee()).isNull();
        assertThat(items.find(task).orElseThrow().isOpen()).isTrue();
    }

    @Test
    void work_whose_only_holder_is_away_has_nobody_once_his_deputy_is_gone() throws Exception {
        AreaCode village = new AreaCode("7306011001");
        Actor head = people.officeHead(village.at(AreaLevel.REGENCY));
        Actor away = people.operator(village);
        Actor deputy = people.operator(new AreaCode("7306011002"));
        work.open(village, null);
        leaves.away(away, deputy);
        assertThat(unstaffed.of(head)).isEmpty();

        accounts.disable(deputy.accountId());
        assertThat(unstaffed.of(head)).containsExactly(new Unstaffed.Line(Role.VILLAGE_OPERATOR, village, 1));

        people.operator(village);
        assertThat(unstaffed.of(head)).isEmpty();
    }

    @Test
    void the_offices_above_see_the_work_of_offices_nobody_is_in() throws Exception {
        AreaCode regency = new AreaCode("7601");
        Actor province = people.provinceOfficer(new AreaCode("76"));
        Actor ministry = people.ministryOfficer();
        goods.open(Role.REGENCY_VERIFIER, regency);
        goods.open(Role.VILLAGE_OPERATOR, new AreaCode("7601012003"));

        home(province).andExpect(content().string(containsString("2 pekerjaan menunggu tanpa petugas")));
        page(province)
                .andExpect(content().string(containsString("Verifikator Dinsos")))
                .andExpect(content().string(containsString("Operator desa/kelurahan")));
        assertThat(unstaffed.of(ministry))
                .contains(new Unstaffed.Line(Role.REGENCY_VERIFIER, regency, 1))
                .noneMatch(line -> line.role() == Role.VILLAGE_OPERATOR);
        home(ministry).andExpect(content().string(containsString("menunggu tanpa petugas")));
        mvc.perform(get("/worklist").with(with(ministry)))
                .andExpect(content().string(containsString("/worklist/unstaffed")));
        page(ministry).andExpect(status().isOk());
    }

    @Test
    void work_of_a_province_or_the_ministry_without_holders_is_shown_to_the_ministry() {
        AreaCode regency = new AreaCode("9501");
        Actor ministry = people.ministryOfficer();
        Unstaffed.Line forward = new Unstaffed.Line(Role.PROVINCE_OFFICER, regency, 1);
        Unstaffed.Line determine = new Unstaffed.Line(Role.MINISTRY_DECIDER, regency, 1);
        Actor decider = people.decider();
        goods.open(Role.PROVINCE_OFFICER, regency);
        goods.open(Role.MINISTRY_DECIDER, regency);
        assertThat(unstaffed.of(ministry)).contains(forward).doesNotContain(determine);

        Actor province = people.provinceOfficer(new AreaCode("95"));
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.update(
                    """
                    update identity.account set enabled = false where account_id in (
                      select account_id from identity.assignment where role = 'MINISTRY_DECIDER')""");
            assertThat(unstaffed.of(ministry)).contains(determine).doesNotContain(forward);
            assertThat(unstaffed.of(province)).contains(determine);
        });
        accounts.disable(province.accountId());
        accounts.disable(decider.accountId());
    }

    @Test
    void many_posts_are_read_page_by_page_with_all_of_them_counted() throws Exception {
        AreaCode regency = new AreaCode("7308");
        Actor head = people.officeHead(regency);
        for (int i = 0; i < Unstaffed.PAGE + 2; i++) {
            work.open(freshVillage(regency), null);
        }
        List<Unstaffed.Line> lines = unstaffed.of(head);

        Page<Unstaffed.Line> first = Unstaffed.page(lines, null);
        Page<Unstaffed.Line> second = Unstaffed.page(lines, first.next());
        assertThat(first.items()).hasSize(Unstaffed.PAGE);
        assertThat(second.items()).hasSize(2).doesNotContainAnyElementsOf(first.items());
        assertThat(second.next()).isNull();
        assertThat(Unstaffed.page(lines, "x")).isEqualTo(first);
        page(head)
                .andExpect(content().string(containsString("27 pekerjaan menunggu untuk 27 jabatan yang kosong.")))
                .andExpect(content().string(containsString("/worklist/unstaffed?after=" + first.next())));
    }

    @Test
    void lists_of_a_province_remember_its_count_for_a_moment_and_its_page_does_not() {
        Actor province = people.provinceOfficer(new AreaCode("74"));
        int before = unstaffed.waiting(province);

        work.open(new AreaCode("7401011003"), null);

        assertThat(unstaffed.waiting(province)).isEqualTo(before);
        assertThat(Unstaffed.sum(unstaffed.of(province))).isEqualTo(before + 1);
        assertThat(unstaffed.waiting(people.provinceOfficer(new AreaCode("74"))))
                .isEqualTo(before + 1);
    }

    @Test
    void only_offices_may_look() throws Exception {
        page(people.operator(new AreaCode("7471021010"))).andExpect(status().isForbidden());
    }

    private ResultActions home(Actor actor) throws Exception {
        return mvc.perform(get("/").with(with(actor)));
    }

    private ResultActions page(Actor actor) throws Exception {
        return mvc.perform(get("/worklist/unstaffed").with(with(actor)));
    }
}
