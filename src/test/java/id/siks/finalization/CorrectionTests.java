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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.HeldRows;
import id.siks.HiddenFields;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.casework.TimelineEntry;
import id.siks.finalization.Rehearsal.Walk;
import id.siks.finalization.model.Corrections;
import id.siks.finalization.model.ItemVersions;
import id.siks.finalization.model.ListHash;
import id.siks.finalization.web.SlowDesk;
import id.siks.identity.Actor;
import id.siks.platform.Conflict;
import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import id.siks.platform.NotFound;
import id.siks.platform.forms.FormSchemas;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What leaves a sealed list is a numbered correction; the regent's letter is never changed. */
class CorrectionTests extends PeriodTest {

    @Autowired
    SealedLists sealedLists;

    @Autowired
    Corrections corrections;

    @Autowired
    ListHash hash;

    @Autowired
    ItemVersions versions;

    @Autowired
    SlowDesk desk;

    @Autowired
    FormSchemas schemas;

    @Autowired
    JdbcTemplate db;

    @Test
    void aCaseThatEndsBeforeTheLetterIsNoLongerPartOfTheHash() throws Exception {
        Walk walk = rehearsal.opened("3578");
        List<CaseRef> list = walk.sealed(3);
        String before = sha256(walk);
        batches.approve(walk.ref, walk.officeHead);
        batches.withdrawn(list.get(1));

        assertThat(sha256(walk)).isNotEqualTo(before).isEqualTo(hash.ofWrittenLines(walk.ref));
        assertThat(of(walk)).singleElement().satisfies(one -> {
            assertThat(one.number()).isEqualTo(1);
            assertThat(one.ref()).isEqualTo(list.get(1));
            assertThat(one.cause()).isEqualTo(Departure.LEFT);
            assertThat(one.ratified()).isFalse();
            assertThat(one.sha256()).isEqualTo(sha256(walk));
        });
        walk.letter();
        assertThatThrownBy(() -> batches.ratify(walk.ref, walk.letterOf(before), walk.regent))
                .isInstanceOf(InvalidInput.class);
        batches.ratify(walk.ref, walk.letterOf(sha256(walk)), walk.regent);
        seen(walk, list.get(1), "Koreksi 1:", "keluar sendiri", "sidik jari daftar dihitung ulang");
    }

    @Test
    void aCaseThatEndsAfterTheLetterLeavesTheLetterAsItIs() throws Exception {
        Walk walk = rehearsal.opened("3575");
        List<CaseRef> list = walk.sealed(3);
        walk.returns(list.get(0), walk.officeHead);
        walk.ratified();
        String letter = sha256(walk);
        batches.withdrawn(list.get(2));

        assertThat(sha256(walk)).isEqualTo(letter).isEqualTo(hash.ofWrittenLines(walk.ref));
        assertThat(of(walk)).extracting(Corrections.Correction::number).containsExactly(2, 1);
        assertThat(of(walk)).extracting(Corrections.Correction::ratified).containsExactly(true, false);
        assertThat(of(walk))
                .extracting(Corrections.Correction::cause)
                .containsExactly(Departure.LEFT, Departure.RETURNED);
        batches.forward(walk.ref, walk.province);
        jobs.runDue();
        batches.checked(walk.ref, walk.ministry);
        seen(walk, list.get(2), "Koreksi 2:", "surat dan sidik jarinya tetap");
    }

    @Test
    void aCaseThatLeavesBeforeTheSealIsNoCorrection() {
        Walk walk = rehearsal.opened("3674");
        List<CaseRef> list = walk.finalizes(walk.villages.get(0), 2);
        list.forEach(member -> batches.approved(member, walk.verifier));
        batches.withdrawn(list.get(0));
        assertThat(of(walk)).isEmpty();
        assertThat(batches.find(walk.ref).orElseThrow().approved()).isEqualTo(1);
    }

