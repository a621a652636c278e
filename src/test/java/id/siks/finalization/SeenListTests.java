package id.siks.finalization;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.HiddenFields;
import id.siks.area.AreaCode;
import id.siks.casework.BatchMember.Fault;
import id.siks.casework.CaseRef;
import id.siks.casework.ReasonCode;
import id.siks.finalization.Rehearsal.Walk;
import id.siks.identity.Actor;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Whoever declares his village's list true declares the one he has seen (requirement 26). */
class SeenListTests extends PeriodTest {

    @Test
    void whatBecameReadyWhileThePageWasOpenIsNotDeclaredUnseen() throws Exception {
        Walk walk = rehearsal.opened("1173");
        AreaCode village = walk.villages.get(0);
        Actor operator = walk.operator(village);
        CaseRef seen = members.ready(village, 1).get(0);
        String page = taken(walk, village);
        String before = page(page, operator);
        CaseRef unseen = members.ready(village, 1).get(0);

        web.perform(declared(page, before, operator))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("sudah usang")));
        assertThat(batches.periodOf(seen)).isEmpty();

        web.perform(declared(page, page(page, operator), operator)).andExpect(redirectedUrl(done(page)));
        assertThat(batches.periodOf(seen)).contains(walk.ref);
        assertThat(batches.periodOf(unseen)).contains(walk.ref);
    }

    @Test
    void whomTheCivilRegistryKnowsOtherwiseIsPointedOut() throws Exception {
        Walk walk = rehearsal.opened("1174");
        AreaCode village = walk.villages.get(0);
        CaseRef family = members.ready(village, 1).get(0);
        String path = taken(walk, village);
        assertThat(page(path, walk.operator(village))).doesNotContain("tidak padan");

        members.fault(family, new Fault("registry-differs", ReasonCode.DECEASED));

        assertThat(page(path, walk.operator(village)))
                .contains("Ada anggota yang tidak padan", "1 keluarga punya anggota", "setelah dikembalikan");
    }

    /** Glossary 9.2: whom the civil registry knows otherwise by now blocks his family when the list is closed. */
    @Test
    void aFamilyThatGoesBackIsNamedApartAndKeptOffTheList() throws Exception {
        Walk walk = rehearsal.opened("1175");
        AreaCode village = walk.villages.get(0);
        Actor operator = walk.operator(village);
        List<CaseRef> families = members.ready(village, 2);
        CaseRef back = families.get(1);
        String path = taken(walk, village);
        String before = page(path, operator);
        assertThat(before).contains("Siap diusulkan: 2<").doesNotContain("Kembali untuk diperbaiki");

        members.wayBack(back);
        members.fault(back, new Fault("registry-differs", ReasonCode.DECEASED));

        web.perform(declared(path, before, operator)).andExpect(status().isConflict());
        String page = page(path, operator);
        assertThat(page)
                .contains("Siap diusulkan: 1<", "Kembali untuk diperbaiki: 1<", back.value())
                .doesNotContain("Ada anggota yang tidak padan", "??");
        web.perform(declared(path, page, operator)).andExpect(redirectedUrl(done(path)));
        assertThat(batches.periodOf(families.get(0))).contains(walk.ref);
        assertThat(batches.periodOf(back)).isEmpty();
        assertThat(members.stateOf(back)).isEqualTo("KEPT_OFF");
    }

    /** Where the village's task is done, which its operator has taken. */
    private String taken(Walk walk, AreaCode village) throws Exception {
        String path = villageTask(walk, village);
        web.perform(post(path + "/claim").with(csrf()).with(with(walk.operator(village))));
        return path;
    }

    private static String done(String page) {
        return page.replace("/tasks/", "?done=");
    }

    private String page(String path, Actor operator) throws Exception {
        return web.perform(get(path).with(with(operator)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static MockHttpServletRequestBuilder declared(String path, String page, Actor operator) {
        return post(path + "/complete")
                .param("key", UUID.randomUUID().toString())
                .param("version", HiddenFields.of(page, "version"))
                .param("form", HiddenFields.of(page, "form"))
                .param("declaration", "true")
                .with(csrf())
                .with(with(operator));
    }
}
