package id.siks.processadmin.release;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.area.AreaCode;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.FreshLogin;
import id.siks.identity.Role;
import id.siks.processadmin.check.ModelKind;
import id.siks.processadmin.check.NamedVillages;
import id.siks.processadmin.draft.Models;
import id.siks.processadmin.release.Release.Act;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The pages on which one proposes to go back to a version and another compares and decides. */
class ReleasePagesTests extends ReleaseTest {

    private static final String PROVEN = "id.siks.identity.FreshLogin";
    private static final String NOTE = "Kembali seperti semula.";

    @Autowired
    MockMvc mvc;

    @Autowired
    Models models;

    @Autowired
    ReleaseCheck rules;

    private Actor admin;
    private Actor releaser;
    private long proposal;

    @BeforeEach
    void aProposal() {
        admin = people.holding(List.of(Assignment.nation(Role.PROCESS_ADMIN)));
        releaser = people.holding(List.of(Assignment.nation(Role.PROCESS_RELEASER)));
        Release now = releases.inForce(ModelKind.DMN, "poverty-level").orElseThrow();
        String changed = now.content().replace("label=\"Saran\"", "label=\"Saran &lt;b&gt;\"");
        proposal = changes.propose(
                new Proposal(
                        now.kind(), now.key(), now.room(), ReleaseSource.DRAFT, null, null, now.id(), changed, NOTE),
                admin.accountId(),
                now.deployedAt());
    }

    @Test
    void both_see_what_waits_and_the_difference_without_its_markup() throws Exception {
        for (Actor reader : List.of(admin, releaser)) {
            mvc.perform(get("/processadmin/releases").with(with(reader)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("poverty-level.dmn")))
                    .andExpect(content()
                            .string(containsString("<b>" + models.titles().get("poverty-level.dmn") + "</b>")))
                    .andExpect(content().string(containsString("/processadmin/releases/" + proposal)));
            mvc.perform(get("/processadmin/releases/" + proposal).with(with(reader)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("Saran &lt;b&gt;")))
                    .andExpect(content().string(not(containsString("Saran <b>"))));
        }
        mvc.perform(get("/processadmin/releases/of/dmn/poverty-level").with(with(admin)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("bawaan aplikasi")));
    }

    @Test
    void a_table_is_compared_cell_by_cell_and_its_file_can_be_read() throws Exception {
        mvc.perform(get("/processadmin/releases/" + proposal).with(with(releaser)))
                .andExpect(content().string(containsString("<del>→ Saran</del><ins>→ Saran &lt;b&gt;</ins>")))
                .andExpect(content()
                        .string(containsString("<label class=\"form-label required\" for=\"reason\">Alasan</label>")))
                .andExpect(content().string(containsString("Ya, tolak usulan")))
                .andExpect(content().string(not(containsString("id=\"compare\""))));
        mvc.perform(get("/processadmin/releases/" + proposal + "/content").with(with(releaser)))
                .andExpect(content().contentType("application/xml"))
                .andExpect(content().string(releases.find(proposal).content()));
    }

    @Test
    void villages_without_the_role_are_told_by_regency_to_whoever_releases() throws Exception {
        people.operator(new AreaCode("5312042001"));
        Release now = releases.inForce(ModelKind.BPMN, "proposal-trunk").orElseThrow();
        long trunk = changes.propose(
                new Proposal(
                        now.kind(),
                        now.key(),
                        now.room(),
                        ReleaseSource.DRAFT,
                        null,
                        null,
                        now.id(),
                        now.content(),
                        NOTE),
                admin.accountId(),
                now.deployedAt());
        mvc.perform(get("/processadmin/releases/" + trunk).with(with(releaser)))
                .andExpect(content().string(containsString("Kabupaten Sumba Barat</b>")))
                .andExpect(content().string(containsString(NamedVillages.one(rules.of(now)))))
                .andExpect(content().string(containsString("kapan pewaktu dan tenggat jatuh tidak ikut diuji")))
                .andExpect(content().string(not(containsString("Pewaktu yang berubah"))));
    }