    @Test
    void theLastCaseThatLeavesWaitsForTheRegentWhoHasBegun() {
        Walk walk = rehearsal.opened("3571");
        CaseRef only = walk.sealed(1).get(0);
        batches.approve(walk.ref, walk.officeHead);
        walk.letter();

        CompletableFuture<Void> departure = transaction.execute(status -> {
            // As the page of the task does: first the row of the work, then the period.
            claim(walk);
            CompletableFuture<Void> begun = CompletableFuture.runAsync(() -> batches.withdrawn(only));
            HeldRows.untilWaitedFor(db);
            batches.ratify(walk.ref, walk.letterOf(sha256(walk)), walk.regent);
            return begun;
        });
        departure.join();

        assertThat(of(walk)).singleElement().satisfies(one -> assertThat(one.ratified())
                .isTrue());
        assertThat(timeline.of(walk.ref))
                .extracting(TimelineEntry::what)
                .endsWith("batch-approved", "ratified", "period-undetermined");
    }

    @Test
    void aPeriodThatBeganBeforeItCouldEmptyStaysWithTheRegent() {
        Walk walk = rehearsal.opened("3574");
        CaseRef only = walk.sealed(1).get(0);
        batches.approve(walk.ref, walk.officeHead);
        db.update(
                """
                delete from act_ru_event_subscr where event_name_ = 'list-emptied' and proc_inst_id_ in
                  (select proc_inst_id_ from act_ru_execution where business_key_ = ?)""",
                walk.ref.value());
        batches.withdrawn(only);

        assertThat(walk.view().state()).isEqualTo(PeriodState.REGENCY_CLOSED);
        assertThat(batches.periodOf(only)).isEmpty();
    }

