package id.siks.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A family's proposal travels from the village into the register, every step by the one whose step it is. */
@Journey
// Its decree closes a month with a single case, too few for whoever asks history afterwards.
@Order(Integer.MAX_VALUE - 1)
class MainJobJourney {

    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("MMMM uuuu", Locale.forLanguageTag("id"));

    private static final Household FAMILY = Household.numbered("8501", "Nurdian Perjalanan");
    private static final String HEAD = FAMILY.head().name();

    @Test
    void aFamilyProposedInTheVillageBecomesActiveInTheRegister(People people) {
        Person operator = people.onPhone("Operator Pasar Liwa");
        String ref = new Wizard(operator).propose(FAMILY);
        operator.untilStatus("Siap dimusyawarahkan");

        theVillageMeets(operator, people.onPhone("Kepala Desa Pasar Liwa"));
        theVillageClosesItsList(operator);
        theSocialWorkerVisits(people.onPhone("TKSK Balik Bukit"));
        Person verifier = people.atDesk("Verifikator Dinsos");
        theVerifierApproves(verifier, ref);

        Person officeHead = people.atDesk("Kepala Dinsos");
        String month = new OfficeHead(officeHead).closesTheVillagesNow();
        theBatchTravels(people, verifier, officeHead, month);

        operator.open("/proposal/" + ref);
        operator.untilStatus("Ditetapkan Kemensos");
        String serial = theCertificateIsPrinted(operator);
        aStrangerChecksIt(people.stranger(), serial);
        everybodySeesTheSameTimeline(ref, operator, people.atDesk("Menteri Sosial"));
    }

    private static void theVillageMeets(Person operator, Person head) {
        operator.take("Catat hasil musyawarah", "Pasar Liwa");
        operator.upload("#scan-file", "berita-acara.jpg");
        operator.press("Unggah");
        assertThat(operator.page().locator("main").getByText("Berita acara").first())
                .isVisible();
        operator.tick("route", "MINUTES");
        operator.fill("heldOn", Clock.today());
        operator.fill("place", "Balai pekon");
        operator.fill("attendance", "31");
        operator.page().locator(".form-row").all().forEach(Verdicts::agree);
        operator.send();

        head.take("Tandatangani hasil musyawarah", "Pasar Liwa");
        assertThat(head.page().getByText(HEAD)).isVisible();
        head.tick("signature", "sign");
        head.tick("notOwnFamily", "true");
        head.send();
    }

    private static void theVillageClosesItsList(Person operator) {
        operator.take("Finalisasi daftar desa/kelurahan", "Pasar Liwa");
        assertThat(operator.page().getByText(HEAD)).isVisible();
        operator.page().locator("#declaration").check();
        operator.send();
    }

    private static void theSocialWorkerVisits(Person worker) {
        worker.goTo("Kunjungan");
        Page page = worker.page();
        Locator home = page.locator(".list-item").filter(new Locator.FilterOptions().setHasText(HEAD));
        worker.until(() -> home.count() > 0);
        home.getByText("Catat kunjungan").click();
        page.locator("#photo-kind").selectOption("HOUSE_FRONT");
        worker.upload("#photo-file", "rumah.jpg");
        assertThat(page.locator(".photo-grid figure")).hasCount(1);
        worker.press("Isi lokasi dari perangkat ini");
        assertThat(page.locator("[data-locate-status]")).containsText("-5.0301");
        page.locator("#notOwnFamily").check();
        worker.tick("outcome", "VERIFIED");
        Locator signs = page.locator("#task-form input[value='CONFIRMED']:visible");
        assertThat(signs.first()).isVisible();
        for (int i = 0; i < signs.count(); i++) {
            signs.nth(i).check();
        }
        worker.send();
    }

    private static void theVerifierApproves(Person verifier, String ref) {
        verifier.take("Putuskan usulan", HEAD);
        Page page = verifier.page();
        assertThat(page.getByText("Usulan desa")).isVisible();
        assertThat(page.getByText("Temuan lapangan")).isVisible();
        assertThat(page.getByText("Jawaban Dukcapil")).isVisible();
        verifier.tick("decision", "approve");
        verifier.tick("notOwnFamily", "true");
        verifier.send();
        assertThat(page.locator(".alert-success")).containsText(ref);
    }

