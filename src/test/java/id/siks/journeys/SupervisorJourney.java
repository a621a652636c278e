package id.siks.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.siks.area.AreaCode;
import id.siks.casework.Deadlines;
import id.siks.casework.WorkClock;
import id.siks.identity.Accounts;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The regency's supervisor sees what is late and what will be, and does something about it. */
@Journey
class SupervisorJourney {

    private static final String SUPERVISOR = "Verifikator Dinsos";
    private static final String COLLEAGUE = "TKSK Bantuan Sumber Jaya";
    private static final String WORK = "Catat kunjungan";
    private static final AreaCode DISTRICT = new AreaCode("180405");
    private static final AreaCode VILLAGE = new AreaCode("1804102001");
    private static final String VILLAGE_NAME = "Kembahang";
    private static final String REASON = "Jembatan ke dusun itu putus sampai minggu depan.";

    @Autowired
    Accounts accounts;

    @Autowired
    Deadlines deadlines;

    private Actor colleague;

    /** Somebody the late visits can be passed to; the sample has one social worker a district. */
    @BeforeEach
    void aColleague(People whenTheSampleIsMade) {
        colleague = accounts.enrol(
                "tksk-bantuan", COLLEAGUE, List.of(new Assignment(Role.DISTRICT_SOCIAL_WORKER, Scope.of(DISTRICT))));
    }

    @AfterEach
    void noColleague() {
        accounts.disable(colleague.accountId());
    }

    @Test
    void whatIsLateIsFoundInOneClickAndSteered(People people) {
        Person supervisor = people.atDesk(SUPERVISOR);
        Page page = supervisor.page();
        supervisor.goTo("Papan");
        int late = opensItsNumber(supervisor, page.locator(".figure-late a"));
        supervisor.goTo("Papan");
        int visits = opensItsNumber(supervisor, lateVisits(page));
        assertThat(page.locator(".work-title")).hasText(titles(visits));

        passesOneOn(supervisor);
        passesTheOthersOn(supervisor, visits - 1);
        remindsOnceADay(supervisor);
        leavesANote(supervisor);
        movesADeadline(supervisor);

        supervisor.goTo("Papan");
        assertThat(page.locator(".figure-late a")).hasText(Integer.toString(late - 1));
        assertThat(lateVisits(page)).hasText(Integer.toString(visits - 1));
    }

    @Test
    void whatIsAheadWhereItStandsAndWhoIsMissing(People people) throws IOException {
        Person supervisor = people.atDesk(SUPERVISOR);
        Page page = supervisor.page();
        supervisor.goTo("Papan");
        page.getByText("Lihat sebagai gambar").click();
        Locator step = row(page, WORK);
        String open = step.locator("td").nth(1).textContent().strip();
        assertThat(page.locator(".diagram svg")).containsText(open + " terbuka");
        step.locator("td a").nth(1).click();
        assertThat(page.locator(".work-item")).hasCount(Integer.parseInt(open));

        supervisor.goTo("Papan");
        page.getByText("Yang akan terlambat").click();
        page.getByText("Semua pekerjaan terbuka dengan perkiraannya").click();
        assertThat(page.locator(".work-item .outlook").first()).containsText("perkiraan selesai");

        supervisor.goTo("Papan");
        page.getByText("Desa dan operator").click();
        takesTheVillagesHome(page);
        seesThatAVillageHasNobody(supervisor);
    }

    @Test
    void thePagesFitAPhone(People people) {
        Person supervisor = people.onPhone(SUPERVISOR);
        Page page = supervisor.page();
        supervisor.goTo("Papan");
        fits(page);
        opensItsNumber(supervisor, lateVisits(page));
        fits(page);
        tickFirst(page);
        supervisor.press("Beri catatan…");
        assertThat(page.locator("#note")).isVisible();
        fits(page);
        for (String part : List.of("forecast", "villages", "processes")) {
            supervisor.open("/worklist/board/" + part + "?area=1804");
            assertThat(page.locator("h1")).isVisible();
            fits(page);
        }
    }

    /** Clicks a number of the board; its list is as long. Answers the number. */
    private static int opensItsNumber(Person supervisor, Locator number) {
        int n = Integer.parseInt(number.textContent().strip());
        number.click();
        assertThat(supervisor.page().locator(".work-item")).hasCount(n);
        return n;
    }

    private static Locator lateVisits(Page page) {
        return row(page, WORK).locator("td a").first();
    }

