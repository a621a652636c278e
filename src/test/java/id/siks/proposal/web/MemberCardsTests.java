package id.siks.proposal.web;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import id.siks.EngineTest;
import id.siks.casework.CaseRef;
import id.siks.platform.engine.EngineJobs;
import id.siks.proposal.ProposalTestData;
import id.siks.proposal.ProposalView;
import id.siks.proposal.Proposals;
import id.siks.proposal.Remark;
import id.siks.register.CivilRegistry.Answer;
import id.siks.register.MemberContent;
import id.siks.register.RegistryStatus;
import id.siks.register.Sex;
import id.siks.register.TestFamilies;
import id.siks.register.outside.SimulatedCivilRegistry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What is said about a member, and what the civil registry offers for him, stands on his card, wherever that has moved. */
@EngineTest
class MemberCardsTests {

    private static final LocalDate BORN = LocalDate.of(1985, 6, 15);
    private static final String DEAD = "Tercatat meninggal di Dukcapil";
    private static final String ADOPT = "value=\"adopt-";

    @Autowired
    MockMvc mvc;

    @Autowired
    Proposals proposals;

    @Autowired
    ProposalTestData data;

    @Autowired
    SimulatedCivilRegistry civilRegistry;

    @Autowired
    EngineJobs jobs;

    ProposalTestData.Place place;
    MemberContent dead;
    MemberContent renamed;
    MemberContent matching;
    CaseRef ref;

    /** A head, one who has died, one whom the registry calls otherwise, and one who matches. */
    @BeforeEach
    void aFamilyThatDoesNotMatch() {
        place = data.in("1806042011");
        dead = TestFamilies.spouse("Siti Aminah");
        renamed = TestFamilies.member(TestFamilies.maleNik(), "Joko Santosa", Sex.MALE, 3, false);
        matching = TestFamilies.member(TestFamilies.femaleNik(), "Rini Lestari", Sex.FEMALE, 3, false);
        civilRegistry.knows(dead.nik(), Answer.without(RegistryStatus.DECEASED));
        var family =
                TestFamilies.with(place.village, List.of(TestFamilies.head("Budi Santosa"), dead, renamed, matching));
        civilRegistry.knows(
                renamed.nik(),
                new Answer(RegistryStatus.FOUND, family.familyCardNumber(), "Joko Susilo", BORN, Sex.MALE));
        ref = place.handedIn(family);
        assertThat(saved().remarks())
                .extracting(Remark::field)
                .containsExactly("members[1].nik", "members[2].fullName");
    }

    @Test
    void a_remark_follows_its_member_when_another_is_taken_out() {
        List<MemberContent> left = new ArrayList<>(saved().content().members());
        left.remove(1);
        proposals.saveMembers(ref, saved().version(), left, place.operator);
        assertThat(saved().remarks()).extracting(Remark::field).containsExactly("members[1].fullName");
    }

    @Test
    void what_nobody_has_saved_yet_moves_the_remarks_too() throws Exception {
        assertThat(card(page(), 1)).contains(DEAD);
        String page = send("remove-member-1");
        assertThat(page).doesNotContain(DEAD);
        assertThat(card(page, 1)).contains("Joko Santosa").contains("Catatan pemeriksa", ADOPT + "1\"");
        assertThat(card(page, 2)).contains("Rini Lestari").doesNotContain("Catatan pemeriksa", ADOPT);
    }

    @Test
    void the_registrys_data_come_to_the_card_whose_number_it_was_asked_about() throws Exception {
        List<MemberContent> shown = new ArrayList<>(saved().content().members());
        shown.remove(dead);
        String page = send("adopt-1", shown);
        assertThat(card(page, 1)).contains("value=\"JOKO SUSILO\"");
        assertThat(card(page, 2)).contains("value=\"Rini Lestari\"");
    }

