package id.siks.finalization;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
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
import id.siks.casework.CaseRef;
import id.siks.finalization.Rehearsal.Walk;
import id.siks.identity.Actor;
import id.siks.identity.Role;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/** The head of a district takes note of his villages' lists and holds nothing up (glossary 4). */
class AcknowledgementTests extends PeriodTest {

    @Autowired
    VillageLists villageLists;

    @Test
    void aClosedListIsReadAndTakenNoteOfOnceAndGoesOnWithAndWithout() throws Exception {
        Walk walk = rehearsal.opened("2171");
        AreaCode village = walk.villages.get(0);
        AreaCode open = walk.villages.get(1);
        AreaCode district = village.at(AreaLevel.DISTRICT);
        Actor camat = people.holding(Role.DISTRICT_HEAD, district);
        Actor deputy = people.holding(Role.DISTRICT_HEAD, district);
        AreaCode far = walk.villages.get(walk.villages.size() - 1).at(AreaLevel.DISTRICT);
        Actor stranger = people.holding(Role.DISTRICT_HEAD, far);
        String path = "/finalization/" + walk.ref;
        web.perform(get(path).with(with(camat)))
                .andExpect(content().string(containsString("Belum ada daftar yang ditutup.")));
        List<CaseRef> list = walk.finalizes(village, 2);
        assertThat(villageLists.villages(walk.ref, List.of(village.value(), open.value())))
                .as("of the territories that are asked for, no more and no less")
                .extracting(VillageProgress::village, VillageProgress::members)
                .containsExactlyInAnyOrder(tuple(village, 2), tuple(open, 0));

        web.perform(get("/finalization").with(with(camat)))
                .andExpect(content().string(containsString("1 daftar belum Anda ketahui")));
        web.perform(get(path).with(with(camat)))
                .andExpect(content().string(containsString(list.get(0).value())))
                .andExpect(content().string(containsString("belum diketahui camat")))
                .andExpect(content().string(containsString("Nyatakan mengetahui")))
                .andExpect(content().string(not(containsString("BNBA"))))
                .andExpect(content().string(not(containsString("??"))));
        web.perform(get(path).param("village", village.value()).with(with(camat)))
                .andExpect(content().string(containsString("Saat ditutup: 2 usulan.")))
                .andExpect(content().string(containsString(list.get(1).value())));
        web.perform(get(path).param("village", open.value()).with(with(camat)))
                .andExpect(content().string(not(containsString("Saat ditutup:"))));
        web.perform(get(path).with(with(walk.officeHead)))
                .andExpect(content().string(containsString("belum diketahui camat")))
                .andExpect(content().string(not(containsString("Nyatakan mengetahui"))));

        noted(walk, village, stranger).andExpect(status().isNotFound());
        noted(walk, new AreaCode("1304012001"), camat).andExpect(status().isNotFound());
        noted(walk, village, walk.verifier).andExpect(status().isForbidden());
        noted(walk, open, camat)
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("belum ditutup")));

        noted(walk, village, camat).andExpect(redirectedUrl(path + "#villages"));
        Instant first = acknowledgedAt(walk, village);
        noted(walk, village, camat).andExpect(redirectedUrl(path + "#villages"));
        noted(walk, village, deputy).andExpect(redirectedUrl(path + "#villages"));
        assertThat(acknowledgedAt(walk, village)).isNotNull().isEqualTo(first);
        assertThat(timeline.of(walk.ref))
                .filteredOn(e -> e.what().equals("list-acknowledged"))
                .singleElement()
                .satisfies(e -> assertThat(e.by()).isEqualTo(camat.accountId()));
        web.perform(get("/finalization").with(with(camat)))
                .andExpect(content().string(not(containsString("belum Anda ketahui"))));
        web.perform(get("/casework/" + walk.ref).with(with(walk.verifier)))
                .andExpect(content().string(containsString("Daftar desa/kelurahan diketahui camat")));
        for (Actor above : List.of(walk.verifier, walk.officeHead, walk.regent, walk.province, walk.ministry)) {
            web.perform(get(path).with(with(above)))
                    .andExpect(content().string(containsString("diketahui camat, ")))
                    .andExpect(content().string(containsString("1 dari 1 daftar desa/kelurahan")));
        }

        // Another village's list nobody in its district took note of: the regency closes and the office head approves.
        walk.finalizes(open, 1).forEach(member -> batches.approved(member, walk.verifier));
        list.forEach(member -> batches.approved(member, walk.verifier));
        walk.at(Milestone.VILLAGE_CUTOFF);
        walk.at(Milestone.REGENCY_CUTOFF);
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(walk.ref.value())
                .taskDefinitionKey("approve-batch")
                .singleResult()
                .getId();
        web.perform(get("/worklist/tasks/" + task).with(with(walk.officeHead)))
                .andExpect(content().string(containsString("1 dari 2 daftar desa/kelurahan")));
        batches.approve(walk.ref, walk.officeHead);
        noted(walk, open, people.holding(Role.DISTRICT_HEAD, open.at(AreaLevel.DISTRICT)))
                .andExpect(redirectedUrl(path + "#villages"));
    }

    private ResultActions noted(Walk walk, AreaCode village, Actor actor) throws Exception {
        return web.perform(post("/finalization/" + walk.ref + "/acknowledgements")
                .param("village", village.value())
                .with(with(actor))
                .with(csrf()));
    }

    private Instant acknowledgedAt(Walk walk, AreaCode village) {
        return villageLists.villages(walk.ref, List.of("")).stream()
                .filter(v -> v.village().equals(village))
                .findFirst()
                .orElseThrow()
                .acknowledgedAt();
    }
}
