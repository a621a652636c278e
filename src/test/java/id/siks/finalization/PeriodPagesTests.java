package id.siks.finalization;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.casework.BatchMember;
import id.siks.casework.CaseRef;
import id.siks.casework.ReasonCode;
import id.siks.evidence.Attachments;
import id.siks.finalization.Rehearsal.Walk;
import id.siks.finalization.model.ItemVersions;
import id.siks.identity.AccessEntry;
import id.siks.identity.AccessKind;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.TestAccessLog;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class PeriodPagesTests extends PeriodTest {

    @Autowired
    ItemVersions versions;

    @Autowired
    TestAccessLog accessLog;

    @Autowired
    Attachments attachments;

    @Autowired
    JdbcClient db;

    private static Walk walk;
    private static List<CaseRef> list;

    @BeforeEach
    void aSealedList() {
        if (walk == null) {
            walk = rehearsal.opened("7371");
            list = walk.sealed(3);
        }
    }

    @Test
    void everyLevelSeesTheSamePeriod() throws Exception {
        for (Actor actor : List.of(walk.verifier, walk.officeHead, walk.regent)) {
            web.perform(get("/finalization").with(with(actor)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString(walk.ref.value())));
        }
        for (Actor actor : List.of(walk.verifier, walk.officeHead, walk.regent, walk.province, walk.ministry)) {
            web.perform(get("/finalization/" + walk.ref).with(with(actor)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString(list.get(0).value())))
                    .andExpect(content().string(not(containsString("??"))));
        }
    }

    @Test
    void anotherRegencyFindsNothing() throws Exception {
        Actor stranger = people.verifier(new AreaCode("7302"));
        web.perform(get("/finalization/" + walk.ref).with(with(stranger))).andExpect(status().isNotFound());
        web.perform(get("/finalization/PRD-9999-26-000001").with(with(stranger)))
                .andExpect(status().isNotFound());
    }

    /** A village's task and its families' timelines lead there. */
    @Test
    void whoWorksInTheRegencyFollowsThePeriodAndNobodyElse() throws Exception {
        Actor operator = people.operator(walk.villages.get(5));
        web.perform(get("/casework/" + walk.ref).with(with(operator)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/finalization/" + walk.ref)));
        web.perform(get("/casework/" + list.get(0)).with(with(operator))).andExpect(status().isNotFound());
        web.perform(get("/casework/" + walk.ref).with(with(people.verifier(new AreaCode("7302")))))
                .andExpect(status().isNotFound());
    }

    @Test
    void aVillageSeesOnlyItsOwnLines() throws Exception {
        Actor elsewhere = people.operator(walk.villages.get(5));
        web.perform(get("/finalization/" + walk.ref).with(with(elsewhere)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString(list.get(0).value()))));
    }

    /** Requirement 22: how many they are elsewhere would tell of single families. */
    @Test
    void onlyCasesOfTheReadersTerritoryAreCounted() throws Exception {
        String all = "<dt>Disetujui</dt><dd>%d</dd>"
                .formatted(batches.find(walk.ref).orElseThrow().approved());
        String part = "Hanya usulan di wilayah Anda yang dihitung.";
        String path = "/finalization/" + walk.ref;
        web.perform(get(path).with(with(walk.officeHead)))
                .andExpect(content().string(containsString(all)))
                .andExpect(content().string(not(containsString(part))));
        web.perform(get(path).with(with(people.operator(walk.villages.get(0)))))
                .andExpect(content().string(containsString(all)))
                .andExpect(content().string(containsString(part)));
        unusual("proposal.outlier.no-signs");
        try {
            web.perform(get(path).with(with(walk.officeHead)))
                    .andExpect(content().string(containsString("outliers=true")));
            web.perform(get(path).with(with(people.operator(walk.villages.get(5)))))
                    .andExpect(content().string(containsString("<dt>Disetujui</dt><dd>0</dd>")))
                    .andExpect(content().string(not(containsString(all))))
                    .andExpect(content().string(not(containsString("outliers=true"))));
        } finally {
            unusual(null);
        }
    }

    private void unusual(String outlier) {
        db.sql("update finalization.batch_item set outlier = :outlier where case_ref = any (:refs)")
                .param("outlier", outlier, java.sql.Types.VARCHAR)
                .param("refs", list.stream().map(CaseRef::value).toArray(String[]::new))
                .update();
    }

    @Test
    void theOfficeHeadsTaskShowsTheBatch() throws Exception {
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(walk.ref.value())
                .taskDefinitionKey("approve-batch")
                .singleResult()
                .getId();
        web.perform(get("/worklist/tasks/" + task).with(with(walk.officeHead)))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(containsString(
                                batches.find(walk.ref).orElseThrow().sha256())))
                .andExpect(content().string(not(containsString("??"))));
        String way = "/casework/" + list.get(0);
        web.perform(get("/worklist/tasks/" + task).with(with(walk.officeHead)))
                .andExpect(content().string(not(containsString(way))));
        unusual("proposal.outlier.no-signs");
        try {
            web.perform(get("/worklist/tasks/" + task).with(with(walk.officeHead)))
                    .andExpect(content().string(containsString(way)));
        } finally {
            unusual(null);
        }
    }

    @Test
    void theVillagesTaskShowsWhatIsReady() throws Exception {
        Walk other = rehearsal.opened("1376");
        AreaCode village = other.villages.get(0);
        CaseRef ready = members.ready(village, 1).get(0);
        String page = villageTask(other, village);
        Actor closing = other.operator(village);
        int asked = members.timesAsked(village);
        web.perform(get(page).with(with(closing)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(ready.value())))
                .andExpect(content().string(not(containsString("??"))));
        assertThat(members.timesAsked(village) - asked)
                .as("what is shown is what is noted and answered for")
                .isEqualTo(1);
        assertThat(accessLog.about("casework:" + ready))
                .as("whoever is named on it is noted")
                .extracting(AccessEntry::accountId, AccessEntry::purpose)
                .containsExactly(tuple(closing.accountId(), "finalize-village"));
        web.perform(get(page).with(with(other.operator(other.villages.get(1))))).andExpect(status().isNotFound());
    }

    @Test
    void anErasedLineLeavesNoGapWhereItsNumberWas() throws Exception {
        members.rename(list.get(1), "");

        web.perform(get("/finalization/" + walk.ref).with(with(walk.verifier)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<span class=\"nowrap\">1804********0001</span>")))
                .andExpect(content().string(not(containsString("<span class=\"nowrap\"></span>"))));
    }

    @Test
    void theNameListIsInertMaskedAndNeedsAPurpose() throws Exception {
        web.perform(post("/finalization/" + walk.ref + "/names")
                        .param("purpose", "lampiran")
                        .with(with(walk.verifier))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("value=\"lampiran\"")));
        members.rename(list.get(1), "=HYPERLINK(1)");
        String csv = web.perform(post("/finalization/" + walk.ref + "/names")
                        .param("purpose", "Lampiran berita acara")
                        .with(with(walk.verifier))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("BNBA-" + walk.ref)))
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(csv)
                .contains(
                        "\"Alamat\"",
                        "\"'=HYPERLINK(1)\",\"1804********0001\",\"1804********0002\",\"'=Jalan Melati 12, RT 003/RW 001\"");
        assertThat(accessLog.about("proposal:" + list.get(1)))
                .as("whoever is named in it is noted")
                .anySatisfy(entry -> {
                    assertThat(entry.accountId()).isEqualTo(walk.verifier.accountId());
                    assertThat(entry.kind()).isEqualTo(AccessKind.EXPORT);
                    assertThat(entry.purpose()).isEqualTo("Lampiran berita acara");
                });
    }

    /** He reads his district's lines, but takes home only those of the village whose operator he is. */
    @Test
    void namesAreTakenByTheRolesThatMayAndNoFurtherThanTheyReach() throws Exception {
        String district = walk.villages.get(0).value().substring(0, 6);
        Assignment wide = Assignment.of(Role.DISTRICT_HEAD, new AreaCode(district));
        Actor here = people.holding(List.of(wide, Assignment.of(Role.VILLAGE_OPERATOR, walk.villages.get(5))));
        Actor abroad = people.holding(List.of(wide, Assignment.of(Role.VILLAGE_OPERATOR, new AreaCode("1806042001"))));
        String path = "/finalization/" + walk.ref;
        for (Actor reader : List.of(here, abroad)) {
            web.perform(get(path).with(with(reader)))
                    .andExpect(content().string(containsString(list.get(0).value())));
        }
        web.perform(get(path).with(with(here))).andExpect(content().string(containsString("name=\"purpose\"")));
        web.perform(get(path).with(with(abroad))).andExpect(content().string(not(containsString("name=\"purpose\""))));
        web.perform(names(here))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString(list.get(0).value()))));
        web.perform(names(abroad)).andExpect(status().isNotFound());
    }

    private MockHttpServletRequestBuilder names(Actor actor) {
        return post("/finalization/" + walk.ref + "/names")
                .param("purpose", "Lampiran berita acara")
                .with(with(actor))
                .with(csrf());
    }

    @Test
    void aCaseIsReturnedWithAReasonOnly() throws Exception {
        String path = "/finalization/" + walk.ref + "/items/" + list.get(2);
        web.perform(get(path).with(with(walk.officeHead))).andExpect(status().isOk());
        assertThat(accessLog.about("casework:" + list.get(2)))
                .extracting(AccessEntry::accountId, AccessEntry::purpose)
                .containsExactly(tuple(walk.officeHead.accountId(), "finalization-item"));
        web.perform(get(path).with(with(walk.ministry))).andExpect(status().isConflict());
        web.perform(post(path)
                        .param("key", UUID.randomUUID().toString())
                        .param("version", Integer.toString(versions.of(list.get(2))))
                        .param("reasonCode", "PHOTO_UNUSABLE")
                        .param("reasonText", "kabur")
                        .with(with(walk.officeHead))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity());
        web.perform(post(path)
                        .param("key", UUID.randomUUID().toString())
                        .param("version", Integer.toString(versions.of(list.get(2))))
                        .param("reasonCode", "PHOTO_UNUSABLE")
                        .param("reasonText", "Foto kartu 1804042602850224 kabur.")
                        .with(with(walk.officeHead))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Hapus NIK atau nomor KK")));
        web.perform(post(path)
                        .param("key", UUID.randomUUID().toString())
                        .param("version", Integer.toString(versions.of(list.get(2))))
                        .param("reasonCode", "PHOTO_UNUSABLE")
                        .param("reasonText", "Foto rumah kabur, mohon diulang.")
                        .with(with(walk.officeHead))
                        .with(csrf()))
                .andExpect(redirectedUrl("/finalization/" + walk.ref));
        assertThat(members.stateOf(list.get(2))).isEqualTo("RETURNED_BY_OFFICE_HEAD");
    }

    private static MockHttpServletRequestBuilder moves(Walk walk, long seen, String milestone, String at) {
        return post("/finalization/" + walk.ref + "/cutoff")
                .param("key", UUID.randomUUID().toString())
                .param("version", Long.toString(seen))
                .param("milestone", milestone)
                .param("at", at)
                .param("sentence", "Diperpanjang kementerian.")
                .with(with(walk.officeHead))
                .with(csrf());
    }

    @Test
    void aDateIsMovedByItsFormAndAStalePageIsTold() throws Exception {
        Walk other = rehearsal.planned("3671");
        web.perform(moves(other, other.view().version(), "VILLAGE_CUTOFF", "kapan-kapan"))
                .andExpect(status().isUnprocessableEntity());
        web.perform(moves(other, other.view().version(), "VILLAGE_CUTOFF", "2026-11-23T20:00"))
                .andExpect(redirectedUrl("/finalization/" + other.ref))
                .andExpect(flash().attribute("moved", true));
        assertThat(other.view().villageCutoffAt()).isEqualTo("2026-11-23T13:00:00Z");
        web.perform(moves(other, 0, "VILLAGE_CUTOFF", "2026-11-23T21:00"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("digeser oleh " + other.officeHead.displayName())))
                .andExpect(content().string(containsString("value=\"2026-11-23T21:00\"")))
                .andExpect(content().string(containsString("Diperpanjang kementerian.</textarea>")));
    }

    @Test
    void whoMakesADateNowIsToldThatItTakesAMoment() throws Exception {
        Walk other = rehearsal.opened("1105");
        MvcResult sent = web.perform(moves(other, other.view().version(), "VILLAGE_CUTOFF", "")
                        .param("now", "true"))
                .andExpect(redirectedUrl("/finalization/" + other.ref))
                .andReturn();
        web.perform(get("/finalization/" + other.ref)
                        .with(with(other.officeHead))
                        .flashAttrs(sent.getFlashMap()))
                .andExpect(content().string(containsString("Tanggal sudah digeser dan diumumkan.")))
                .andExpect(content().string(containsString("Berlaku dalam sekitar satu menit")));
        AreaCode village = other.villages.get(0);
        web.perform(get("/").with(with(people.socialWorker(village.at(AreaLevel.DISTRICT)))))
                .andExpect(content().string(containsString("daftar sedang ditutup")))
                .andExpect(content().string(not(containsString("terlambat hari ini"))));
    }

    @Test
    void whoSawThePeriodBeforeItWentOnIsToldThatNobodyWasFaster() throws Exception {
        Walk other = rehearsal.planned("1305");
        long seen = other.view().version();
        other.at(Milestone.OPENING);
        web.perform(moves(other, seen, "VILLAGE_CUTOFF", "2026-11-23T21:00"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("sudah berubah sejak halaman dibuka")));
    }

    @Test
    void aStalePageWithAnUnreadableDateStaysStale() throws Exception {
        Walk other = rehearsal.planned("1307");
        long seen = other.view().version();
        other.at(Milestone.OPENING);
        web.perform(moves(other, seen, "VILLAGE_CUTOFF", "kapan-kapan"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("name=\"version\" value=\"" + seen + "\"")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+300000-01-01T00:00", "+20000-01-01T00:00", "2028-11-02T00:00"})
    void aDateFarAheadIsRefusedAtItsField(String at) throws Exception {
        Walk other = rehearsal.planned("7171");
        Instant before = other.view().at(Milestone.DETERMINATION);
        web.perform(moves(other, other.view().version(), "DETERMINATION", at))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("paling lambat dua tahun dari sekarang")));
        assertThat(other.view().at(Milestone.DETERMINATION)).isEqualTo(before);
    }

    @Test
    void aWrongLetterIsTakenBackOnItsPageBeforeTheListIsRatified() throws Exception {
        Walk other = rehearsal.opened("1306");
        other.sealed(1);
        batches.approve(other.ref, other.officeHead);
        other.letter();
        String page = ratification(other);
        String wrong = "/evidence/" + attachments.of(other.ref.value()).get(0).id() + "/remove";
        web.perform(get(page).with(with(other.regent))).andExpect(content().string(containsString(wrong)));

        web.perform(post(wrong).param("back", page).with(csrf()).with(with(other.regent)))
                .andExpect(redirectedUrl(page));

        assertThat(attachments.of(other.ref.value())).isEmpty();
    }

    private String ratification(Walk walk) {
        return "/worklist/tasks/"
                + tasks.createTaskQuery()
                        .processInstanceBusinessKey(walk.ref.value())
                        .taskDefinitionKey("record-ratification")
                        .singleResult()
                        .getId();
    }

    @Test
    void aRefusedLetterIsToldOnItsPageBesideTheFile() throws Exception {
        Walk other = rehearsal.opened("1277");
        other.sealed(1);
        batches.approve(other.ref, other.officeHead);
        String page = ratification(other);
        MvcResult refused = web.perform(multipart("/evidence/" + other.ref + "/attachments")
                        .file(new MockMultipartFile("file", "surat.pdf", "application/pdf", new byte[0]))
                        .param("kind", "RATIFICATION_LETTER")
                        .param("back", page)
                        .with(csrf())
                        .with(with(other.regent)))
                .andExpect(redirectedUrl(page))
                .andReturn();
        web.perform(get(page).with(with(other.regent)).flashAttrs(refused.getFlashMap()))
                .andExpect(content().string(containsString("id=\"letter-file-error\"")));
    }

    @Test
    void theMinistryReadsWhatStandsAgainstACaseAndReturnsItWithThatReason() throws Exception {
        Walk other = rehearsal.opened("6571");
        CaseRef faulty = other.sealed(2).get(0);
        members.fault(faulty, new BatchMember.Fault("registry-differs", ReasonCode.NAME_DIFFERS));
        other.ratifiedUpTo("check-integrity");
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(other.ref.value())
                .taskDefinitionKey("check-integrity")
                .singleResult()
                .getId();
        String path = "/finalization/" + other.ref + "/items/" + faulty;
        web.perform(get("/worklist/tasks/" + task).with(with(other.ministry)))
                .andExpect(content().string(containsString("Tidak sama dengan data Dukcapil")))
                .andExpect(content().string(containsString(path + "?reasonCode=NAME_DIFFERS")))
                .andExpect(content().string(containsString("dipadankan dengan Dukcapil pada")))
                .andExpect(content().string(not(containsString("??"))));
        web.perform(get(path).param("reasonCode", "NAME_DIFFERS").with(with(other.ministry)))
                .andExpect(content().string(containsString("value=\"NAME_DIFFERS\" selected")))
                .andExpect(content().string(containsString("<h1>Kembalikan usulan ke Dinsos, atau tolak</h1>")))
                .andExpect(content().string(not(containsString("??"))));
    }

    @Test
    void whoComesAfterTheVillagesCutoffLearnsThatHisFamiliesGoOn() throws Exception {
        Walk other = rehearsal.opened("1278");
        AreaCode village = other.villages.get(0);
        members.ready(village, 1);
        Actor operator = other.operator(village);
        String page = villageTask(other, village);
        web.perform(get(page).with(with(operator))).andExpect(status().isOk());
        other.at(Milestone.VILLAGE_CUTOFF);

        web.perform(get(page).with(with(operator)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("tidak ada yang hilang")));
        web.perform(post(page + "/complete")
                        .param("key", UUID.randomUUID().toString())
                        .param("version", "0")
                        .param("form", "x")
                        .with(csrf())
                        .with(with(operator)))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("tidak ada yang hilang")));
    }
}