    private static Locator row(Page page, String step) {
        return page.locator("tr")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(AriaRole.ROWHEADER, new Page.GetByRoleOptions().setName(step))));
    }

    private static String[] titles(int n) {
        return Collections.nCopies(n, WORK).toArray(String[]::new);
    }

    private void passesOneOn(Person supervisor) {
        Page page = supervisor.page();
        tickFirst(page);
        supervisor.press("Alihkan…");
        supervisor.choose("giveTo", colleague.id());
        supervisor.press("Alihkan 1 pekerjaan");
        isDone(supervisor, 1);
        assertThat(taken(page)).hasCount(1);
    }

    private void passesTheOthersOn(Person supervisor, int others) {
        Page page = supervisor.page();
        Locator left = page.locator(".work-item")
                .filter(new Locator.FilterOptions().setHasNotText(COLLEAGUE))
                .locator("input[name='item']");
        for (int i = 0; i < others; i++) {
            left.nth(i).check();
        }
        supervisor.press("Alihkan…");
        supervisor.choose("giveTo", colleague.id());
        supervisor.fill("giveReason", "TKSK Sumber Jaya sedang sakit.");
        supervisor.press("Alihkan " + others + " pekerjaan");
        isDone(supervisor, others);
        assertThat(taken(page)).hasCount(others + 1);
    }

    private static void remindsOnceADay(Person supervisor) {
        tickFirst(supervisor.page());
        supervisor.press("Ingatkan");
        isDone(supervisor, 1);
        tickFirst(supervisor.page());
        supervisor.press("Ingatkan");
        assertThat(supervisor.page().locator(".field-error")).containsText("Hari ini sudah diingatkan");
        supervisor.page().getByText("Kembali ke daftar papan").click();
    }

    private static void leavesANote(Person supervisor) {
        tickFirst(supervisor.page());
        supervisor.press("Beri catatan…");
        supervisor.fill("note", "Pergilah bersama perangkat desa.");
        supervisor.press("Kirim catatan untuk 1 pekerjaan");
        isDone(supervisor, 1);
    }

    private void movesADeadline(Person supervisor) {
        Page page = supervisor.page();
        tickFirst(page);
        supervisor.press("Geser tenggat…");
        supervisor.fill("dueDay", aWorkingDay().toString());
        supervisor.fill("dueReason", "putus");
        supervisor.press("Geser tenggat 1 pekerjaan");
        assertThat(page.locator(".field:has(#dueReason) .field-error")).isVisible();
        supervisor.fill("dueReason", REASON);
        supervisor.press("Geser tenggat 1 pekerjaan");
        assertThat(page.locator(".alert-success")).containsText("1 berhasil");
        page.locator(".list-item .work-title").click();
        assertThat(page.locator("#timeline")).containsText(REASON);
    }

    private LocalDate aWorkingDay() {
        WorkClock clock = deadlines.clock(DISTRICT.value());
        return LocalDate.parse(Clock.today(1))
                .datesUntil(LocalDate.parse(Clock.today(30)))
                .filter(clock::isWorkingDay)
                .findFirst()
                .orElseThrow();
    }

    private static void takesTheVillagesHome(Page page) throws IOException {
        String first = page.locator("tbody th a").first().textContent().strip();
        page.getByText("Unduh CSV").click();
        assertThat(page.locator(".field:has(#purpose) .field-error")).isVisible();
        page.locator("#purpose").fill(REASON);
        Download csv = page.waitForDownload(() -> page.getByText("Unduh CSV").click());
        assertThat(csv.path()).content().contains("Hari sejak musyawarah").contains(first);
        assertThat(page.locator("form[data-file]:not([data-sent])")).isVisible();
        Download workbook =
                page.waitForDownload(() -> page.getByText("Unduh XLSX").click());
        assertThat(Files.readAllBytes(workbook.path())).startsWith('P', 'K');
    }

    private void seesThatAVillageHasNobody(Person supervisor) {
        Page page = supervisor.page();
        Locator alone = page.locator("main li").filter(new Locator.FilterOptions().setHasText(VILLAGE_NAME));
        accounts.disable(operator().accountId());
        try {
            supervisor.goTo("Tugas");
            page.getByText("menunggu tanpa petugas").click();
            assertThat(alone).containsText("Operator desa/kelurahan");
            assertThat(alone.locator("a")).containsText("menunggu");
        } finally {
            operator();
        }
        page.reload();
        assertThat(alone).hasCount(0);
    }

    /** The operator of the sample, with his account open. */
    private Actor operator() {
        return accounts.enrol(
                "operator-" + VILLAGE.value(),
                "Operator " + VILLAGE_NAME,
                List.of(new Assignment(Role.VILLAGE_OPERATOR, Scope.of(VILLAGE))));
    }

    private static void tickFirst(Page page) {
        page.locator("input[name='item']").first().check();
    }

    private static Locator taken(Page page) {
        return page.locator(".work-item").filter(new Locator.FilterOptions().setHasText(COLLEAGUE));
    }

    private static void isDone(Person supervisor, int n) {
        Page page = supervisor.page();
        assertThat(page.locator(".alert-success")).containsText(n + " berhasil");
        page.getByText("Kembali ke daftar papan").click();
        assertThat(page.locator(".work-item").first()).isVisible();
    }

    private static void fits(Page page) {
        assertThat(Axe.widerThanTheWindow(page)).as(page.url()).isFalse();
    }
}
