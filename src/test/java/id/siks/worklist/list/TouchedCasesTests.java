package id.siks.worklist.list;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import id.siks.area.AreaCode;
import id.siks.casework.CaseProgressed;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.casework.TouchedCases;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.worklist.list.ListView.TabLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;

/** Whoever did something finds it again: the cases he touched and the work he did. */
class TouchedCasesTests extends ListTest {

    @Autowired
    TouchedCases touched;

    @Test
    void whoever_handed_a_case_on_sees_whom_it_waits_for_and_every_case_he_touched() throws Exception {
        String first = work.open(village, operator.accountId(), "Ibu Murni");
        CaseRef ref = items.find(first).orElseThrow().ref();
        assertThat(shown("tab", "waiting")).isEmpty();
        tasks.complete(first);

        assertThat(shown("tab", "waiting")).hasSize(1);
        mvc.perform(get("/worklist?tab=touched").with(with(operator)))
                .andExpect(content().string(containsString("Ibu Murni")))
                .andExpect(content().string(containsString("/casework/" + ref)));
        ListView view = desk.view(filters.of(Map.of()), null, null, operator);
        assertThat(view.tabs()).extracting(ListView.TabLine::n).containsExactly(0, 0, 1, 0, 1);
    }

    @Test
    void the_cases_somebody_touched_are_searched_filtered_and_sorted() throws Exception {
        AreaCode other = new AreaCode("6171011002");
        operator = people.holding(
                List.of(Assignment.of(Role.VILLAGE_OPERATOR, village), Assignment.of(Role.VILLAGE_OPERATOR, other)));
        List<String> refs = new ArrayList<>();
        for (String subject : List.of("Ibu Citra", "Pak Ahmad", "Bu Rahmawáti")) {
            refs.add(caseOf(work.open(village, operator.accountId(), subject)));
        }
        String elsewhere = caseOf(work.open(other, operator.accountId(), "Ibu Jauh"));
        transaction.executeWithoutResult(status -> events.publishEvent(CaseProgressed.of(
                new CaseRef(refs.get(1)), "returned", CaseStatus.RETURNED_TO_VILLAGE, null, null, time.now())));

        assertThat(touched(Map.of())).containsExactly(elsewhere, refs.get(2), refs.get(1), refs.get(0));
        assertThat(touched(Map.of("sort", "name"))).containsExactly(refs.get(2), refs.get(0), elsewhere, refs.get(1));
        assertThat(touched(Map.of("sort", "area"))).endsWith(elsewhere);
        assertThat(touched(Map.of("area", village.value()))).hasSize(3).doesNotContain(elsewhere);
        assertThat(touched(Map.of("status", "RETURNED_TO_VILLAGE"))).containsExactly(refs.get(1));
        assertThat(touched(Map.of("case", refs.get(0)))).containsExactly(refs.get(0));
        ListView odd = desk.view(
                filters.of(Map.of("tab", "touched", "stage", "OTHER", "who", "me", "sort", "oldest")),
                null,
                null,
                operator);
        assertThat(odd.chips()).isEmpty();
        assertThat(odd.cases()).hasSize(4);

        MockHttpSession session = new MockHttpSession();
        for (String typed : List.of("rahmawati", "rahmwati")) {
            String address = mvc.perform(post("/worklist/search")
                            .session(session)
                            .with(with(operator))
                            .with(csrf())
                            .param("tab", "touched")
                            .param("q", typed))
                    .andReturn()
                    .getResponse()
                    .getRedirectedUrl();
            mvc.perform(get(address).session(session).with(with(operator)))
                    .andExpect(content().string(containsString("1 perkara cocok")))
                    .andExpect(content().string(containsString(refs.get(2))))
                    .andExpect(content().string(not(containsString(refs.get(0)))));
        }
    }

    @Test
    void pages_of_touched_cases_have_no_gaps_or_repeats_in_any_order() {
        List<String> opened = new ArrayList<>();
        for (int i = 0; i < WorkLists.PAGE + 3; i++) {
            opened.add(caseOf(work.open(village, operator.accountId(), "Warga " + (char) ('A' + i * 7 % 26))));
        }
        for (Sort sort : Tab.TOUCHED.sorts()) {
            ListFilter filter = filters.of(Map.of("tab", "touched", "sort", sort.word()));
            ListView first = desk.view(filter, null, null, operator);
            ListView second = desk.view(filter, null, first.next().replaceAll(".*after=", ""), operator);
            assertThat(Stream.of(first, second)
                            .flatMap(view -> view.cases().stream())
                            .map(line -> line.summary().ref().value()))
                    .as(sort.word())
                    .containsExactlyInAnyOrderElementsOf(opened);
        }
    }

    @Test
    void what_is_over_is_counted_up_to_a_bound_and_the_page_says_so() {
        work.open(village, operator.accountId());
        work.open(village, operator.accountId());
        assertThat(touched.count(operator, TouchedCases.Wanted.ALL, 9)).isEqualTo(2);
        assertThat(touched.count(operator, TouchedCases.Wanted.ALL, 1)).isEqualTo(1);

        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            done(Tab.MOST_COUNTED);
            assertThat(doneTab()).extracting(TabLine::n, TabLine::many).containsExactly(Tab.MOST_COUNTED, false);
            done(2);
            assertThat(doneTab()).extracting(TabLine::n, TabLine::many).containsExactly(Tab.MOST_COUNTED + 1, true);
        });
    }

    private TabLine doneTab() {
        return desk.view(filters.of(Map.of()), null, null, operator).tabs().stream()
                .filter(line -> line.word().equals("done"))
                .findFirst()
                .orElseThrow();
    }

    private void done(int n) {
        jdbc.sql(
                        """
                        insert into worklist.work_item (task_id, task_key, process_key, case_ref, kind, role, area_code,
                          team_area, opened_at, due_at, stage, subject, state, done_by, done_at)
                        select gen_random_uuid()::text, 'weigh-goods', 'test-weighing', 'UJI-6101-26-900001', 'TEST',
                          'VILLAGE_OPERATOR', :area, :area, now(), now(), 'OTHER', 'Uji', 'DONE', :by, now()
                        from generate_series(1, :n)""")
                .param("area", village.value())
                .param("by", operator.accountId())
                .param("n", n)
                .update();
    }

    @Test
    void what_was_done_is_sorted_too() {
        List<String> opened = new ArrayList<>();
        for (String subject : List.of("Citra", "Zainab", "Ahmad")) {
            String task = work.open(village, null, subject);
            engine.assign(task, operator.id());
            tasks.complete(task);
            time.moveTo(time.now().plusSeconds(60));
            opened.add(task);
        }

        List<String> latest = List.of(opened.get(2), opened.get(1), opened.get(0));
        assertThat(done(Map.of())).containsExactlyElementsOf(latest);
        assertThat(done(Map.of("sort", "name"))).containsExactly(opened.get(2), opened.get(0), opened.get(1));
        assertThat(done(Map.of("sort", "oldest"))).containsExactlyElementsOf(latest);
    }

    private List<String> touched(Map<String, String> asked) {
        Map<String, String> all = new HashMap<>(asked);
        all.put("tab", "touched");
        return desk.view(filters.of(all), null, null, operator).cases().stream()
                .map(line -> line.summary().ref().value())
                .toList();
    }
}
