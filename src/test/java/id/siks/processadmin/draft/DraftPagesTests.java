package id.siks.processadmin.draft;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import id.siks.platform.BusinessTime;
import id.siks.platform.Sha256;
import id.siks.processadmin.check.ModelCheck;
import id.siks.processadmin.check.ModelKind;
import id.siks.processadmin.check.NamedVillages;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Drafts are opened, saved, compared and dropped; nobody loses anything, and the engine never hears of it. */
@EngineTest
class DraftPagesTests {

    private static final String SOMEBODY_THERE = "id.siks.identity.SessionAge.seen";
    private static final String DRAFTS = "/processadmin/drafts";
    private static final Pattern DRAFT = Pattern.compile("href=\"/processadmin/drafts/(\\d+)\"");
    private static final Pattern OLDER = Pattern.compile("href=\"(/processadmin/drafts\\?before=\\d+)\"");

    @Autowired
    MockMvc mvc;

    @Autowired
    TestActors people;

    @Autowired
    Drafts drafts;

    @Autowired
    Models models;

    @Autowired
    ModelCheck check;

    @Autowired
    RepositoryService engine;

    @Autowired
    JdbcTemplate db;

    @Autowired
    BusinessTime time;

    private Actor admin;
    private Actor colleague;

    @BeforeEach
    void people() {
        clean();
        admin = people.holding(List.of(Assignment.nation(Role.PROCESS_ADMIN)));
        colleague = people.holding(List.of(Assignment.nation(Role.PROCESS_ADMIN)));
    }

    @AfterEach
    void clean() {
        time.release();
        db.update("delete from processadmin.draft_visit");
        db.update("update processadmin.draft set state = 'DROPPED' where state in ('OPEN', 'PROPOSED')");
    }

    @Test
    void everything_in_force_stands_in_the_list_with_its_name() throws Exception {
        mvc.perform(get(DRAFTS).with(with(admin)))
                .andExpect(content().string(containsString("Usulan pendaftaran baru")))
                .andExpect(content().string(containsString("task-deadlines.dmn")))
                .andExpect(content().string(containsString("Putuskan usulan")))
                .andExpect(content().string(containsString("Buka di penyunting")));
        assertThat(models.rooms()).contains("casework", "fieldcheck", "finalization", "program", "proposal");
    }

    @Test
    void what_is_in_force_is_opened_once_and_then_gone_on_with() throws Exception {
        long draft = opened("BPMN", "proposal-trunk", admin);
        assertThat(opened("BPMN", "proposal-trunk", colleague)).isEqualTo(draft);
        Draft begun = drafts.find(draft);
        String inForce =
                models.find(ModelKind.BPMN, "proposal-trunk").orElseThrow().content();
        assertThat(begun.content()).isEqualTo(inForce);
        assertThat(begun.base()).isEqualTo(Sha256.hex(inForce));
        assertThat(begun.room()).isEqualTo("proposal");
    }

    @Test
    void however_many_drafts_there_are_each_is_gone_on_with_and_stands_on_some_page() throws Exception {
        long first = opened("BPMN", "proposal-trunk", admin);
        db.update(
                """
                insert into processadmin.draft
                  (kind, key, room, state, content, created_by, created_at, changed_by, changed_at)
                select 'FORM', 'many-' || n, 'proposal', 'OPEN', '{}', d.created_by, d.created_at, d.created_by,
                  d.changed_at + make_interval(secs => n)
                from generate_series(1, 201) n, processadmin.draft d where d.draft_id = ?""",
                first);

        assertThat(opened("BPMN", "proposal-trunk", colleague)).isEqualTo(first);
        Set<String> seen = new HashSet<>();
        int pages = 0;
        for (String page = DRAFTS; page != null; pages++) {
            String body = mvc.perform(get(page).with(with(admin)))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            DRAFT.matcher(body).results().forEach(link -> seen.add(link.group(1)));
            page = OLDER.matcher(body)
                    .results()
                    .map(link -> link.group(1))
                    .findFirst()
                    .orElse(null);
        }
        assertThat(pages).isEqualTo(5);
        assertThat(seen).hasSize(202).contains(Long.toString(first));
    }

