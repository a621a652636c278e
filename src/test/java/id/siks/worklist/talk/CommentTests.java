package id.siks.worklist.talk;

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

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.casework.TestCases;
import id.siks.identity.Actor;
import id.siks.platform.BusinessTime;
import id.siks.platform.InvalidInput;
import id.siks.worklist.model.WorklistTest;
import id.siks.worklist.oversight.Oversight;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Those who handle a case talk about it, and call each other by name. */
class CommentTests extends WorklistTest {

    private static final AreaCode VILLAGE = new AreaCode("5208012001");

    @Autowired
    Comments comments;

    @Autowired
    TestCases cases;

    @Autowired
    Oversight oversight;

    @Autowired
    BusinessTime time;

    private Actor operator;
    private Actor verifier;
    private CaseRef ref;

    @BeforeEach
    void aCase() {
        operator = people.operator(VILLAGE);
        verifier = people.verifier(new AreaCode("5208"));
        ref = items.find(work.open(VILLAGE, null)).orElseThrow().ref();
    }

    @Test
    void who_is_named_is_told_and_reads_it() throws Exception {
        say(operator, "Mohon dicek @" + verifier.displayName() + ", <b>terima kasih</b>.")
                .andExpect(status().is3xxRedirection());

        mvc.perform(get("/").with(with(verifier)))
                .andExpect(content().string(containsString(operator.displayName() + " menyebut Anda")))
                .andExpect(content().string(not(containsString("Mohon dicek"))));
        mvc.perform(get(page()).with(with(verifier)))
                .andExpect(content().string(containsString("Mohon dicek @" + verifier.displayName())))
                .andExpect(content().string(containsString("&lt;b&gt;terima kasih")));
        mvc.perform(get("/casework/" + ref).with(with(verifier)))
                .andExpect(content().string(containsString("Komentar (1)")));
    }

