package id.siks.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import id.siks.area.AreaCode;
import id.siks.identity.Accounts;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.Scope;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A social worker with a phone, and the colleague who helps him out: work passes between them and comes back. */
@Journey
class SocialWorkerJourney {

    private static final String WORKER = "TKSK Balik Bukit";
    private static final String COLLEAGUE = "TKSK Pengganti";
    private static final String WORK = "Catat kunjungan";
    private static final AreaCode DISTRICT = new AreaCode("180404");

    @Autowired
    Accounts accounts;

    private Actor colleague;

    /**
     * The sample has one social worker a district, and visits find him by that: the second one comes when the sample is
     * made, which whoever asks for people waits for, and goes after each test.
     */
    @BeforeEach
    void aColleague(People whenTheSampleIsMade) {
        colleague = accounts.enrolDemo(
                "tksk-pengganti", COLLEAGUE, List.of(new Assignment(Role.DISTRICT_SOCIAL_WORKER, Scope.of(DISTRICT))));
    }

    @AfterEach
    void noColleague() {
        accounts.disable(colleague.accountId());
    }

    @Test
    void aVisitIsTakenLentPutOffAndTalkedAbout(People people) {
        Person worker = people.onPhone(WORKER);
        String subject = findsAVisitInItsVillage(worker);
        worker.press("Kembalikan ke tim");
        assertThat(work(worker, subject).locator(".badge-blue")).hasCount(0);
        worker.take(WORK, subject);

        asksForHelp(worker);
        Person helper = people.onPhone(COLLEAGUE);
        helps(helper);
        hasItBack(worker);

        putsItOffAndGetsItBack(worker, subject);
        talksAboutIt(worker, helper);
    }

    @Test
    void theDeputyHasTheWorkUntilTheLeaveEnds(People people) {
        Person worker = people.onPhone(WORKER);
        String subject = findsAVisitInItsVillage(worker);
        worker.goTo("Tugas");
        worker.page().getByText("Cuti dan Plt.").click();
        worker.choose("deputy", colleague.id());
        worker.fill("firstDay", Clock.today());
        worker.fill("lastDay", Clock.today(3));
        worker.press("Simpan");
        assertThat(worker.page().locator("main")).containsText("Plt.: " + COLLEAGUE);

        Person deputy = people.onPhone(COLLEAGUE);
        assertThat(deputy.page().locator(".told").first()).containsText("Anda menjadi Plt. " + WORKER);
        deputy.page().getByText("Lihat pekerjaan saya").first().click();
        work(deputy, subject).locator(".work-title").click();
        assertThat(deputy.page().locator("main")).containsText("sebagai Plt. " + WORKER);
        assertThat(deputy.page().locator("#task-form")).isVisible();

        worker.press("Akhiri");
        worker.open("/worklist?tab=mine");
        assertThat(work(worker, subject)).hasCount(1);
        deputy.page().reload();
        assertThat(deputy.page().locator("#task-form")).hasCount(0);
    }

    /** Answers whom the last visit of a village concerns; it is open now. */
    private static String findsAVisitInItsVillage(Person worker) {
        worker.goTo("Kunjungan");
        Page page = worker.page();
        Locator village = page.locator("section.card").filter(new Locator.FilterOptions().setHasText("Kubu Perahu"));
        Locator visits = village.locator(".list-item");
        assertThat(village.locator(".badge-blue")).hasText(visits.count() + " kunjungan");
        String subject = visits.last().locator("dd").first().textContent().strip();
        visits.last().getByText(WORK).click();
        assertThat(page.locator(".task-subject")).containsText("Kubu Perahu");
        return subject;
    }

    private void asksForHelp(Person worker) {
        fold(worker, "Minta bantuan rekan");
        worker.choose("askTo", colleague.id());
        worker.fill("askText", "Tolong cari rumahnya; jembatan ke dusun itu putus.");
        worker.press("Minta bantuan");
        assertThat(worker.page().locator(".alert-info").first()).containsText(COLLEAGUE);
        assertThat(worker.page().locator("#task-form")).hasCount(0);
    }

    private static void helps(Person helper) {
        Page page = helper.page();
        assertThat(page.locator(".told").first()).containsText(WORKER + " minta bantuan Anda");
        page.getByText("Buka pekerjaan").first().click();
        assertThat(page.locator(".talk")).containsText("jembatan ke dusun itu putus");
        helper.fill("answer", "Rumahnya di seberang sungai, lewat jalan kebun.");
        helper.press("Kembalikan kepada " + WORKER);
        Person.waitForList(page);
    }

    private static void hasItBack(Person worker) {
        worker.page().reload();
        assertThat(worker.page().locator("#task-form")).isVisible();
        assertThat(worker.page().locator(".talk")).containsText("lewat jalan kebun");
    }

    private static void putsItOffAndGetsItBack(Person worker, String subject) {
        Page page = worker.page();
        fold(worker, "Tunda");
        worker.fill("followUp", Clock.today());
        worker.press("Tunda");
        assertThat(page.locator(".field:has(#followUp) .field-error")).isVisible();
        worker.fill("followUp", Clock.today(1));
        worker.press("Tunda");
        worker.goTo("Tugas");
        assertThat(work(worker, subject)).hasCount(0);

        page.getByText("Ditunda (1)").click();
        assertThat(work(worker, subject)).containsText("muncul lagi");
        work(worker, subject).locator(".work-title").click();
        fold(worker, "Ditunda sampai");
        worker.press("Munculkan sekarang");
        worker.goTo("Tugas");
        assertThat(work(worker, subject)).hasCount(1);
        work(worker, subject).locator(".work-title").click();
    }

    private static void talksAboutIt(Person worker, Person helper) {
        Page page = worker.page();
        page.getByText("Tulis komentar").click();
        worker.fill("comment", "Besok saya ke sana bersama ");
        page.getByText("Sebut seseorang (@)").click();
        page.locator(".chip")
                .filter(new Locator.FilterOptions().setHasText(COLLEAGUE))
                .click();
        assertThat(page.locator("#comment")).hasValue("Besok saya ke sana bersama @" + COLLEAGUE + " ");
        worker.press("Kirim komentar");
        assertThat(page.locator("#last")).containsText("Besok saya ke sana");

        helper.open("/");
        assertThat(helper.page().locator(".told").first()).containsText(WORKER + " menyebut Anda dalam komentar");
        helper.page().getByText("Baca komentar").first().click();
        assertThat(helper.page().locator("#last")).containsText("bersama @" + COLLEAGUE);
    }

    private static Locator work(Person person, String subject) {
        return person.page().locator(".work-item").filter(new Locator.FilterOptions().setHasText(subject));
    }

    private static void fold(Person person, String name) {
        person.page()
                .locator(".passing summary")
                .filter(new Locator.FilterOptions().setHasText(name))
                .click();
    }
}
