package id.siks.identity;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.EngineTest;
import id.siks.HiddenFields;
import id.siks.area.AreaCode;
import id.siks.identity.OfficerRows.AssignmentRow;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Requirements 9 to 14: people come in because a keeper enrolled them, within his territory and never for himself. */
@EngineTest
class OfficerPagesTests {

    private static final String HERE = "/identity/officers";
    private static final AreaCode REGENCY = new AreaCode("3404");
    private static final String MOVED = "Pindah tugas ke kecamatan lain.";
    private static final String VILLAGE = "34.04.01.2001";

    @Autowired
    MockMvc mvc;

    @Autowired
    TestActors people;

    @Autowired
    Actors actors;

    @Autowired
    Accounts accounts;

    @Autowired
    Subjects subjects;

    @Autowired
    OfficerRows rows;

    private final String login = "petugas." + UUID.randomUUID().toString().substring(0, 8);
    private Actor keeper;

    @BeforeEach
    void aKeeperOfTheRegency() {
        keeper = people.holding(Role.USER_ADMIN, REGENCY);
    }

    /** So that no other test finds a keeper it did not make. */
    @AfterEach
    void heLeaves() {
        accounts.disable(keeper.accountId());
    }

    @Test
    void whoeverIsEnrolledComesInByTheNameTheLoginServerKnows() throws Exception {
        long officer = enrolled();

        Actor came = subjects.actor("subject-" + login, login).orElseThrow();
        assertThat(came.accountId()).isEqualTo(officer);
        assertThat(came.holds(Role.VILLAGE_OPERATOR, AreaCode.of(VILLAGE))).isTrue();
        assertThat(subjects.actor("another-subject", login)).isEmpty();
        assertThat(open(officer)).singleElement().extracting(AssignmentRow::by).isEqualTo(keeper.accountId());
    }

    @Test
    void theLoginServerMayWriteTheNameInCapitals() throws Exception {
        long officer = enrolled();
        assertThat(subjects.actor("subject-" + login, login.toUpperCase()))
                .map(Actor::accountId)
                .contains(officer);
    }

    @Test
    void theFormSentTwiceEnrolsOnceAndATakenNameGetsASentence() throws Exception {
        MockHttpServletRequestBuilder form = form(login.toUpperCase(), "Siti", "VILLAGE_HEAD", VILLAGE);
        String first = location(mvc.perform(form));
        assertThat(location(mvc.perform(form))).isEqualTo(first);

        refused(enrol(login, "Siti", "VILLAGE_HEAD", VILLAGE), "sudah terdaftar");
    }

    @Test
    void whatDoesNotFitIsToldAtItsField() throws Exception {
        refused(enrol("a b", "Siti", "VILLAGE_HEAD", VILLAGE), "Tulis nama akun");
        refused(enrol(login, " ", "VILLAGE_HEAD", VILLAGE), "Tulis nama, 2");
        refused(enrol(login, "Siti", "KING", VILLAGE), "Pilih peran");
        refused(enrol(login, "Siti", "VILLAGE_HEAD", ""), "Tulis kode wilayah");
        refused(enrol(login, "Siti", "VILLAGE_HEAD", "34.04"), "kode 10 angka");
        refused(enrol(login, "Siti", "REGENCY_VERIFIER", VILLAGE), "kode 4 angka");
        refused(enrol(login, "Siti", "USER_ADMIN", VILLAGE), "kabupaten/kota, provinsi atau seluruh");
        refused(enrol(login, "Siti", "VILLAGE_HEAD", "Sleman"), "34.04 Kabupaten Sleman");
        refused(enrol(login, "Siti", "VILLAGE_HEAD", "34.04.01.9999"), "Tidak ada wilayah dengan kode ini");
        refused(enrol(login, "Siti", "VILLAGE_HEAD", "18.04.04.2004"), "di luar wilayah");
        refused(mvc.perform(form(login, "Siti", "AUDITOR", "").param("nation", "1")), "di luar wilayah");
        refused(mvc.perform(form(login, "Siti", "AUDITOR", "34.04").param("nation", "1")), "Pilih salah satu");
        assertThat(actors.byLogin(login)).isEmpty();
    }

    @Test
    void onlyWhoKeepsTheNationGivesIt() throws Exception {
        Actor wide = people.holding(List.of(Assignment.nation(Role.USER_ADMIN)));
        mvc.perform(form(login, "Siti", "MINISTRY_OFFICER", "")
                        .param("nation", "1")
                        .with(with(wide)))
                .andExpect(status().is3xxRedirection());

        Actor officer = actors.byLogin(login).orElseThrow();
        assertThat(officer.assignments()).containsExactly(Assignment.nation(Role.MINISTRY_OFFICER));
        mvc.perform(get(HERE + "/" + officer.accountId()).with(with(keeper))).andExpect(status().isNotFound());
        accounts.disable(wide.accountId());
    }

