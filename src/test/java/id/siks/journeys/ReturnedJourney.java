package id.siks.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A proposal comes back from each level with code, sentence and next step; the operator mends it and sends it again. */
@Journey
class ReturnedJourney {

    private static final String PHOTO = "Foto tidak dapat dipakai";
    private static final String PHOTO_NEXT = "Ambil ulang foto";

    @Test
    void theSocialWorkerReturnsIt(People people) {
        Person worker = people.atDesk("TKSK Balik Bukit");
        worker.goTo("Kunjungan");
        Page page = worker.page();
        Locator visit = page.locator("section.card")
                .filter(new Locator.FilterOptions().setHasText("Kubu Perahu"))
                .locator(".list-item")
                .first();
        String subject = visit.locator("dd").first().textContent().strip();
        visit.locator("[data-point] summary").click();
        assertThat(visit.locator(".leaflet-marker-icon[src*='pin']")).isVisible();
        visit.getByText("Catat kunjungan").click();
        String ref = numberIn(page.locator(".task-head"));
        page.locator("#notOwnFamily").check();
        worker.press("Isi lokasi dari perangkat ini");
        assertThat(page.locator("[data-locate-status]")).containsText("-5.0301");
        worker.tick("outcome", "TO_CORRECT");
        worker.choose("reasonCode", "PHOTO_UNUSABLE");
        worker.fill("reasonText", "Di foto terlihat rumah tetangga, bukan rumah keluarga ini.");
        worker.send();

        new Mending(people.onPhone("Operator Kubu Perahu"), subject)
                .told(ref, "Dikembalikan ke desa/kelurahan", PHOTO)
                .reads(PHOTO, "rumah tetangga", PHOTO_NEXT)
                .sendsAgain(ref);
    }

    @Test
    void theVerifierReturnsIt(People people) {
        Person verifier = people.atDesk("Verifikator Dinsos");
        verifier.take("Putuskan usulan", "Kubu Perahu");
        Page page = verifier.page();
        String subject = page.locator(".task-subject b").textContent().strip();
        String ref = numberIn(page.locator(".task-head"));
        verifier.tick("decision", "return");
        verifier.choose("reasonCode", "ADDRESS_INCOMPLETE");
        verifier.fill("reasonText", "Nomor rumah dan RT belum sama dengan kartu keluarga.");
        verifier.send();

        new Mending(people.onPhone("Operator Kubu Perahu"), subject)
                .told(ref, "Dikembalikan ke desa/kelurahan", "Alamat belum lengkap")
                .reads("Alamat belum lengkap", "belum sama dengan kartu keluarga", "Lengkapi nama jalan atau dusun")
                .sendsAgain(ref);
    }

    @ParameterizedTest
    @CsvSource({
        "Kepala Dinsos, Setujui daftar kabupaten/kota",
        "Bupati, Catat pengesahan bupati/wali kota",
        "Dinsos Provinsi, Teruskan daftar ke kementerian"
    })
    void whoeverHasTheListInHandReturnsASingleCaseOfIt(String who, String task, People people) {
        Person official = people.atDesk(who);
        official.look(task, "Kabupaten Lampung Barat");
        Taken taken = takenOutOfTheBatch(official, "Kembalikan usulan ke desa/kelurahan");
        assertThat(official.page().locator("main")).containsText(taken.ref());
        mendedInTheVillage(people, taken);
    }

    /** It is the regency's to see to; the village is told why at once (glossary 6.1). */
    @Test
    void theMinistryReturnsItToTheRegencyWhichReturnsItToTheVillage(People people) {
        Person ministry = people.atDesk("Pusdatin");
        ministry.look("Periksa keutuhan daftar", "Kabupaten Lampung Barat");
        Taken taken = takenOutOfTheBatch(ministry, "Kembalikan usulan ke Dinsos, atau tolak");
        new Mending(people.atDesk("Operator Pasar Liwa"), taken.subject())
                .told(taken.ref(), "Dikembalikan Kemensos", PHOTO);

        Person verifier = people.atDesk("Verifikator Dinsos");
        verifier.take("Putuskan usulan", taken.subject());
        assertThat(verifier.page().locator(".alert-warning").first()).containsText("terlalu gelap");
        verifier.tick("decision", "return");
        verifier.choose("reasonCode", "PHOTO_UNUSABLE");
        verifier.fill("reasonText", "Foto rumah terlalu gelap untuk dinilai.");
        verifier.send();
        mendedInTheVillage(people, taken);
    }

    private static void mendedInTheVillage(People people, Taken taken) {
        new Mending(people.atDesk("Operator Pasar Liwa"), taken.subject())
                .told(taken.ref(), "Dikembalikan ke desa/kelurahan", PHOTO)
                .reads(PHOTO, "terlalu gelap", PHOTO_NEXT)
                .sendsAgain(taken.ref());
    }

    private static Taken takenOutOfTheBatch(Person official, String title) {
        Page page = official.page();
        page.getByText("Buka daftar lengkap").click();
        Locator row = page.locator(".list-item")
                .filter(new Locator.FilterOptions().setHasText("Pasar Liwa"))
                .filter(new Locator.FilterOptions().setHasText("Kembalikan"))
                .filter(new Locator.FilterOptions().setHas(page.locator("a.btn")))
                .first();
        String subject = row.locator("b").first().textContent().strip();
        String ref = numberIn(row);
        row.locator("a.btn").click();
        assertThat(page.locator("h1")).hasText(title);
        official.choose("reasonCode", "PHOTO_UNUSABLE");
        official.fill("reasonText", "Foto rumah terlalu gelap untuk dinilai.");
        page.locator("main .btn-danger").click();
        page.waitForURL("**/finalization/PRD-*");
        return new Taken(ref, subject);
    }

    private record Taken(String ref, String subject) {}

    private static String numberIn(Locator part) {
        return Person.caseIn(part.textContent());
    }
}
