package id.siks.worklist.bulk;

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
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.proposal.ProposalTestData;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What a supervisor does from his board, in a regency of its own. */
class OverseeTests extends OverseeTest {

    @Test
    void the_lists_of_the_board_offer_what_can_be_done() throws Exception {
        mvc.perform(get("/worklist/board/list").param("late", "false").with(with(verifier)))
                .andExpect(content().string(containsString("form=\"bulk\" value=\"" + task + "\"")))
                .andExpect(content().string(containsString("action=\"/worklist/board/oversight\"")));
        mvc.perform(get("/worklist/board/list").with(with(people.auditor(REGENCY))))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("name=\"item\""))));
    }

    @Test
    void a_camat_is_offered_what_he_may_do_and_told_who_does_the_rest() throws Exception {
        Actor camat = people.holding(Role.DISTRICT_HEAD, new AreaCode("531001"));

        mvc.perform(get("/worklist/board/list").with(with(camat)))
                .andExpect(content().string(containsString("form=\"bulk\" value=\"" + task + "\"")))
                .andExpect(content().string(containsString("value=\"note\"")))
                .andExpect(content().string(containsString("value=\"remind\"")))
                .andExpect(content().string(not(containsString("value=\"reassign\""))))
                .andExpect(content().string(not(containsString("value=\"due\""))));
        for (String deed : List.of("reassign", "due")) {
            choose(deed, camat, task)
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(containsString("dilakukan Dinsos")));
        }
        refused("reassign", camat, "dilakukan Dinsos", "giveTo", siti.id());
    }

    @Test
    void work_is_passed_from_whoever_has_it_to_another_and_both_are_told() throws Exception {
        String free = work.open(VILLAGE, null);
        claim(task, budi);
        choose("reassign", verifier, task, free)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(siti.displayName())));

        String key = done("reassign", verifier, List.of(task, free), "giveTo", siti.id(), "giveReason", "Budi sakit.");

        for (String one : List.of(task, free)) {
            assertThat(items.find(one).orElseThrow().assignee()).isEqualTo(siti.accountId());
            assertThat(engine.createTaskQuery().taskId(one).singleResult().getAssignee())
                    .isEqualTo(siti.id());
        }
        happened("task-reassigned", siti.displayName() + ": Budi sakit.");
        home(budi).andExpect(content().string(containsString("mengalihkan pekerjaan Anda kepada petugas lain")));
        home(siti).andExpect(content().string(containsString("menyerahkan satu pekerjaan kepada Anda")));
        result(key)
                .andExpect(content().string(containsString("2 berhasil.")))
                .andExpect(content().string(containsString("Sekarang di tangan " + siti.displayName() + ".")));
        refused(
                "reassign",
                verifier,
                "Pilih seorang rekan",
                "giveTo",
                people.operator(new AreaCode("5310012002")).id());
        assertThat(work.isInStep()).isTrue();
    }

    @Test
    void a_reason_with_the_number_of_a_person_is_refused_before_any_of_many_is_passed_on() throws Exception {
        refused(
                "reassign",
                verifier,
                "Hapus NIK atau nomor KK",
                "giveTo",
                siti.id(),
                "giveReason",
                "Anak 1804042602850224 sakit.");

        assertThat(items.find(task).orElseThrow().assignee()).isNull();
    }

    @Test
    void work_lent_to_somebody_is_passed_on_and_its_owner_is_told_too() throws Exception {
        claim(task, budi);
        mvc.perform(post("/worklist/tasks/" + task + "/ask")
                        .with(with(budi))
                        .with(csrf())
                        .param("key", UUID.randomUUID().toString())
                        .param("askTo", siti.id())
                        .param("askText", "Tolong timbang ulang."))
                .andExpect(status().is3xxRedirection());
        Actor ani = people.operator(VILLAGE);

        done("reassign", verifier, List.of(task), "giveTo", ani.id());

        assertThat(items.find(task).orElseThrow().assignee()).isEqualTo(ani.accountId());
        for (Actor other : List.of(budi, siti)) {
            home(other).andExpect(content().string(containsString("mengalihkan pekerjaan Anda")));
        }
        assertThat(work.isInStep()).isTrue();
    }

    @Test
    void the_team_is_reminded_once_a_day() throws Exception {
        String first = done("remind", verifier, List.of(task));
        result(first).andExpect(content().string(containsString("1 berhasil.")));
        happened("task-reminded", null);
        for (Actor one : List.of(budi, siti)) {
            home(one).andExpect(content().string(containsString("mengingatkan Anda akan satu pekerjaan")));
        }

        String again = done("remind", people.officeHead(REGENCY), List.of(task));

        mvc.perform(get("/worklist/bulk/" + again).with(with(verifier))).andExpect(status().isNotFound());
        assertThat(timeline.of(ref()).stream().filter(e -> e.what().equals("task-reminded")))
                .hasSize(1);
    }

    @Test
    void a_reminder_nobody_can_get_is_refused_and_not_counted() throws Exception {
        String lonely = work.open(new AreaCode("5310012009"), null);

        String key = done("remind", verifier, List.of(lonely));

        result(key).andExpect(content().string(containsString("Tidak ada petugas yang dapat diingatkan.")));
        assertThat(timeline.of(items.find(lonely).orElseThrow().ref()))
                .noneMatch(entry -> entry.what().equals("task-reminded"));
    }

    @Test
    void a_note_is_read_by_those_who_work_on_it_and_stands_out() throws Exception {
        claim(task, budi);
        refused("note", verifier, "Tulis 3 sampai 500 huruf.", "note", "ya");

        done("note", verifier, List.of(task), "note", "Dahulukan keluarga ini.");

        home(budi)
                .andExpect(content().string(containsString("menulis catatan tentang pekerjaan Anda")))
                .andExpect(content().string(not(containsString("Dahulukan"))));
        mvc.perform(get("/worklist/tasks/" + task).with(with(budi)))
                .andExpect(content().string(containsString("Dahulukan keluarga ini.")))
                .andExpect(content().string(containsString("catatan penyelia")));
    }

    @Test
    void one_of_many_that_cannot_be_done_leaves_the_others_done() throws Exception {
        String gone = work.open(VILLAGE, null);
        String own = work.open(VILLAGE, null);
        work.drop(gone);

        String key = done("remind", verifier, List.of(task, gone, own, "no-such-task"));

        result(key)
                .andExpect(content().string(containsString("2 berhasil.")))
                .andExpect(content().string(containsString("2 tidak dilakukan")))
                .andExpect(content().string(containsString("1 pekerjaan tidak dapat Anda lihat.")));
        assertThat(timeline.of(items.find(gone).orElseThrow().ref()))
                .noneMatch(entry -> entry.what().equals("task-reminded"));
    }

    @Test
    void another_area_does_not_exist_and_nobody_moves_a_deadline_of_his_own_team() throws Exception {
        Actor stranger = people.verifier(new AreaCode("5309"));
        for (String deed : List.of("reassign", "note", "due")) {
            mvc.perform(request(deed, stranger, List.of(task), "note", "Halo semua.", "key", key()))
                    .andExpect(status().isNotFound());
        }
        choose("due", stranger, task).andExpect(status().isNotFound());
        choose("remind", stranger, task).andExpect(status().isNotFound());
        choose("delete", verifier, task).andExpect(status().isNotFound());
        choose("note", budi, task).andExpect(status().isForbidden());
        choose("note", people.auditor(REGENCY), task).andExpect(status().isForbidden());

        Actor both = people.holding(List.of(
                Assignment.of(Role.DISTRICT_HEAD, new AreaCode("531001")),
                Assignment.of(Role.VILLAGE_OPERATOR, new AreaCode("5310012003"))));
        choose("note", both, task).andExpect(status().isOk());
        ProposalTestData.Place here = data.in("5311011002");
        String decision = open(here.visited(), "decide-proposal");
        Actor colleague = people.verifier(new AreaCode("5311"));
        choose("due", colleague, decision)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("bukan pekerjaan bawahan Anda")));
        choose("due", people.officeHead(new AreaCode("5311")), decision).andExpect(status().isOk());
    }

    @Test
    void the_same_request_twice_is_one_deed_and_leads_back_to_the_list() throws Exception {
        String key = key();
        MockHttpServletRequestBuilder note = request(
                        "note",
                        verifier,
                        List.of(task),
                        "note",
                        "Dahulukan ini.",
                        "from",
                        "area=5310&role=VILLAGE_OPERATOR")
                .param("key", key);
        for (int i = 0; i < 2; i++) {
            mvc.perform(note)
                    .andExpect(redirectedUrl("/worklist/bulk/" + key + "?from=area%3D5310%26role%3DVILLAGE_OPERATOR"));
        }
        mvc.perform(get("/worklist/bulk/" + key)
                        .param("from", "area=5310&role=VILLAGE_OPERATOR")
                        .with(with(verifier)))
                .andExpect(
                        content().string(containsString("/worklist/board/list?area=5310&amp;role=VILLAGE_OPERATOR")));
        mvc.perform(get("/worklist/bulk/" + key)
                        .param("from", "https://example.org")
                        .with(with(verifier)))
                .andExpect(content().string(not(containsString("example.org"))));
        mvc.perform(get("/worklist/cases/" + ref()).with(with(verifier)))
                .andExpect(content().string(containsString("Dahulukan ini.")));
        assertThat(work.isInStep()).isTrue();
    }

    private void happened(String what, String note) {
        assertThat(timeline.of(ref())).last().satisfies(last -> {
            assertThat(last.what()).isEqualTo(what);
            assertThat(last.by()).isEqualTo(verifier.accountId());
            assertThat(last.note()).isEqualTo(note);
        });
    }

    private ResultActions result(String key) throws Exception {
        return mvc.perform(get("/worklist/bulk/" + key).with(with(verifier)));
    }

    private ResultActions choose(String deed, Actor actor, String... tasks) throws Exception {
        return mvc.perform(request("", deed, actor, List.of(tasks), "key", key()));
    }
}