    @Test
    void assignmentsComeAndGoAtOnceAndSomebodyStandsForEach() throws Exception {
        long officer = enrolled();
        add(officer, "AUDITOR", "3404").andExpect(status().is3xxRedirection());
        refused(add(officer, "AUDITOR", "34.04"), "sudah memegang");
        AssignmentRow operator = open(officer).get(1);

        String end = HERE + "/" + officer + "/assignments/" + operator.id() + "/end";
        refused(mvc.perform(sent(end).param("endReason", "pindah")), "Tulis 10 sampai 300");
        mvc.perform(sent(end).param("endReason", "pindah"))
                .andExpect(content().string(containsString(">pindah</textarea>")))
                .andExpect(content().string(containsString("<details class=\"more\" open")));
        assertThat(open(officer)).hasSize(2);
        mvc.perform(sent(end).param("endReason", MOVED)).andExpect(status().is3xxRedirection());
        assertThat(actors.byId(officer).assignments()).containsExactly(Assignment.of(Role.AUDITOR, REGENCY));
        mvc.perform(sent(end).param("endReason", MOVED)).andExpect(status().isConflict());
        page(officer)
                .andExpect(content().string(containsString(MOVED)))
                .andExpect(content().string(containsString("Penugasan yang sudah berakhir")))
                .andExpect(content().string(containsString("oleh " + keeper.displayName())));
    }

    @Test
    void aClosedAccountIsOutAndOpensByANewAssignmentWithANewTie() throws Exception {
        long officer = enrolled();
        subjects.actor("old-" + login, login).orElseThrow();

        send(HERE + "/" + officer + "/close").andExpect(status().is3xxRedirection());
        assertThat(subjects.actor("old-" + login, login)).isEmpty();
        send(HERE + "/" + officer + "/close").andExpect(status().isConflict());
        page(officer)
                .andExpect(content().string(containsString("Akun ini ditutup")))
                .andExpect(content().string(not(containsString("dapat masuk"))));

        add(officer, "VILLAGE_HEAD", VILLAGE).andExpect(status().is3xxRedirection());
        assertThat(subjects.actor("new-" + login, login)).isPresent();
        assertThat(subjects.actor("old-" + login, login)).isEmpty();
    }

    @Test
    void aClosedAccountLiesWhereverItWorked() throws Exception {
        Actor wide = people.holding(List.of(Assignment.nation(Role.USER_ADMIN)));
        long officer = people.holding(List.of(
                        Assignment.of(Role.PROVINCE_OFFICER, new AreaCode("34")), Assignment.of(Role.AUDITOR, REGENCY)))
                .accountId();
        mvc.perform(sent(HERE + "/" + officer + "/close").with(with(wide))).andExpect(status().is3xxRedirection());

        page(officer).andExpect(status().isNotFound());
        add(officer, "AUDITOR", "34.04").andExpect(status().isNotFound());
        mvc.perform(sent(HERE + "/" + officer + "/name").param("name", "Lain")).andExpect(status().isNotFound());
        mvc.perform(get(HERE + "/" + officer).with(with(wide))).andExpect(status().isOk());
        accounts.disable(wide.accountId());
    }

    @Test
    void eachFormOfThePageIsSentForItself() throws Exception {
        long officer = enrolled();
        add(officer, "AUDITOR", "3404").andExpect(status().is3xxRedirection());
        String end =
                HERE + "/" + officer + "/assignments/" + open(officer).get(0).id() + "/end";
        String close = HERE + "/" + officer + "/close";
        String page = page(officer).andReturn().getResponse().getContentAsString();

        mvc.perform(sent(end, keyOf(end, page)).param("endReason", MOVED)).andExpect(status().is3xxRedirection());
        mvc.perform(sent(close, keyOf(close, page))).andExpect(status().is3xxRedirection());

        assertThat(rows.find(keeper, officer))
                .hasValueSatisfying(o -> assertThat(o.enabled()).isFalse());
        assertThat(open(officer)).isEmpty();
    }

    @Test
    void aNameIsCorrected() throws Exception {
        long officer = enrolled();
        String name = HERE + "/" + officer + "/name";
        mvc.perform(sent(name).param("name", "  Siti   Aminah ")).andExpect(status().is3xxRedirection());
        assertThat(actors.nameOf(officer)).isEqualTo("Siti Aminah");
        refused(mvc.perform(sent(name).param("name", "x".repeat(101))), "2 sampai 100");
    }