    @Test
    void theRegentAndTheProvinceReturnSingleCasesAndTheLetterStaysTrue() {
        Walk walk = rehearsal.opened("1472");
        List<CaseRef> list = walk.sealed(3);
        String sealed = sha256(walk);
        assertThatThrownBy(() -> walk.returns(list.get(0), walk.regent))
                .isInstanceOf(Conflict.class)
                .hasMessage("finalization.error.gone-on");
        batches.approve(walk.ref, walk.officeHead);

        walk.returns(list.get(0), walk.regent);
        assertThat(members.stateOf(list.get(0))).isEqualTo("RETURNED_BY_REGENT");
        String ratified = sha256(walk);
        assertThat(ratified).isNotEqualTo(sealed);
        walk.letter();
        batches.ratify(walk.ref, walk.letterOf(ratified), walk.regent);

        assertThatThrownBy(() -> walk.returns(list.get(1), walk.regent))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.reason().args()).containsExactly(walk.regent.displayName()));
        walk.returns(list.get(1), walk.province);
        assertThat(members.stateOf(list.get(1))).isEqualTo("RETURNED_BY_PROVINCE");
        assertThat(sha256(walk)).isEqualTo(ratified).isEqualTo(hash.ofWrittenLines(walk.ref));
        assertThat(of(walk)).extracting(Corrections.Correction::ratified).containsExactly(true, false);
        batches.forward(walk.ref, walk.province);
    }

    @Test
    void whatTheMinistryRejectsEndsAndIsWrittenDownAsACorrection() throws Exception {
        Walk walk = rehearsal.opened("1275");
        List<CaseRef> list = walk.sealed(2);
        walk.ratifiedUpTo("check-integrity");
        String ratified = sha256(walk);
        for (Actor other : List.of(walk.officeHead, walk.regent, walk.province, walk.decider)) {
            assertThatThrownBy(() -> walk.rejects(list.get(0), other)).isInstanceOf(NotFound.class);
        }
        web.perform(post("/finalization/" + walk.ref + "/items/" + list.get(0))
                        .param("key", UUID.randomUUID().toString())
                        .param("action", "reject")
                        .param("version", version(list.get(0)))
                        .param("reasonCode", "EXCLUDED_OCCUPATION")
                        .param("reasonText", "Kepala keluarga pegawai negeri.")
                        .with(with(walk.ministry))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());

        assertThat(members.stateOf(list.get(0))).isEqualTo("REJECTED");
        assertThat(timeline.summary(list.get(0)).status()).isEqualTo(CaseStatus.REJECTED_BY_MINISTRY);
        assertThat(batches.periodOf(list.get(0))).isEmpty();
        assertThat(batches.find(walk.ref).orElseThrow())
                .satisfies(batch -> assertThat(batch.rejected()).isEqualTo(1))
                .satisfies(batch -> assertThat(batch.returned()).isZero());
        assertThat(sha256(walk)).isEqualTo(ratified);
        assertThat(of(walk)).extracting(Corrections.Correction::cause).containsExactly(Departure.REJECTED);
        seen(walk, list.get(0), "ditolak Kemensos", "Ditolak Kemensos");
        batches.checked(walk.ref, walk.ministry);
    }

    @Test
    void aRatifiedLineCanBeCheckedWhenItsCaseLeftAndIsErased() throws Exception {
        Walk walk = rehearsal.opened("7571");
        List<CaseRef> list = walk.sealed(5);
        walk.returns(list.get(0), walk.officeHead);
        walk.ratifiedUpTo("check-integrity");
        walk.returns(list.get(1), walk.ministry);
        walk.rejects(list.get(2), walk.ministry);
        batches.withdrawn(list.get(3));
        list.forEach(ref -> members.rename(ref, ""));

        list.subList(1, 4).forEach(ref -> assertThat(lineOf(ref)).isEqualTo(lineHash(ref)));
        assertThat(keptOf(list.get(0))).as("its list was not ratified").isNull();
        seen(walk, list.get(2), "Siti Contoh", "1804********0001");
        String csv = web.perform(post("/finalization/" + walk.ref + "/names")
                        .param("purpose", "Pemeriksaan daftar lama")
                        .with(with(walk.verifier))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(csv.lines().filter(line -> line.contains(list.get(2).value())))
                .singleElement()
                .asString()
                .contains("Siti Contoh", "1804********0001");
    }

    /** What the letter's hash is made of, from what the list keeps. */
    private String lineOf(CaseRef ref) {
        return db.queryForObject(
                """
                select encode(sha256(convert_to(concat_ws(U&'\\001f', case_ref, village_code, line_head, line_nik,
                  members, signs), 'UTF8')), 'hex')
                from finalization.batch_item where case_ref = ?""",
                String.class,
                ref.value());
    }

    private String lineHash(CaseRef ref) {
        return db.queryForObject(
                "select line_sha256 from finalization.batch_item where case_ref = ?", String.class, ref.value());
    }

    private String keptOf(CaseRef ref) {
        return db.queryForObject(
                "select line_head from finalization.batch_item where case_ref = ?", String.class, ref.value());
    }

    @Test
    void theSecondOfTwoWhoTakeOutTheSameCaseIsToldWhoWasFaster() throws Exception {
        Walk walk = rehearsal.opened("3275");
        List<CaseRef> list = walk.sealed(4);
        walk.ratifiedUpTo("check-integrity");
        Actor second = people.ministryOfficer();
        walk.returns(list.get(0), walk.ministry);
        walk.rejects(list.get(1), walk.ministry);
        batches.withdrawn(list.get(2));

        told(walk, list.get(0), second, "sudah dikembalikan oleh " + walk.ministry.displayName());
        told(walk, list.get(1), second, "sudah ditolak oleh " + walk.ministry.displayName());
        told(walk, list.get(2), second, "sudah keluar dari daftar pada");
        assertThat(of(walk)).hasSize(3);
        assertThatThrownBy(() -> walk.returns(list.get(0), walk.verifier)).isInstanceOf(NotFound.class);
        batches.checked(walk.ref, walk.ministry);
        told(walk, list.get(3), second, "Sudah dikerjakan oleh " + walk.ministry.displayName());
    }

    private void told(Walk walk, CaseRef member, Actor second, String words) throws Exception {
        String path = "/finalization/" + walk.ref + "/items/" + member;
        web.perform(get(path).with(with(second)))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString(words)));
        for (String action : List.of("return", "reject")) {
            web.perform(post(path)
                            .param("key", UUID.randomUUID().toString())
                            .param("action", action)
                            .param("reasonCode", "OTHER")
                            .param("reasonText", "Alasan orang kedua.")
                            .with(with(second))
                            .with(csrf()))
                    .andExpect(status().isConflict())
                    .andExpect(content().string(containsString(words)));
        }
    }

    /** Requirement 26: the turn is the same again, but what was said meanwhile was not on the page. */
    @Test
    void aPageOfACaseFromBeforeTheMinisterSpokeTakesNothingOutAndSaysWhoWasFirst() throws Exception {
        Walk walk = rehearsal.opened("3373");
        CaseRef ref = walk.sealed(2).get(0);
        walk.ratifiedUpTo("check-integrity");
        String path = "/finalization/" + walk.ref + "/items/" + ref;
        String seen = version(ref);
        web.perform(get(path).with(with(walk.ministry)))
                .andExpect(content().string(containsString("name=\"version\" value=\"" + seen + "\"")));
        batches.checked(walk.ref, walk.ministry);
        batches.refuse(walk.ref, Reasons.one(), walk.decider);

        for (String action : List.of("return", "reject")) {
            web.perform(takenOut(path, action, seen, walk.ministry))
                    .andExpect(status().isConflict())
                    .andExpect(content().string(containsString(walk.decider.displayName())))
                    .andExpect(content().string(containsString("name=\"version\" value=\"" + version(ref) + "\"")))
                    .andExpect(content().string(containsString("Alasan yang cukup panjang.</textarea>")));
            for (String none : List.of("", "x", "-1")) {
                web.perform(takenOut(path, action, none, walk.ministry))
                        .andExpect(status().isUnprocessableEntity())
                        .andExpect(content().string(containsString("Formulir ini tidak lengkap")))
                        .andExpect(content().string(not(containsString(walk.decider.displayName()))));
            }
        }
        assertThat(of(walk)).isEmpty();
        web.perform(takenOut(path, "return", version(ref), walk.ministry)).andExpect(status().is3xxRedirection());
        assertThat(of(walk)).hasSize(1);
    }

    /** Requirement 26: the version is compared by whoever holds the case, not before. */
    @Test
    void whoWaitsWhileTheMinisterSpeaksTakesNothingOut() {
        Walk walk = rehearsal.opened("1771");
        CaseRef ref = walk.sealed(2).get(0);
        walk.checked();
        int seen = versions.of(ref);

        CompletableFuture<Void> taking = transaction.execute(status -> {
            batches.refuse(walk.ref, Reasons.one(), walk.decider);
            CompletableFuture<Void> begun = CompletableFuture.runAsync(
                    () -> sealedLists.returnItem(walk.ref, ref, seen, Reasons.one(), walk.ministry));
            HeldRows.untilWaitedFor(db);
            return begun;
        });

        assertThatThrownBy(taking::join)
                .cause()
                .isInstanceOf(Conflict.class)
                .hasMessage("finalization.error.item-stale");
        assertThat(of(walk)).isEmpty();
    }

    /** Requirement 26: what happens between the parts of a page is not on it. */
    @Test
    void aPageDrawnWhileTheMinisterSpeaksTakesNothingOut() throws Exception {
        Walk walk = rehearsal.opened("3172");
        CaseRef ref = walk.sealed(2).get(0);
        walk.checked();

        String path = "/finalization/" + walk.ref + "/items/" + ref;

        desk.meanwhile(() -> batches.refuse(walk.ref, Reasons.one(), walk.decider));
        String page = web.perform(get(path).with(with(walk.ministry)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();

        web.perform(takenOut(path, "return", HiddenFields.of(page, "version"), walk.ministry))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString(walk.decider.displayName())));
        assertThat(of(walk)).isEmpty();
    }

    private MockHttpServletRequestBuilder takenOut(String path, String action, String version, Actor by) {
        return post(path)
                .param("key", UUID.randomUUID().toString())
                .param("action", action)
                .param("version", version)
                .param("reasonCode", "OTHER")
                .param("reasonText", "Alasan yang cukup panjang.")
                .with(with(by))
                .with(csrf());
    }

    private String version(CaseRef member) {
        return Integer.toString(versions.of(member));
    }

    @Test
    void aPageOfTheListAsItWasIsRefusedAndNothingOfItIsStored() throws Exception {
        Walk walk = rehearsal.opened("3278");
        List<CaseRef> list = walk.sealed(2);
        batches.approve(walk.ref, walk.officeHead);
        walk.letter();
        claim(walk);
        String seen = version(walk);
        batches.withdrawn(list.get(0));

        web.perform(ratification(walk, seen)).andExpect(status().isConflict());
        assertThat(walk.view().state()).isEqualTo(PeriodState.REGENCY_CLOSED);
        assertThat(batches.find(walk.ref).orElseThrow().letterNumber()).isNull();
        web.perform(ratification(walk, version(walk))).andExpect(status().is3xxRedirection());
        assertThat(walk.view().state()).isEqualTo(PeriodState.RATIFIED);
    }

    private MockHttpServletRequestBuilder ratification(Walk walk, String version) {
        return post("/worklist/tasks/" + ratificationTask(walk) + "/complete")
                .param("key", UUID.randomUUID().toString())
                .param("version", version)
                .param("form", schemas.of("record-ratification").fingerprint())
                .param("letterNumber", "460/123/2026")
                .param("letterDate", walk.letterOf(sha256(walk)).date().toString())
                .param("hashConfirmed", "true")
                .with(with(walk.regent))
                .with(csrf());
    }

    private String version(Walk walk) {
        return db.queryForObject(
                "select version from worklist.work_item where task_id = ?", String.class, ratificationTask(walk));
    }

    private String ratificationTask(Walk walk) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(walk.ref.value())
                .taskDefinitionKey("record-ratification")
                .singleResult()
                .getId();
    }

    @Test
    void aLetterOlderThanTheListIsRefusedAtItsDate() {
        Walk walk = rehearsal.opened("3673");
        walk.sealed(1);
        batches.approve(walk.ref, walk.officeHead);
        walk.letter();
        BatchView batch = batches.find(walk.ref).orElseThrow();
        LocalDate sealed = LocalDate.ofInstant(batch.sealedAt(), walk.view().zone());
        RatificationLetter older = new RatificationLetter("460/122/2026", sealed.minusDays(1), batch.sha256());
        assertThatThrownBy(() -> batches.ratify(walk.ref, older, walk.regent))
                .isInstanceOfSatisfying(InvalidInput.class, e -> assertThat(e.errors())
                        .extracting(FieldError::field)
                        .containsExactly("letterDate"));
        batches.ratify(walk.ref, new RatificationLetter("460/123/2026", sealed, batch.sha256()), walk.regent);
    }

    @Test
    void whoeverIsNotOfTheMinistryReturnsAndDoesNotReject() throws Exception {
        Walk walk = rehearsal.opened("1276");
        CaseRef ref = walk.sealed(2).get(0);
        String path = "/finalization/" + walk.ref + "/items/" + ref;
        web.perform(get(path).with(with(walk.officeHead)))
                .andExpect(content().string(not(containsString("value=\"reject\""))));
        web.perform(post(path)
                        .param("key", UUID.randomUUID().toString())
                        .param("action", "reject")
                        .param("version", version(ref))
                        .param("reasonCode", "OTHER")
                        .param("reasonText", "Tidak boleh dari tingkat ini.")
                        .with(with(walk.officeHead))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        assertThat(members.stateOf(ref)).isEqualTo("FINALIZED");
    }

    private void claim(Walk walk) {
        try {
            web.perform(post("/worklist/tasks/" + ratificationTask(walk) + "/claim")
                            .with(with(walk.regent))
                            .with(csrf()))
                    .andExpect(status().is3xxRedirection());
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void seen(Walk walk, CaseRef ref, String... words) throws Exception {
        String page = web.perform(get("/finalization/" + walk.ref).with(with(walk.regent)))
                .andExpect(content().string(not(containsString("??"))))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains(ref.value()).contains(words);
    }

    private List<Corrections.Correction> of(Walk walk) {
        return corrections.of(walk.ref, List.of(walk.regency.value()));
    }

    private String sha256(Walk walk) {
        return batches.find(walk.ref).orElseThrow().sha256();
    }
}