    @Test
    void a_save_needs_a_note_and_the_revision_seen_and_deploys_nothing() throws Exception {
        long draft = opened("FORM", "decide-proposal", admin);
        long deployments = engine.createDeploymentQuery().count();
        save(draft, admin, "1", "", form("satu"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("note"));
        save(draft, admin, "", "Judul diganti.", form("satu")).andExpect(status().isUnprocessableEntity());
        save(draft, admin, "1", "Judul diganti.", form("satu"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.revision").value(2));
        assertThat(drafts.find(draft).content()).contains("satu");
        assertThat(engine.createDeploymentQuery().count()).isEqualTo(deployments);
        mvc.perform(get(DRAFTS + "/" + draft).with(with(admin)))
                .andExpect(content().string(containsString("Judul diganti.")))
                .andExpect(
                        header().string("Content-Security-Policy", containsString("style-src 'self' 'unsafe-inline';")))
                .andExpect(header().string("Content-Security-Policy", containsString("script-src 'self' 'nonce-")));
    }

    @Test
    void who_saves_on_an_old_revision_hears_who_was_faster_and_nothing_is_lost() throws Exception {
        long draft = opened("FORM", "decide-proposal", admin);
        save(draft, colleague, "1", "Lebih dahulu.", form("cepat")).andExpect(status().isOk());
        save(draft, admin, "1", "Terlambat.", form("lambat"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value(containsString(colleague.displayName())));
        assertThat(drafts.find(draft).content()).contains("cepat");
        assertThat(drafts.revisions(draft)).hasSize(2);
    }

    @Test
    void an_earlier_revision_can_be_seen_and_taken_up_again() throws Exception {
        long draft = opened("FORM", "decide-proposal", admin);
        String first = drafts.find(draft).content();
        save(draft, admin, "1", "Percobaan.", form("coba")).andExpect(status().isOk());
        mvc.perform(get(DRAFTS + "/" + draft).param("revision", "1").with(with(admin)))
                .andExpect(content().string(containsString("Yang tampak ini simpanan ke-1.")))
                .andExpect(content().string(containsString("data-editable=\"false\"")));
        send(post(DRAFTS + "/" + draft + "/restore").param("revision", "1").param("seen", "1"), admin)
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("sudah menyimpan rancangan ini")));
        send(post(DRAFTS + "/" + draft + "/restore").param("revision", "1").param("seen", "2"), admin)
                .andExpect(redirectedUrl(DRAFTS + "/" + draft));
        assertThat(drafts.find(draft).content()).isEqualTo(first);
        assertThat(drafts.revisions(draft))
                .extracting(DraftRevision::note)
                .containsExactly("Memakai lagi simpanan ke-1.", "Percobaan.", "Dibuka dari versi yang berlaku.");
    }

    @Test
    void what_another_vendor_has_left_is_named_and_taken_out_as_a_save_of_its_own() throws Exception {
        String ours =
                models.find(ModelKind.BPMN, "proposal-trunk").orElseThrow().content();
        String theirs = ours.replace(
                "<bpmn:process id=\"proposal-trunk\"",
                "<bpmn:process xmlns:zeebe=\"http://camunda.org/schema/zeebe/1.0\" zeebe:was=\"x\" id=\"proposal-trunk\"");
        long draft = drafts.begin(
                ModelKind.BPMN, "proposal-trunk", "", theirs.getBytes(StandardCharsets.UTF_8), "Dari luar.", admin);
        mvc.perform(get(DRAFTS + "/" + draft).with(with(admin)))
                .andExpect(content().string(containsString("was adalah perluasan dari pembuat lain")))
                .andExpect(content().string(containsString(DRAFTS + "/" + draft + "/strip")));

        send(post(DRAFTS + "/" + draft + "/strip").param("seen", "1"), admin)
                .andExpect(redirectedUrl(DRAFTS + "/" + draft));

        assertThat(drafts.content(draft, 2)).isEqualTo(ours);
        assertThat(drafts.content(draft, 1)).isEqualTo(theirs);
        assertThat(drafts.revisions(draft).get(0).note())
                .isEqualTo("Unsur asing dari pembuat lain atau hubungan ke tabel lain dibuang.");
        mvc.perform(get(DRAFTS + "/" + draft).with(with(admin)))
                .andExpect(content().string(not(containsString("/strip"))));
        send(post(DRAFTS + "/" + draft + "/strip").param("seen", "1"), admin).andExpect(status().isConflict());
        send(post(DRAFTS + "/" + draft + "/strip").param("seen", "2"), admin)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Tidak ada unsur asing")));
    }

    @Test
    void a_tie_to_another_table_that_is_not_drawn_is_named_and_taken_out() throws Exception {
        String ours = models.find(ModelKind.DMN, "proposal-route").orElseThrow().content();
        String tied = ours.replace(
                "<decisionTable id=\"routes\"",
                "<informationRequirement id=\"need\"><requiredDecision href=\"#helper\"/></informationRequirement>"
                        + "<decisionTable id=\"routes\"");
        long draft = drafts.begin(
                ModelKind.DMN, "proposal-route", "", tied.getBytes(StandardCharsets.UTF_8), "Dari luar.", admin);
        mvc.perform(get(DRAFTS + "/" + draft).with(with(admin)))
                .andExpect(content().string(containsString(": menghubungkan tabel ini dengan helper, ")))
                .andExpect(content().string(containsString(DRAFTS + "/" + draft + "/strip")));

        send(post(DRAFTS + "/" + draft + "/strip").param("seen", "1"), admin)
                .andExpect(redirectedUrl(DRAFTS + "/" + draft));

        // The blanks before what is cut go with it.
        assertThat(drafts.content(draft, 2).replaceAll("\\s+", "")).isEqualTo(ours.replaceAll("\\s+", ""));
        mvc.perform(get(DRAFTS + "/" + draft).with(with(admin)))
                .andExpect(content().string(not(containsString("/strip"))));
    }

    @Test
    void a_dropped_draft_keeps_its_history_and_takes_no_more_saves() throws Exception {
        long draft = opened("DMN", "proposal-route", admin);
        send(post(DRAFTS + "/" + draft + "/drop").param("seen", "1").param("reason", ""), admin)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Tulis 3 sampai 300 huruf.")));
        send(post(DRAFTS + "/" + draft + "/drop").param("seen", "1").param("reason", "Tidak jadi."), admin)
                .andExpect(redirectedUrl(DRAFTS + "/" + draft));
        save(draft, admin, "2", "Masih mencoba.", "x".getBytes(StandardCharsets.UTF_8))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value(containsString("sudah dibuang")));
        mvc.perform(get(DRAFTS + "/" + draft).with(with(admin)))
                .andExpect(content().string(containsString("Tidak jadi.")))
                .andExpect(content().string(not(containsString("id=\"save\""))));
        assertThat(drafts.underWay(null, 200)).isEmpty();
    }

    @Test
    void a_list_tells_drafts_apart_by_their_number_and_what_was_noted_last() throws Exception {
        long draft = opened("BPMN", "field-check", admin);

        mvc.perform(get("/processadmin/drafts").with(with(colleague)))
                .andExpect(content().string(containsString("Rancangan nomor " + draft)))
                .andExpect(content().string(containsString("<p>Dibuka dari versi yang berlaku.</p>")));
    }

    @Test
    void two_people_with_the_same_draft_open_are_told_of_each_other() throws Exception {
        long draft = opened("BPMN", "field-check", admin);
        visit(draft, admin).andExpect(jsonPath("$").isEmpty());
        visit(draft, colleague).andExpect(jsonPath("$[0]").value(admin.displayName()));
        visit(draft, admin).andExpect(jsonPath("$[0]").value(colleague.displayName()));
        time.moveTo(time.now().plus(Duration.ofMinutes(1)));
        visit(draft, admin).andExpect(jsonPath("$").isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hello.txt | x | Pilih berkas yang namanya berakhir",
                "Halo Dunia.bpmn | x | huruf kecil, angka dan tanda hubung",
                "../../x'.bpmn | x | huruf kecil, angka dan tanda hubung",
                "proposal-trunk.bpmn | '' | Pilih berkas yang ada isinya.",
                "proposal-trunk.bpmn | <a | rusak atau terpotong di sekitar baris 1. Buka dan simpan ulang",
                "proposal-trunk.bpmn | <!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><definitions>&b;</definitions> | DOCTYPE atau ENTITY. Hapus bagian itu",
                "proposal-trunk.bpmn | <a><definitions/></a> | unsur terluarnya harus definitions",
                "decide-proposal.form | [1 | rusak atau terpotong di sekitar baris 1. Simpan ulang",
                "decide-proposal.form | {} | daftar components tidak ada",
                "new-thing.form | {\"components\":[]} | Pilih bagiannya."
            })
    void a_file_no_editor_could_open_is_refused_at_its_field(String name, String file, String sentence)
            throws Exception {
        upload(name, file.getBytes(StandardCharsets.UTF_8))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString(sentence)));
        assertThat(drafts.underWay(null, 200)).isEmpty();
    }

    @Test
    void what_was_typed_about_a_new_draft_comes_back_with_its_refusal() throws Exception {
        mvc.perform(post(DRAFTS + "/new")
                        .with(with(admin))
                        .with(csrf())
                        .param("kind", "DMN")
                        .param("name", "Nama Salah")
                        .param("room", "program")
                        .param("key", UUID.randomUUID().toString()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("value=\"Nama Salah\"")))
                .andExpect(content().string(containsString("<option value=\"DMN\" selected=\"selected\"")))
                .andExpect(content().string(containsString("<option value=\"program\" selected=\"selected\"")));
        mvc.perform(multipart(DRAFTS + "/upload")
                        .file(new MockMultipartFile("content", "hello.txt", null, new byte[] {'x'}))
                        .param("uploadRoom", "program")
                        .param("note", "Dari tetangga.")
                        .param("key", UUID.randomUUID().toString())
                        .with(with(admin))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("value=\"Dari tetangga.\"")))
                .andExpect(content().string(containsString("<option value=\"program\" selected=\"selected\"")));
    }

    @Test
    void a_file_too_large_or_not_utf8_is_refused() throws Exception {
        upload("decide-proposal.form", new byte[ModelCheck.MOST_BYTES + 1])
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Berkas lebih besar dari 1 MB")));
        for (byte[] file : List.of(
                "<definitions/>".getBytes(StandardCharsets.UTF_16),
                "<definitions>\0</definitions>".getBytes(StandardCharsets.UTF_8))) {
            upload("proposal-trunk.bpmn", file)
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(containsString("UTF-8")));
        }
    }

    @Test
    void an_uploaded_file_becomes_a_draft_of_its_own_and_can_be_downloaded_as_it_is() throws Exception {
        byte[] file = models.find(ModelKind.BPMN, "village-meeting")
                .orElseThrow()
                .content()
                .getBytes(StandardCharsets.UTF_8);
        String address = upload("village-meeting.bpmn", file)
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(opened("BPMN", "village-meeting", admin))
                .as("it is gone on with")
                .isEqualTo(id(address));
        mvc.perform(get(address + "/content").with(with(admin)))
                .andExpect(content().bytes(file))
                .andExpect(header().string("Content-Disposition", "attachment; filename=\"village-meeting.bpmn\""));
    }

    @Test
    void an_empty_sheet_is_named_and_placed() throws Exception {
        send(blank("BPMN", "proposal-trunk", "proposal"), admin)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Sudah ada yang berlaku dengan nama ini.")));
        send(blank("", "Nama Salah", "proposal"), admin)
                .andExpect(content().string(containsString("Pilih jenisnya.")))
                .andExpect(content().string(containsString("Pakai 2 sampai 63 huruf kecil")));
        for (ModelKind kind : ModelKind.values()) {
            String address = send(blank(kind.name(), "check-again", "proposal"), admin)
                    .andExpect(status().is3xxRedirection())
                    .andReturn()
                    .getResponse()
                    .getRedirectedUrl();
            assertThat(drafts.find(id(address)).base()).isNull();
        }
    }

    @Test
    void the_panel_offers_words_of_the_process_and_nobody_types_them() throws Exception {
        long draft = opened("BPMN", "proposal-trunk", admin);
        mvc.perform(get(DRAFTS + "/" + draft + "/lists").with(with(admin)))
                .andExpect(jsonPath("$.roles[?(@.value=='REGENCY_VERIFIER')].label")
                        .value("Verifikator Dinsos kabupaten/kota"))
                .andExpect(jsonPath("$.roles[?(@.value=='AUDITOR')]").isEmpty())
                .andExpect(jsonPath("$.forms[?(@.value=='decide-proposal')].label")
                        .value("Putuskan usulan · decide-proposal"))
                .andExpect(jsonPath("$.steps[?(@.value=='${proposalTrunk.matchIdentity()}')].label")
                        .value("Padankan identitas · proposalTrunk.matchIdentity"))
                .andExpect(jsonPath("$.steps[?(@.value=='${fieldCheck.findWorker()}')]")
                        .isEmpty())
                .andExpect(jsonPath("$.moments[0].value").value("${taskLadder.nextRungAt()}"))
                .andExpect(
                        jsonPath("$.messages[?(@.value=='village-finalized')]").isNotEmpty())
                .andExpect(jsonPath("$.values[?(@.name=='decision')].answers[*].value")
                        .value(org.hamcrest.Matchers.hasItems("approve", "reject", "return")))
                .andExpect(jsonPath("$.terms['decide-proposal'].days").isNotEmpty());
    }

    @Test
    void villages_without_the_role_are_told_by_regency_to_whoever_draws() throws Exception {
        people.operator(new AreaCode("5312042001"));
        long draft = opened("BPMN", "proposal-trunk", admin);
        String drawn = drafts.find(draft).content();
        mvc.perform(get(DRAFTS + "/" + draft + "/findings").with(with(admin)))
                .andExpect(content().string(containsString("Kabupaten Sumba Barat</b>")))
                .andExpect(content()
                        .string(containsString(
                                NamedVillages.one(check.check(ModelKind.BPMN, "proposal-trunk", drawn)))));
    }

    @Test
    void a_releaser_looks_and_changes_nothing() throws Exception {
        long draft = opened("BPMN", "proposal-trunk", admin);
        Actor releaser = people.holding(List.of(Assignment.nation(Role.PROCESS_RELEASER)));
        mvc.perform(get(DRAFTS + "/" + draft).with(with(releaser)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("data-editable=\"false\"")))
                .andExpect(content().string(not(containsString("Buang rancangan"))));
        mvc.perform(get(DRAFTS).with(with(releaser)))
                .andExpect(content().string(not(containsString("Buka di penyunting</button>"))));
        save(draft, releaser, "1", "Mencoba.", form("x")).andExpect(status().isForbidden());
    }

    private long opened(String kind, String model, Actor actor) throws Exception {
        return id(send(post(DRAFTS).param("kind", kind).param("model", model), actor)
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }

    private static long id(String address) {
        return Long.parseLong(address.substring(address.lastIndexOf('/') + 1));
    }

    private ResultActions save(long draft, Actor actor, String seen, String note, byte[] content) throws Exception {
        return mvc.perform(multipart(DRAFTS + "/" + draft + "/save")
                .file(new MockMultipartFile("content", "sheet", "application/octet-stream", content))
                .param("seen", seen)
                .param("note", note)
                .accept("application/json")
                .with(with(actor))
                .with(csrf()));
    }

    /** An open sheet asks by itself, and would keep whoever left it signed in. */
    @Test
    void only_whoever_moves_a_hand_over_an_open_draft_is_there() throws Exception {
        long draft = opened("BPMN", "field-check", admin);
        MockHttpSession session = new MockHttpSession();
        send(post(DRAFTS + "/" + draft + "/visit").session(session), admin).andExpect(status().isOk());
        assertThat(session.getAttribute(SOMEBODY_THERE)).isNull();

        send(post(DRAFTS + "/" + draft + "/visit/drawing").session(session), admin)
                .andExpect(status().isOk());
        assertThat(session.getAttribute(SOMEBODY_THERE)).isNotNull();
    }

    private ResultActions visit(long draft, Actor actor) throws Exception {
        return send(post(DRAFTS + "/" + draft + "/visit"), actor).andExpect(status().isOk());
    }

    private ResultActions upload(String name, byte[] content) throws Exception {
        return mvc.perform(multipart(DRAFTS + "/upload")
                .file(new MockMultipartFile("content", name, "application/octet-stream", content))
                .param("note", "Dari kantor lain.")
                .param("key", UUID.randomUUID().toString())
                .with(with(admin))
                .with(csrf()));
    }

    private static MockHttpServletRequestBuilder blank(String kind, String name, String room) {
        return post(DRAFTS + "/new")
                .param("kind", kind)
                .param("name", name)
                .param("room", room)
                .param("key", UUID.randomUUID().toString());
    }

    private ResultActions send(MockHttpServletRequestBuilder request, Actor actor) throws Exception {
        return mvc.perform(request.with(with(actor)).with(csrf()));
    }

    private static byte[] form(String id) {
        return ("{\"id\":\"" + id + "\",\"components\":[]}").getBytes(StandardCharsets.UTF_8);
    }
}