    @Test
    void nobodyChangesHisOwnAccount() throws Exception {
        long own = keeper.accountId();
        long assignment = open(own).get(0).id();
        page(own)
                .andExpect(content().string(containsString("Ini akun Anda")))
                .andExpect(content().string(not(containsString("Tutup akun"))));
        add(own, "REGENCY_VERIFIER", "34.04").andExpect(status().isConflict());
        send(HERE + "/" + own + "/assignments/" + assignment + "/end").andExpect(status().isConflict());
        send(HERE + "/" + own + "/close").andExpect(status().isConflict());
        mvc.perform(sent(HERE + "/" + own + "/name").param("name", "Raja")).andExpect(status().isConflict());
        assertThat(actors.byId(own)).isEqualTo(keeper);
    }

    @Test
    void whoeverWorksElsewhereAsWellIsNotHisToKeep() throws Exception {
        Actor both = people.holding(
                List.of(Assignment.of(Role.AUDITOR, REGENCY), Assignment.of(Role.AUDITOR, new AreaCode("3471"))));
        long officer = both.accountId();
        long assignment = open(officer).get(0).id();
        page(officer).andExpect(status().isNotFound());
        add(officer, "AUDITOR", "34.04").andExpect(status().isNotFound());
        send(HERE + "/" + officer + "/assignments/" + assignment + "/end").andExpect(status().isNotFound());
        send(HERE + "/" + officer + "/close").andExpect(status().isNotFound());
        mvc.perform(sent(HERE + "/" + officer + "/name").param("name", "Lain")).andExpect(status().isNotFound());
        assertThat(actors.byId(officer)).isEqualTo(both);
    }

    @Test
    void theListShowsHisTerritoryByRoleAndArea() throws Exception {
        long officer = enrolled();
        Actor elsewhere = people.operator(new AreaCode("3471010001"));
        list("").andExpect(content().string(containsString(login)))
                .andExpect(content().string(containsString("Belum pernah masuk")))
                .andExpect(content().string(not(containsString(elsewhere.displayName() + "<"))));
        list("?role=VILLAGE_OPERATOR&area=34.04.01").andExpect(content().string(containsString(login)));
        list("?role=VILLAGE_HEAD").andExpect(content().string(not(containsString(login))));
        list("?area=34.04.02").andExpect(content().string(not(containsString(login))));
        list("?area=Sleman").andExpect(content().string(containsString("Tidak ada petugas")));
        list("?after=" + officer).andExpect(content().string(not(containsString(login))));
    }

    private long enrolled() throws Exception {
        String path = location(enrol(login, "Siti", "VILLAGE_OPERATOR", VILLAGE));
        return Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
    }

    private List<AssignmentRow> open(long officer) {
        return rows.assignments(List.of(officer), false);
    }

    private ResultActions enrol(String login, String name, String role, String area) throws Exception {
        return mvc.perform(form(login, name, role, area));
    }

    private MockHttpServletRequestBuilder form(String login, String name, String role, String area) {
        return sent(HERE)
                .param("login", login)
                .param("name", name)
                .param("role", role)
                .param("area", area);
    }

    private ResultActions add(long officer, String role, String area) throws Exception {
        return mvc.perform(
                sent(HERE + "/" + officer + "/assignments").param("role", role).param("area", area));
    }

    private ResultActions send(String path) throws Exception {
        return mvc.perform(sent(path));
    }

    private MockHttpServletRequestBuilder sent(String path) {
        return sent(path, UUID.randomUUID().toString());
    }

    private MockHttpServletRequestBuilder sent(String path, String key) {
        return post(path).with(csrf()).param("key", key).with(with(keeper));
    }

    /** The key in the form of {@code page} that is sent to {@code path}. */
    private static String keyOf(String path, String page) {
        String form = page.substring(page.indexOf("action=\"" + path + "\""));
        return HiddenFields.of(form, "key");
    }

    private ResultActions page(long officer) throws Exception {
        return mvc.perform(get(HERE + "/" + officer).with(with(keeper)));
    }

    private ResultActions list(String query) throws Exception {
        return mvc.perform(get(HERE + query).with(with(keeper))).andExpect(status().isOk());
    }

    private static String location(ResultActions answer) throws Exception {
        return answer.andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
    }

    private static void refused(ResultActions answer, String sentence) throws Exception {
        answer.andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString(sentence)));
    }
}