    @Test
    void the_auditor_reads_who_released_what_and_why_and_changes_nothing() throws Exception {
        Actor auditor = people.holding(Role.AUDITOR, new AreaCode("1804"));
        mvc.perform(get("/processadmin/releases").with(with(auditor)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/processadmin/releases/" + proposal)))
                .andExpect(content().string(containsString("/processadmin/migrations")));
        mvc.perform(get("/processadmin/releases/" + proposal).with(with(auditor)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(admin.displayName())))
                .andExpect(content().string(not(containsString("/processadmin/releases/" + proposal + "/release"))))
                .andExpect(content().string(not(containsString("id=\"replay\""))));
        for (String page : List.of("/processadmin/migrations", "/processadmin/bundles")) {
            mvc.perform(get(page).with(with(auditor)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("id=\"parts\""))))
                    .andExpect(content().string(not(containsString("/processadmin/processes"))));
        }
    }

    @Test
    void only_the_second_person_has_the_button() throws Exception {
        String form = "/processadmin/releases/" + proposal + "/release";
        mvc.perform(get("/processadmin/releases/" + proposal).with(with(admin)))
                .andExpect(content().string(not(containsString(form))));
        mvc.perform(get("/processadmin/releases/" + proposal).with(with(releaser)))
                .andExpect(content().string(containsString(form)));
    }

    @Test
    void a_log_in_of_long_ago_releases_nothing() throws Exception {
        long longAgo = System.currentTimeMillis() - FreshLogin.FRESH.toMillis() - 1000;

        release(longAgo, "NOW", REASON)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("masuk lagi")))
                .andExpect(content().string(containsString("required>" + REASON + "</textarea>")));