    @Test
    void a_number_of_a_person_is_refused_and_what_was_written_stays() throws Exception {
        for (String number : List.of("1804042602850224", "1804 0426 0285 0224", "1804.0426.0285.0224")) {
            say(operator, "NIK " + number + " tolong")
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(containsString("Hapus NIK atau nomor KK")))
                    .andExpect(content().string(containsString("NIK " + number + " tolong</textarea>")));
        }
        mvc.perform(get("/casework/" + ref).with(with(verifier)))
                .andExpect(content().string(not(containsString("Komentar ("))));
    }

    @Test
    void only_people_who_may_see_the_case_can_be_named() throws Exception {
        Actor elsewhere = people.operator(new AreaCode("5208012002"));

        say(operator, "Halo @" + elsewhere.displayName() + "!")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("yang boleh melihat perkara ini")))
                .andExpect(content().string(containsString("Halo @" + elsewhere.displayName() + "!")));
        assertThat(comments.count(ref, operator)).isZero();
    }

    @Test
    void an_address_names_nobody_and_of_two_names_the_longer_one_is_meant() {
        Actor ana = new Actor(1, "Ana", List.of());
        Actor anaSari = new Actor(2, "Ana Sari", List.of());
        List<Actor> known = List.of(ana, anaSari);

        assertThat(Mentions.in("Kirim ke dinsos@contoh.go.id", known)).isEmpty();
        assertThat(Mentions.in("(@ana sari) dan @ANA.", known)).isEqualTo(Set.of(1L, 2L));
        assertThat(Mentions.in("@Ana Sari", known)).isEqualTo(Set.of(2L));
        assertThatThrownBy(() -> Mentions.in("@Anastasia", known)).isInstanceOf(InvalidInput.class);
        assertThat(Mentions.in("@ @", known)).isEmpty();
    }

    @Test
    void a_comment_has_a_fair_length_and_comes_once() throws Exception {
        for (String words : new String[] {"", "ya", "x".repeat(CaseTalk.LONGEST + 1), "a\u0000b"}) {
            say(operator, words).andExpect(status().isUnprocessableEntity());
        }
        MockHttpServletRequestBuilder once = comment(operator, "Sudah saya cek.");
        mvc.perform(once).andExpect(status().is3xxRedirection());
        mvc.perform(once).andExpect(status().is3xxRedirection());

        assertThat(comments.of(ref, null, operator, null).items()).hasSize(1);
    }

    @Test
    void who_does_not_see_the_case_finds_no_comments_and_an_auditor_only_reads() throws Exception {
        Actor elsewhere = people.operator(new AreaCode("5208012003"));
        mvc.perform(get(page()).with(with(elsewhere))).andExpect(status().isNotFound());
        say(elsewhere, "Halo semua.").andExpect(status().isNotFound());

        Actor auditor = people.auditor(new AreaCode("5208"));
        mvc.perform(get(page()).with(with(auditor)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("<textarea"))));
        say(auditor, "Halo semua.").andExpect(status().isForbidden());
    }

    @Test
    void old_comments_are_erased_but_not_those_of_a_held_case() throws Exception {
        say(operator, "Sudah saya cek.").andExpect(status().is3xxRedirection());

        comments.erase(time.now().plus(Duration.ofDays(1)), Set.of(ref.value()), 500);
        assertThat(comments.count(ref, operator)).isEqualTo(1);
        comments.erase(time.now().plus(Duration.ofDays(1)), Set.of(), 500);
        assertThat(comments.count(ref, operator)).isZero();
    }

    @Test
    void what_is_said_at_the_work_of_one_village_is_read_by_those_who_see_that_village() throws Exception {
        AreaCode neighbours = new AreaCode("5208012002");
        Actor neighbour = people.operator(neighbours);
        CaseRef period = cases.common(new AreaCode("5208"));
        String own = work.openIn(period, VILLAGE);
        String theirs = work.openIn(period, neighbours);
        oversight.note(own, "Desa ini selalu terlambat.", verifier);
        oversight.note(theirs, "Desa sebelah rapi.", verifier);

        for (String page : List.of("/worklist/tasks/" + own, "/worklist/cases/" + period)) {
            read(page, operator)
                    .andExpect(content().string(containsString("Desa ini selalu terlambat.")))
                    .andExpect(content().string(not(containsString("Desa sebelah rapi."))));
        }
        read("/worklist/cases/" + period, neighbour)
                .andExpect(content().string(not(containsString("Desa ini selalu terlambat."))));
        read("/worklist/cases/" + period, verifier)
                .andExpect(content().string(containsString("Desa ini selalu terlambat.")))
                .andExpect(content().string(containsString("Desa sebelah rapi.")));
        read("/casework/" + period, neighbour).andExpect(content().string(containsString("Komentar (1)")));
        read("/casework/" + period, verifier).andExpect(content().string(containsString("Komentar (2)")));
    }

    @Test
    void a_village_talks_about_itself_in_a_case_all_share_and_the_regency_to_whom_it_likes() throws Exception {
        Actor neighbour = people.operator(new AreaCode("5208012002"));
        ref = cases.common(new AreaCode("5208"));

        say(operator, "Minta waktu @" + verifier.displayName() + ".").andExpect(status().is3xxRedirection());
        say(verifier, "Batas tetap untuk semua.").andExpect(status().is3xxRedirection());
        mvc.perform(comment(verifier, "Baik @" + operator.displayName() + ".").param("area", VILLAGE.value()))
                .andExpect(redirectedUrl(page() + "?area=" + VILLAGE + "#last"));

        read(page(), operator)
                .andExpect(content().string(containsString("Minta waktu")))
                .andExpect(content().string(containsString("Batas tetap untuk semua.")))
                .andExpect(content().string(containsString("Baik @")));
        read(page(), neighbour)
                .andExpect(content().string(containsString("Batas tetap untuk semua.")))
                .andExpect(content().string(not(containsString("Minta waktu"))))
                .andExpect(content().string(not(containsString("Baik @"))));
        read("/", operator).andExpect(content().string(containsString(verifier.displayName() + " menyebut Anda")));
    }

    @Test
    void nobody_talks_about_a_part_of_a_shared_case_he_does_not_see() throws Exception {
        ref = cases.common(new AreaCode("5208"));

        for (String area : List.of("5208012002", "5208", "52", "5101012001", "x")) {
            mvc.perform(get(page()).param("area", area).with(with(operator))).andExpect(status().isNotFound());
            mvc.perform(comment(operator, "Halo semua.").param("area", area)).andExpect(status().isNotFound());
        }
    }

    @Test
    void earlier_comments_are_read_on_the_page_before() throws Exception {
        for (int i = 1; i <= Comments.SHOWN + 2; i++) {
            comments.add(ref, null, operator.accountId(), "Komentar ke-" + i + ".", false, time.now());
        }

        String latest = read(page(), verifier)
                .andExpect(content().string(not(containsString("Komentar ke-2."))))
                .andExpect(content().string(containsString("Komentar ke-3.")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        Matcher earlier = Pattern.compile("before=(\\d+)\">Komentar sebelumnya").matcher(latest);
        assertThat(earlier.find()).isTrue();
        read(page() + "?before=" + earlier.group(1), verifier)
                .andExpect(content().string(containsString("Komentar ke-1.")))
                .andExpect(content().string(containsString("Komentar ke-2.")))
                .andExpect(content().string(not(containsString("Komentar ke-3."))))
                .andExpect(content().string(not(containsString("Komentar sebelumnya"))))
                .andExpect(content().string(containsString("Komentar terbaru")));
        read(page() + "?before=x", verifier).andExpect(content().string(containsString("Komentar ke-102.")));
    }

    private ResultActions read(String page, Actor actor) throws Exception {
        return mvc.perform(get(page).with(with(actor))).andExpect(status().isOk());
    }

    private ResultActions say(Actor actor, String words) throws Exception {
        return mvc.perform(comment(actor, words));
    }

    private MockHttpServletRequestBuilder comment(Actor actor, String words) {
        return post(page())
                .with(with(actor))
                .with(csrf())
                .param("key", UUID.randomUUID().toString())
                .param("comment", words);
    }

    private String page() {
        return "/worklist/cases/" + ref;
    }
}
