package id.siks.worklist.list;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.casework.SubjectChanged;
import id.siks.identity.AccessEntry;
import id.siks.identity.Actor;
import id.siks.identity.TestAccessLog;
import id.siks.proposal.ProposalTestData;
import id.siks.proposal.Proposals;
import id.siks.worklist.model.WorkItem;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;

/** Families and colleagues are named to those who may know them, and it is noted whom a list names. */
class ListedNamesTests extends ListTest {

    @Autowired
    Proposals proposals;

    @Autowired
    TestAccessLog accessLog;

    @Test
    void an_address_tells_the_name_of_a_colleague_and_of_nobody_else() throws Exception {
        Actor colleague = people.operator(village);
        Actor stranger = people.operator(new AreaCode("1101012001"));
        Actor head = people.villageHead(village);

        mvc.perform(get("/worklist").param("who", colleague.id()).with(with(operator)))
                .andExpect(content().string(containsString("dikerjakan " + colleague.displayName())));
        for (Actor other : List.of(stranger, head)) {
            mvc.perform(get("/worklist").param("who", other.id()).with(with(operator)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("dikerjakan orang di luar tim")))
                    .andExpect(content().string(not(containsString(other.displayName()))));
        }
    }

    @Test
    void a_name_is_found_without_accents_and_with_a_slip_and_stands_in_no_address() throws Exception {
        String wanted = work.open(village, null, "Siti Nurʼaini Rahmawáti");
        String other = work.open(village, null, "Budi Santoso");
        MockHttpSession session = new MockHttpSession();

        assertThat(looks(caseOf(wanted))).isZero();
        for (String typed : List.of("rahmawati", "RAHMAWATI", "rahmwati")) {
            String address = found(typed, operator, session);
            assertThat(address).matches("/worklist\\?search=[a-z0-9]{10}");
            mvc.perform(get(address).session(session).with(with(operator)))
                    .andExpect(content().string(containsString(wanted)))
                    .andExpect(content().string(not(containsString(other))));
        }
        assertThat(looks(caseOf(wanted))).as("the hits, once an hour").isEqualTo(1);
        assertThat(looks(caseOf(other))).isZero();
        mvc.perform(get(found("rahmawati", operator, session)).with(with(operator)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString(wanted))));
    }

    @Test
    void what_is_no_word_and_a_part_of_a_number_find_nothing_and_say_how_to_search() throws Exception {
        String task = work.open(village, null, "Siti Rahmawati");
        String number = caseOf(task);
        MockHttpSession session = new MockHttpSession();

        for (String typed : List.of("%", "_", "'", "…")) {
            mvc.perform(get(found(typed, operator, session)).session(session).with(with(operator)))
                    .andExpect(content().string(not(containsString(task))))
                    .andExpect(content().string(containsString("Tulis sedikitnya satu huruf atau angka")));
        }
        for (String typed : List.of(number.substring(number.length() - 6), number.substring(0, 8))) {
            mvc.perform(get(found(typed, operator, session)).session(session).with(with(operator)))
                    .andExpect(content().string(not(containsString(task))))
                    .andExpect(content().string(containsString("Tulis nomor perkara secara lengkap")));
        }
        mvc.perform(get(found("sulaiman", operator, session)).session(session).with(with(operator)))
                .andExpect(content().string(containsString("Hapus salah satu saringan")));
        mvc.perform(get(found("siti", operator, session)).session(session).with(with(operator)))
                .andExpect(content().string(containsString(task)));
    }

    /** Requirement 23: a list names families as well. */
    @Test
    void whom_a_list_names_is_noted_for_the_one_who_sees_it() throws Exception {
        String ref = caseOf(work.open(village, operator.accountId(), "Ibu Murni"));
        Actor colleague = people.operator(village);
        assertThat(desk.view(filters.of(Map.of()), null, null, operator).rows()).hasSize(1);
        mvc.perform(get("/worklist/stamp").with(with(operator))).andExpect(status().isOk());
        assertThat(readers(ref)).as("nothing was shown yet").isEmpty();

        for (int i = 0; i < 2; i++) {
            mvc.perform(get("/worklist").header("HX-Request", "true").with(with(operator)))
                    .andExpect(content().string(containsString("Ibu Murni")));
        }
        assertThat(readers(ref)).containsExactly(operator.accountId());
        mvc.perform(get("/").with(with(colleague))).andExpect(content().string(containsString("Ibu Murni")));
        assertThat(readers(ref)).containsExactly(operator.accountId(), colleague.accountId());
        Actor other = people.operator(village);
        tasks.setAssignee(taskOf(ref), other.id());
        mvc.perform(get("/worklist?tab=mine").with(with(other)))
                .andExpect(content().string(containsString("Ibu Murni")));
        assertThat(readers(ref)).endsWith(other.accountId());
    }

    @Test
    void a_family_called_like_its_village_is_named_and_noted() throws Exception {
        String name = areas.get(village).name().substring(0, 4);
        String ref = caseOf(work.open(village, null, name));

        mvc.perform(get("/worklist").with(with(operator)))
                .andExpect(content().string(containsString("work-subject\">" + name + "</span>")));
        assertThat(readers(ref)).containsExactly(operator.accountId());
    }

    @Test
    void a_meeting_and_a_period_name_no_family() throws Exception {
        ProposalTestData.Place here = data.in("6102012001");
        here.ready();
        for (CaseRef ref : List.of(
                proposals.openMeeting(here.village, here.operator),
                here.period().ref())) {
            WorkItem item = work.openOf(ref).stream()
                    .filter(work -> work.area().equals(here.village))
                    .findFirst()
                    .orElseThrow();
            mvc.perform(get("/worklist").with(with(here.operator)))
                    .andExpect(content().string(containsString("/worklist/tasks/" + item.taskId())));
            assertThat(readers(ref.value())).isEmpty();
        }
        mvc.perform(get("/worklist").with(with(here.operator)))
                .andExpect(content().string(containsString("work-subject\">Periode ")));
    }

    private List<Long> readers(String ref) {
        return accessLog.about("casework:" + ref).stream()
                .sorted(Comparator.comparing(AccessEntry::entryId))
                .map(AccessEntry::accountId)
                .toList();
    }

    private String taskOf(String ref) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(ref)
                .singleResult()
                .getId();
    }

    @Test
    void a_corrected_name_is_corrected_in_the_list() {
        String task = work.open(village, null, "Pak Salah");
        CaseRef ref = items.find(task).orElseThrow().ref();
        transaction.executeWithoutResult(status -> events.publishEvent(SubjectChanged.of(ref, "Pak Betul")));

        assertThat(desk.view(filters.of(Map.of()), null, null, operator).rows())
                .extracting(row -> row.work().subject())
                .containsExactly("Pak Betul");
        assertThat(found("team", "betul")).containsExactly(task);

        engine.assign(task, operator.id());
        tasks.complete(task);
        transaction.executeWithoutResult(status -> events.publishEvent(SubjectChanged.of(ref, "Pak Benar")));
        assertThat(found("done", "benar")).containsExactly(task);
        assertThat(found("done", "betul")).isEmpty();
    }
}
