package id.siks.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.casework.Timeline;
import id.siks.identity.Accounts;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.proposal.ProposalTestData;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Several cases are decided alike, in a regency of its own, whose decisions no other journey needs. */
@Journey
class ManyAtOnceJourney {

    private static final String VILLAGE = "1813012001";
    private static final String DECISIONS = "/worklist?task=decide-proposal";
    private static final String ITEM = "input[name='item']";

    @Autowired
    ProposalTestData proposals;

    @Autowired
    Accounts accounts;

    @Autowired
    Timeline timeline;

    private Actor atDesk;
    private Actor onPhone;
    private List<CaseRef> cases;

    @BeforeEach
    void casesToDecide(People whenTheSampleIsMade) {
        ProposalTestData.Place away = proposals.in(VILLAGE);
        away.opensNow();
        cases = away.visited(4);
        atDesk = verifier("verifikator-pesisir", "Verifikator Pesisir Barat");
        onPhone = verifier("verifikator-pesisir-2", "Verifikator Pesisir Kedua");
    }

    @AfterEach
    void theVerifiersGo() {
        accounts.disable(atDesk.accountId());
        accounts.disable(onPhone.accountId());
    }

    @Test
    void allAreRejectedAlikeAndWhatAColleagueTookStaysWhole(People people) {
        Person desk = people.atDesk(atDesk.displayName());
        desk.open(DECISIONS);
        assertThat(desk.page().locator(ITEM)).hasCount(4);
        desk.page().locator(ITEM).nth(0).check();
        desk.page().locator(ITEM).nth(1).check();
        reject(desk, 2);
        results(desk, 2, 0);
        assertThat(rejected()).isEqualTo(2);

        Person phone = people.onPhone(onPhone.displayName());
        phone.open(DECISIONS);
        phone.page().locator("[data-pick-all] input").check();
        phone.press("Putuskan sama…");
        takesOne(desk);
        answer(phone, 2);
        results(phone, 1, 1);
        assertThat(phone.page().locator(".field-error")).containsText("sedang dikerjakan " + atDesk.displayName());
        assertThat(rejected()).isEqualTo(3);

        desk.open(DECISIONS);
        desk.page().locator(ITEM).check();
        reject(desk, 1);
        results(desk, 1, 0);
        assertThat(rejected()).isEqualTo(4);
        phone.open(DECISIONS);
        assertThat(phone.page().locator(".empty")).isVisible();
    }

    private Actor verifier(String login, String name) {
        return accounts.enrolDemo(
                login, name, List.of(Assignment.of(Role.REGENCY_VERIFIER, new AreaCode(VILLAGE.substring(0, 4)))));
    }

    private static void takesOne(Person verifier) {
        verifier.open(DECISIONS);
        Page page = verifier.page();
        page.locator(".work-item")
                .first()
                .getByText("Kerjakan", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.locator("#task-form")).isVisible();
    }

    private static void reject(Person verifier, int n) {
        verifier.press("Putuskan sama…");
        answer(verifier, n);
    }

    private static void answer(Person verifier, int n) {
        verifier.tick("decision", "reject");
        verifier.choose("reasonCode", "NOT_ELIGIBLE_CRITERIA");
        verifier.fill("reasonText", "Kunjungan menemukan usaha yang berjalan.");
        assertThat(Axe.widerThanTheWindow(verifier.page())).isFalse();
        verifier.press("Kirim untuk " + n + " pekerjaan");
    }

    /** A result for each: so many done, so many not, and why. */
    private static void results(Person verifier, int done, int refused) {
        Page page = verifier.page();
        assertThat(page.locator(".alert-success")).containsText(done + " berhasil");
        assertThat(page.locator(".list-item .badge-green")).hasCount(done);
        assertThat(page.locator(".list-item .badge-red")).hasCount(refused);
        assertThat(page.locator(".list-item .field-error")).hasCount(refused);
        assertThat(Axe.widerThanTheWindow(page)).isFalse();
    }

    private long rejected() {
        return cases.stream()
                .filter(ref -> timeline.summary(ref).status() == CaseStatus.REJECTED_BY_REGENCY)
                .count();
    }
}