    private static void theBatchTravels(People people, Person verifier, Person officeHead, String month) {
        verifier.take("Finalisasi daftar kabupaten/kota", month);
        verifier.page().locator("#declaration").check();
        verifier.send();

        officeHead.take("Setujui daftar kabupaten/kota", month);
        officeHead.page().locator("#declaration").check();
        officeHead.send();
        theOfficeHeadKeepsTheNames(officeHead);

        Person regent = people.atDesk("Bupati");
        regent.take("Catat pengesahan bupati/wali kota", month);
        regent.upload("input[type='file']", "surat-pengesahan.jpg");
        regent.press("Unggah");
        assertThat(regent.page().getByText("Surat, diunggah")).isVisible();
        regent.fill("letterNumber", "460/85/DINSOS/2026");
        regent.fill("letterDate", Clock.today());
        regent.page().locator("#hashConfirmed").check();
        regent.send();

        Person province = people.atDesk("Dinsos Provinsi");
        province.take("Teruskan daftar ke kementerian", month);
        province.page().locator("#task-form input[type='checkbox']").check();
        province.send();

        Person ministry = people.atDesk("Pusdatin");
        ministry.take("Periksa keutuhan daftar", month);
        ministry.page().locator("#declaration").check();
        ministry.send();

        Person minister = people.atDesk("Menteri Sosial");
        minister.take("Tetapkan daftar", month);
        minister.tick("decision", "determine");
        minister.fill("decreeNumber", "85/HUK/2026");
        minister.fill("effectiveMonth", YearMonth.parse(month, MONTH).toString());
        minister.send();
    }

    private static void theOfficeHeadKeepsTheNames(Person officeHead) {
        Page page = officeHead.page();
        page.getByText("Lihat perjalanannya").click();
        page.getByText("Buka perkara").click();
        officeHead.fill("purpose", "Lampiran surat pengesahan bupati");
        Download names = page.waitForDownload(() -> officeHead.press("Unduh CSV"));
        assertThat(names.path())
                .content()
                .contains(HEAD)
                .doesNotContain(FAMILY.head().nik());
    }

    private static String theCertificateIsPrinted(Person operator) {
        Page page = operator.page();
        operator.goTo("Basis data");
        operator.fill("nik", FAMILY.head().nik());
        operator.press("Cari");
        Locator hit = page.locator("a.list-item").filter(new Locator.FilterOptions().setHasText(HEAD));
        assertThat(hit.locator(".badge")).hasText("Aktif");
        hit.click();
        assertThat(page.locator("h1")).containsText(HEAD);
        assertThat(page.locator("main .badge").first()).hasText("Aktif");
        operator.fill("certificatePurpose", "Pendaftaran sekolah anak");
        Response answer = page.waitForResponse("**/evidence/certificates/*", () -> operator.press("Cetak surat"));
        byte[] file = page.context().request().get(answer.url()).body();
        assertThat(new String(file, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("%PDF");
        return answer.url().substring(answer.url().lastIndexOf('/') + 1);
    }

    private static void aStrangerChecksIt(Person stranger, String serial) {
        stranger.open("/evidence/check/" + serial);
        assertThat(stranger.page().locator(".alert-success")).containsText("masih berlaku");
        assertThat(stranger.page().locator("main")).not().containsText(HEAD);
        stranger.open("/evidence/check/" + new StringBuilder(serial).reverse());
        assertThat(stranger.page().locator("main")).containsText("Tidak dikenal");
    }

    private static void everybodySeesTheSameTimeline(String ref, Person operator, Person minister) {
        List<String> inTheVillage = timeline(ref, operator);
        assertThat(inTheVillage).hasSizeGreaterThan(10);
        assertThat(timeline(ref, minister)).isEqualTo(inTheVillage);
    }

    private static List<String> timeline(String ref, Person person) {
        person.open("/casework/" + ref);
        assertThat(person.page().locator(".case-status")).containsText("Ditetapkan");
        return person.page().locator("#timeline .timeline-item").allInnerTexts();
    }
}