    @Test
    void nobody_is_given_the_data_of_another_number() throws Exception {
        List<MemberContent> shown = new ArrayList<>(saved().content().members());
        MemberContent other = TestFamilies.member(TestFamilies.maleNik(), "Agus Salim", Sex.MALE, 3, false);
        shown.set(2, TestFamilies.born(other, LocalDate.of(1990, 1, 1)));
        String page = send("adopt-2", shown);
        assertThat(card(page, 2))
                .contains("value=\"Agus Salim\"", "untuk NIK di kartu ini")
                .doesNotContain("JOKO SUSILO", ADOPT);
        assertThat(saved().content().members().get(2).fullName()).isEqualTo("Joko Santosa");
    }

    @Test
    void the_card_of_one_member_is_none_for_all() throws Exception {
        civilRegistry.knows(
                renamed.nik(), new Answer(RegistryStatus.FOUND, TestFamilies.card(), "Joko Susilo", BORN, Sex.MALE));
        resubmit();
        assertThat(saved().remarks())
                .extracting(Remark::field)
                .containsExactly("members[1].nik", "members[2].fullName", "members[2].nik");
        assertThat(card(page(), 2)).contains("pada kartu keluarga lain daripada", "value=\"remove-member-2\"");
        String page = send("adopt-2");
        assertThat(card(page, 2)).contains("value=\"JOKO SUSILO\"");
        assertThat(familyCard(page)).isEmpty();
    }

    @Test
    void the_card_on_which_all_stand_may_be_taken_over_by_all() throws Exception {
        String other = TestFamilies.card();
        MemberContent head = TestFamilies.head("Budi Santosa");
        MemberContent spouse = TestFamilies.spouse("Siti Aminah");
        for (MemberContent one : List.of(head, spouse)) {
            civilRegistry.knows(
                    one.nik(), new Answer(RegistryStatus.FOUND, other, one.fullName(), one.birthDate(), one.sex()));
        }
        ref = place.handedIn(TestFamilies.with(place.village, List.of(head, spouse)));
        assertThat(saved().remarks()).extracting(Remark::field).containsExactly("familyCardNumber");
        assertThat(card(page(), 1)).contains("nomor KK seluruh keluarga diganti", ADOPT + "1\"");
        assertThat(familyCard(send("adopt-1"))).isEqualTo(other);
    }

    private void resubmit() {
        proposals.resubmit(ref, saved().version(), null, UUID.randomUUID(), place.operator);
        jobs.runDue();
    }

    private static String familyCard(String page) {
        Matcher field = Pattern.compile("name=\"familyCardNumber\"[^>]* value=\"([^\"]*)\"")
                .matcher(page);
        return field.find() ? field.group(1) : "";
    }

    private ProposalView saved() {
        return proposals.view(ref, place.operator);
    }

    private String page() throws Exception {
        return answer(get("/proposal/{ref}/family", ref));
    }

    private String send(String action) throws Exception {
        return send(action, saved().content().members());
    }

    private String send(String action, List<MemberContent> members) throws Exception {
        MockHttpServletRequestBuilder form = post("/proposal/{ref}/family", ref)
                .param("version", Integer.toString(saved().version()))
                .param("key", UUID.randomUUID().toString())
                .param("action", action)
                .with(csrf());
        for (int i = 0; i < members.size(); i++) {
            for (Map.Entry<String, String> typed : typed(members.get(i)).entrySet()) {
                form.param("members[" + i + "]." + typed.getKey(), typed.getValue());
            }
        }
        return answer(form);
    }

    private static Map<String, String> typed(MemberContent member) {
        return Map.of(
                "nik", member.nik(),
                "fullName", member.fullName(),
                "birthDate", member.birthDate().toString(),
                "sex", member.sex().name());
    }

    private String answer(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(with(place.operator)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static String card(String page, int index) {
        String from = page.substring(page.indexOf("id=\"member-" + index + "\""));
        return from.substring(0, from.indexOf("</section>"));
    }
}