        assertThat(releases.find(proposal).state()).isEqualTo(ReleaseState.PROPOSED);
    }

    @Test
    void a_release_needs_a_reason_and_a_moment() throws Exception {
        release(System.currentTimeMillis(), "NOW", "ya")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Tulis 10 sampai 1.000 huruf.")));
        release(System.currentTimeMillis(), "SOMEDAY", REASON)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Pilih sejak kapan berlaku.")))
                .andExpect(content().string(containsString(REASON)));

        assertThat(releases.find(proposal).state()).isEqualTo(ReleaseState.PROPOSED);
    }

    @Test
    void a_release_is_done_once_and_the_next_is_told_by_whom() throws Exception {
        release(System.currentTimeMillis(), "NOW", REASON)
                .andExpect(redirectedUrl("/processadmin/releases/" + proposal));

        release(System.currentTimeMillis(), "NOW", REASON)
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(containsString(
                                "role=\"alert\">Usulan ini sudah dirilis oleh " + releaser.displayName())))
                .andExpect(content().string(containsString("Semua versi")));
        assertThat(releases.inForce(ModelKind.DMN, "poverty-level")
                        .orElseThrow()
                        .id())
                .isEqualTo(proposal);
    }

    @Test
    void going_back_becomes_a_proposal() throws Exception {
        release(System.currentTimeMillis(), "NOW", REASON);
        Release first = releases.ofModel(ModelKind.DMN, "poverty-level", null, 1_000).stream()
                .filter(r -> Integer.valueOf(1).equals(r.version()))
                .findFirst()
                .orElseThrow();

        mvc.perform(post("/processadmin/releases/" + first.id() + "/again")
                        .with(with(admin))
                        .with(csrf())
                        .param("key", UUID.randomUUID().toString())
                        .param("note", NOTE))
                .andExpect(status().is3xxRedirection());

        assertThat(releases.waiting(null, 100)).singleElement().satisfies(waiting -> assertThat(waiting.againOf())
                .isEqualTo(first.id()));
    }

    @Test
    void there_is_no_way_back_to_what_is_in_force() throws Exception {
        Release now = releases.inForce(ModelKind.DMN, "poverty-level").orElseThrow();
        mvc.perform(get("/processadmin/releases/" + now.id()).with(with(admin)))
                .andExpect(content().string(not(containsString("/releases/" + now.id() + "/again"))));
        releases.release(proposal, Effect.NOW, REASON, releaser);
        mvc.perform(get("/processadmin/releases/" + now.id()).with(with(admin)))
                .andExpect(content().string(containsString("/releases/" + now.id() + "/again")));
    }

    @Test
    void what_is_in_force_calls_off_what_is_ahead() {
        transaction.executeWithoutResult(rolledBack -> {
            rolledBack.setRollbackOnly();
            Release now = releases.inForce(ModelKind.DMN, "poverty-level").orElseThrow();
            Instant later = now.deployedAt().plus(Duration.ofDays(1));
            changes.release(
                    releases.find(proposal),
                    now.version() + 1,
                    Start.at(later),
                    new Act(releaser.accountId(), now.deployedAt(), REASON),
                    releaser.persons());

            assertThat(releases.canReturnTo(now)).isTrue();
            assertThat(releases.canReturnTo(releases.find(proposal))).isFalse();
            assertThat(proposing.takeUpAgain(now.id(), NOTE, admin)).isPositive();
        });
    }

    @Test
    void what_the_application_brought_and_was_declined_can_be_taken_up_again() throws Exception {
        Release now = releases.inForce(ModelKind.DMN, "poverty-level").orElseThrow();
        String changed = now.content().replace("label=\"Saran\"", "label=\"Saran pusat\"");
        long brought = changes.propose(
                new Proposal(
                        now.kind(), now.key(), now.room(), ReleaseSource.SHIPPED, null, null, now.id(), changed, NOTE),
                null,
                now.deployedAt());
        releases.decline(brought, REASON, releaser);
        releases.decline(proposal, REASON, releaser);

        mvc.perform(get("/processadmin/releases/" + brought).with(with(admin)))
                .andExpect(content().string(containsString("/releases/" + brought + "/again")));
        mvc.perform(get("/processadmin/releases/" + proposal).with(with(admin)))
                .andExpect(content().string(not(containsString("/releases/" + proposal + "/again"))));
    }

    @Test
    void of_a_new_diagram_the_picture_and_every_property_are_shown() throws Exception {
        Release trunk = releases.inForce(ModelKind.BPMN, "proposal-trunk").orElseThrow();
        String ends = IntStream.range(0, 400)
                .mapToObj("<bpmn:endEvent id=\"end-%d\"/>"::formatted)
                .collect(Collectors.joining());
        long fresh = changes.propose(
                new Proposal(
                        trunk.kind(),
                        "page-trunk",
                        trunk.room(),
                        ReleaseSource.DRAFT,
                        null,
                        null,
                        null,
                        trunk.content().replace("</bpmn:process>", ends + "</bpmn:process>"),
                        NOTE),
                admin.accountId(),
                trunk.deployedAt());

        mvc.perform(get("/processadmin/releases/" + fresh).with(with(releaser)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Diagram baru")))
                .andExpect(content().string(not(containsString("Semula (versi"))))
                .andExpect(content().string(containsString("Dikerjakan oleh")))
                .andExpect(content().string(containsString("menunjukkan 400 dari")));
    }

    @Test
    void a_diagram_without_a_picture_is_shown_with_one_and_kept_without() throws Exception {
        Release trunk = releases.inForce(ModelKind.BPMN, "proposal-trunk").orElseThrow();
        String bare = trunk.content().replaceFirst("(?s)<bpmndi:BPMNDiagram.*</bpmndi:BPMNDiagram>", "");
        long fresh = changes.propose(
                new Proposal(
                        trunk.kind(), "bare-trunk", trunk.room(), ReleaseSource.DRAFT, null, null, null, bare, NOTE),
                admin.accountId(),
                trunk.deployedAt());
        String address = "/processadmin/releases/" + fresh + "/content";

        mvc.perform(get(address).with(with(releaser)))
                .andExpect(content().string(bare))
                .andExpect(header().string("Picture-Origin", "FILE"));
        mvc.perform(get(address).param("pictured", "true").with(with(releaser)))
                .andExpect(content().string(containsString("bpmnElement=\"decide-proposal\"")))
                .andExpect(header().string("Picture-Origin", "ARRANGED"));
        assertThat(releases.find(fresh).content()).isEqualTo(bare);
    }

    @Test
    void a_draft_the_check_refuses_is_told_with_its_findings_and_the_note_is_kept() throws Exception {
        long draft = drafts.edit(ModelKind.BPMN, "village-meeting", "Dilihat lagi.", admin);
        String torn =
                drafts.find(draft).content().replace("candidateGroups=\"VILLAGE_HEAD\"", "candidateGroups=\"NOBODY\"");
        drafts.save(draft, 1, torn.getBytes(StandardCharsets.UTF_8), "Peran salah.", admin);

        propose(draft, "")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Pemeriksaan menolak isinya")))
                .andExpect(content().string(containsString(">sign-meeting</small>")))
                .andExpect(content().string(containsString("/processadmin/drafts/" + draft)))
                .andExpect(content().string(containsString(">" + NOTE + "</textarea>")));

        drafts.save(draft, 2, torn.getBytes(StandardCharsets.UTF_8), "Sekali lagi.", admin);
        propose(draft, "")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Rancangan sudah diubah")))
                .andExpect(content().string(containsString(">" + NOTE + "</textarea>")));
        drafts.drop(draft, 3, "Hanya untuk dicoba.", admin);
    }

    @Test
    void a_note_that_says_nothing_is_told_at_its_field_and_kept() throws Exception {
        long draft = drafts.edit(ModelKind.FORM, "decide-proposal", "Dilihat lagi.", admin);

        mvc.perform(post("/processadmin/releases/propose")
                        .with(with(admin))
                        .with(csrf())
                        .param("draft", Long.toString(draft))
                        .param("seen", "1")
                        .param("note", "ya"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("class=\"field-error\"")))
                .andExpect(content().string(containsString(">ya</textarea>")));

        assertThat(drafts.find(draft).isOpen()).isTrue();
        drafts.drop(draft, 1, "Hanya untuk dicoba.", admin);
    }

    @Test
    void a_draft_that_was_overtaken_says_so_when_opened_when_proposed_and_when_released() throws Exception {
        Release first = releases.inForce(ModelKind.DMN, "poverty-level").orElseThrow();
        long draft = drafts.edit(ModelKind.DMN, "poverty-level", "Dilihat lagi.", admin);
        String mine = first.content().replace("name=\"Saran kelayakan\"", "name=\"Saran kita\"");
        drafts.save(draft, 1, mine.getBytes(StandardCharsets.UTF_8), NOTE, admin);
        assertThat(mine).isNotEqualTo(first.content());
        mvc.perform(get("/processadmin/drafts/" + draft).with(with(admin)))
                .andExpect(content().string(not(containsString("id=\"overtaken\""))));
        releases.release(proposal, Effect.NOW, REASON, releaser);
        int since = releases.find(proposal).version();

        mvc.perform(get("/processadmin/drafts/" + draft).with(with(admin)))
                .andExpect(content().string(containsString("dimulai dari versi " + first.version())))
                .andExpect(content().string(containsString("name=\"comparedWith\" value=\"" + since + "\"")));
        mvc.perform(get("/processadmin/releases/drafts/" + draft).with(with(admin)))
                .andExpect(content().string(containsString("Yang dibatalkan dari versi " + since)))
                .andExpect(content().string(containsString("Saran &lt;b&gt;")))
                .andExpect(content().string(containsString("Perbedaan dengan versi " + since)));
        propose(draft, "")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("class=\"field-error\"")))
                .andExpect(content().string(containsString("Bandingkan dengan versi " + since)));
        String page = propose(draft, Integer.toString(since))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        mvc.perform(get("/processadmin/releases/" + proposal).with(with(releaser)))
                .andExpect(content().string(containsString("Riwayat (3)")))
                .andExpect(content().string(containsString("Mulai berlaku")))
                .andExpect(content().string(not(containsString("??processadmin"))));
        mvc.perform(get(page).with(with(releaser)))
                .andExpect(content().string(containsString("dirancang dari versi " + first.version())))
                .andExpect(content().string(containsString("Yang dibatalkan dari versi " + since)));
    }

    @Test
    void what_was_replaced_says_so_and_what_was_overtaken_cannot_be_released() throws Exception {
        Release first = releases.inForce(ModelKind.DMN, "poverty-level").orElseThrow();
        Proposal late = new Proposal(
                first.kind(),
                first.key(),
                first.room(),
                ReleaseSource.DRAFT,
                null,
                null,
                first.id(),
                first.content().replace("label=\"Saran\"", "label=\"Saran lain\""),
                NOTE);
        long overtaken = changes.propose(late, admin.accountId(), first.deployedAt());
        release(System.currentTimeMillis(), "NOW", REASON);
        Release now = releases.find(proposal);

        mvc.perform(get("/processadmin/releases/" + first.id()).with(with(releaser)))
                .andExpect(content().string(containsString("digantikan versi " + now.version())))
                .andExpect(content().string(containsString("/processadmin/releases/" + proposal + "\"")));
        mvc.perform(get("/processadmin/releases/" + proposal).with(with(releaser)))
                .andExpect(content().string(not(containsString("Tidak berlaku lagi"))));
        mvc.perform(get("/processadmin/releases/" + overtaken).with(with(releaser)))
                .andExpect(content()
                        .string(containsString(
                                "Versi " + now.version() + " sudah dirilis lebih dulu oleh " + releaser.displayName())))
                .andExpect(content().string(containsString("/decline")))
                .andExpect(content().string(not(containsString("/processadmin/releases/" + overtaken + "/release\""))));
    }

    @Test
    void whoever_decides_is_told_what_waits_and_whoever_drew_what_became_of_it() throws Exception {
        Release now = releases.inForce(ModelKind.DMN, "poverty-level").orElseThrow();
        long draft = drafts.edit(ModelKind.DMN, "poverty-level", "Dilihat lagi.", admin);
        String mine = now.content().replace("name=\"Saran kelayakan\"", "name=\"Saran kita\"");
        Actor helper = people.holding(
                List.of(Assignment.nation(Role.PROCESS_ADMIN), Assignment.nation(Role.PROCESS_RELEASER)));
        int begun = drafts.find(draft).revision();
        int helped = drafts.save(draft, begun, mine.getBytes(StandardCharsets.UTF_8), NOTE, helper);
        int saved = drafts.save(draft, helped, mine.getBytes(StandardCharsets.UTF_8), NOTE, admin);
        long proposed = proposing.propose(draft, saved, now.version(), NOTE, admin);

        home(releaser)
                .andExpect(content().string(containsString("2 usulan rilis menunggu keputusan Anda")))
                .andExpect(content().string(containsString("Usulan rilis poverty-level.dmn menunggu keputusan")))
                .andExpect(content().string(not(containsString("Tidak ada yang menunggu Anda"))));
        home(admin).andExpect(content().string(not(containsString("usulan rilis menunggu"))));
        home(helper)
                .andExpect(content().string(containsString("1 usulan rilis menunggu keputusan Anda")))
                .andExpect(content().string(not(containsString("Usulan rilis poverty-level.dmn menunggu keputusan"))));

        releases.decline(proposed, "Belum ada dasar hukumnya.", releaser);
        home(admin).andExpect(content().string(containsString("Usulan poverty-level.dmn ditolak")));
        mvc.perform(get("/processadmin/drafts/" + draft).with(with(admin)))
                .andExpect(content().string(containsString("Usulannya ditolak " + releaser.displayName())))
                .andExpect(content().string(containsString("Belum ada dasar hukumnya.")))
                .andExpect(content().string(containsString("/processadmin/releases/" + proposed + "\"")));

        releases.release(proposing.propose(draft, saved, now.version(), NOTE, admin), Effect.NOW, REASON, releaser);
        home(admin).andExpect(content().string(containsString("Usulan poverty-level.dmn dirilis")));
        mvc.perform(get("/processadmin/drafts/" + draft).with(with(admin)))
                .andExpect(content().string(not(containsString("Usulannya ditolak"))));
    }

    private ResultActions home(Actor reader) throws Exception {
        return mvc.perform(get("/").with(with(reader))).andExpect(status().isOk());
    }

    private ResultActions propose(long draft, String comparedWith) throws Exception {
        return mvc.perform(post("/processadmin/releases/propose")
                .with(with(admin))
                .with(csrf())
                .param("draft", Long.toString(draft))
                .param("seen", "2")
                .param("comparedWith", comparedWith)
                .param("note", NOTE));
    }

    @Test
    void what_does_not_fit_on_a_page_stands_on_the_next() throws Exception {
        Instant since = releases.find(proposal).proposal().at();
        List<Long> many = IntStream.range(0, 51)
                .mapToObj(i -> changes.propose(
                        new Proposal(
                                ModelKind.FORM,
                                "many-times",
                                "proposal",
                                ReleaseSource.DRAFT,
                                null,
                                null,
                                null,
                                "{}",
                                NOTE),
                        admin.accountId(),
                        since))
                .toList();

        mvc.perform(get("/processadmin/releases").with(with(admin)))
                .andExpect(content().string(containsString("/processadmin/releases/" + proposal + "\"")))
                .andExpect(content().string(not(containsString("/processadmin/releases/" + many.get(50) + "\""))))
                .andExpect(content().string(containsString("/processadmin/releases?after=" + many.get(48) + "\"")));
        mvc.perform(get("/processadmin/releases?after=" + many.get(48)).with(with(admin)))
                .andExpect(content().string(containsString("/processadmin/releases/" + many.get(50) + "\"")))
                .andExpect(content().string(not(containsString("?after="))));
        String versions = "/processadmin/releases/of/form/many-times";
        mvc.perform(get(versions).with(with(admin)))
                .andExpect(content().string(containsString("/processadmin/releases/" + many.get(50) + "\"")))
                .andExpect(content().string(not(containsString("/processadmin/releases/" + many.get(0) + "\""))))
                .andExpect(content().string(containsString(versions + "?before=" + many.get(1) + "\"")));
        mvc.perform(get(versions + "?before=" + many.get(1)).with(with(admin)))
                .andExpect(content().string(containsString("/processadmin/releases/" + many.get(0) + "\"")))
                .andExpect(content().string(not(containsString("?before="))));
    }

    @Test
    void what_is_no_number_or_no_draft_is_not_there() throws Exception {
        mvc.perform(get("/processadmin/releases/0").with(with(admin))).andExpect(status().isNotFound());
        mvc.perform(get("/processadmin/releases/of/exe/x").with(with(admin))).andExpect(status().isNotFound());
        mvc.perform(post("/processadmin/releases/propose")
                        .with(with(admin))
                        .with(csrf())
                        .param("key", UUID.randomUUID().toString())
                        .param("draft", "x")
                        .param("note", NOTE))
                .andExpect(status().isNotFound());
    }

    private ResultActions release(long since, String effect, String reason) throws Exception {
        return mvc.perform(post("/processadmin/releases/" + proposal + "/release")
                .with(with(releaser))
                .with(csrf())
                .sessionAttr(PROVEN, since)
                .param("effect", effect)
                .param("reason", reason));
    }
}
