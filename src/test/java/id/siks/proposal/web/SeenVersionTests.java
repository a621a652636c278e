package id.siks.proposal.web;

import static id.siks.identity.TestActors.with;
import static id.siks.proposal.web.ProposalForms.versionOn;
import static id.siks.proposal.web.ProposalForms.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.evidence.AttachmentKind;
import id.siks.evidence.AttachmentUpload;
import id.siks.evidence.Attachments;
import id.siks.evidence.Capture;
import id.siks.finalization.Batches;
import id.siks.finalization.Milestone;
import id.siks.finalization.PeriodView;
import id.siks.finalization.RatificationLetter;
import id.siks.identity.Actor;
import id.siks.identity.TestActors;
import id.siks.platform.BusinessTime;
import id.siks.platform.Conflict;
import id.siks.platform.engine.EngineJobs;
import id.siks.proposal.CardPart;
import id.siks.proposal.Channel;
import id.siks.proposal.ProposalTestData;
import id.siks.proposal.ProposalTestData.Place;
import id.siks.proposal.ProposalView;
import id.siks.proposal.Proposals;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Requirement 26: what somebody saw of a proposal includes what became of it without anybody writing in it. */
@EngineTest
class SeenVersionTests {

    private static final AreaCode REGENCY = new AreaCode("1605");
    private static final String MOVED = "Keluarga sudah pindah ke kabupaten lain.";

    @Autowired
    MockMvc mvc;

    @Autowired
    ProposalTestData data;

    @Autowired
    Proposals proposals;

    @Autowired
    Batches batches;

    @Autowired
    Attachments attachments;

    @Autowired
    TestActors people;

    @Autowired
    Areas areas;

    @Autowired
    BusinessTime time;

    @Autowired
    EngineJobs jobs;

    @Test
    void aPageFromBeforeTheRegentsLetterWithdrawsNothingAndNamesTheRegent() throws Exception {
        Place place = village(0);
        CaseRef ref = place.approved();
        PeriodView period = place.period();
        seal(period);
        String seen = onPage(ref, place.operator);
        state(ref, place.operator, CaseStatus.APPROVED_BY_REGENCY, seen);
        Actor regent = people.regent(REGENCY);
        ratify(period, regent);

        mvc.perform(withdrawal(ref, seen, MOVED, place.operator))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("terakhir oleh " + regent.displayName())))
                .andExpect(content().string(containsString(MOVED + "</textarea>")));
        assertThat(batches.periodOf(ref)).contains(period.ref());

        String now = onPage(ref, place.operator);
        assertThat(Integer.parseInt(now)).isGreaterThan(Integer.parseInt(seen));
        state(ref, place.operator, CaseStatus.RATIFIED, now);
        mvc.perform(withdrawal(ref, now, MOVED, place.operator)).andExpect(redirectedUrl("/proposal/" + ref));
        assertThat(batches.periodOf(ref)).isEmpty();
    }

    @Test
    void whoSavesInACaseThatMovedOnIsToldWhoMovedItAndNotWhoWroteLast() {
        Place place = village(1);
        CaseRef ref = place.visited();
        int seen = data.version(ref);
        Map<String, String> back =
                Map.of("decision", "return", "reasonCode", "ADDRESS_INCOMPLETE", "reasonText", "Alamat belum lengkap.");
        data.does(place.verifier, ref, "decide-proposal", back);
        told(place, ref, seen, place.verifier);

        int returned = data.version(ref);
        Actor colleague = people.operator(place.village);
        int saved = save(place, ref, returned, colleague);
        assertThat(saved).isEqualTo(data.version(ref));
        told(place, ref, returned, colleague);
    }

    private void told(Place place, CaseRef ref, int version, Actor first) {
        assertThatThrownBy(() -> save(place, ref, version, place.operator))
                .isInstanceOfSatisfying(
                        Conflict.class,
                        conflict -> assertThat(conflict.reason().args()).contains(first.displayName()));
    }

    private int save(Place place, CaseRef ref, int version, Actor by) {
        ProposalView view = proposals.view(ref, place.operator);
        CardPart card = CardPart.of(view.content(), Channel.VILLAGE_MEETING, false);
        return proposals.saveCard(ref, version, card, by).version();
    }

    private Place village(int district) {
        AreaCode code = areas.children(REGENCY).get(district).code();
        return data.in(areas.children(code).get(0).code().value());
    }

    private void seal(PeriodView period) {
        at(period, Milestone.VILLAGE_CUTOFF);
        at(period, Milestone.REGENCY_CUTOFF);
        batches.approve(period.ref(), people.officeHead(REGENCY));
    }

    private void at(PeriodView period, Milestone milestone) {
        time.moveTo(period.at(milestone).plusSeconds(1));
        jobs.runDue();
    }

    private void ratify(PeriodView period, Actor regent) {
        attachments.add(
                new AttachmentUpload(
                        period.ref().value(),
                        REGENCY,
                        AttachmentKind.RATIFICATION_LETTER,
                        ProposalTestData.jpeg(),
                        Capture.UNKNOWN),
                regent);
        String hash = batches.find(period.ref()).orElseThrow().sha256();
        batches.ratify(period.ref(), new RatificationLetter("460/123/2026", time.today(period.zone()), hash), regent);
    }

    private String onPage(CaseRef ref, Actor operator) throws Exception {
        String page = mvc.perform(get("/proposal/{ref}", ref).with(with(operator)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return versionOn(page);
    }

    private void state(CaseRef ref, Actor operator, CaseStatus status, String version) throws Exception {
        mvc.perform(get("/proposal/{ref}/state", ref).with(with(operator)))
                .andExpect(jsonPath("$.status").value(status.name()))
                .andExpect(jsonPath("$.version").value(Integer.parseInt(version)));
    }
}
