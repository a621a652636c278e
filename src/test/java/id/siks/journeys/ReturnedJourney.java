package id.siks.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

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

    @Test
    void theOfficeHeadReturnsItFromTheBatch(People people) {
        Person officeHead = people.atDesk("Kepala Dinsos");
        officeHead.look("Setujui daftar kabupaten/kota", "Kabupaten Lampung Barat");
        returnedFromTheBatch(people, officeHead, "Dikembalikan ke desa/kelurahan");
    }

    @Test
    void theMinistryReturnsItFromTheBatch(People people) {
        Person ministry = people.atDesk("Pusdatin");
        ministry.look("Periksa keutuhan daftar", "Kabupaten Lampung Barat");
        returnedFromTheBatch(people, ministry, "Dikembalikan Kemensos");
    }

    private static void returnedFromTheBatch(People people, Person official, String status) {
        Page page = official.page();
        page.getByText("Buka daftar lengkap").click();
        Locator row = page.locator(".list-item")
                .filter(new Locator.FilterOptions().setHasText("Pasar Liwa"))
                .filter(new Locator.FilterOptions().setHasText("Kembalikan…"))
                .first();
        String subject = row.locator("b").first().textContent().strip();
        String ref = numberIn(row);
        row.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Kembalikan…"))
                .click();
        assertThat(page.locator("h1")).hasText("Kembalikan usulan ke desa/kelurahan");
        official.choose("reasonCode", "PHOTO_UNUSABLE");
        official.fill("reasonText", "Foto rumah terlalu gelap untuk dinilai.");
        official.press("Kembalikan");

        new Mending(people.atDesk("Operator Pasar Liwa"), subject)
                .told(ref, status, PHOTO)
                .reads(PHOTO, "terlalu gelap", PHOTO_NEXT)
                .sendsAgain(ref);
    }

    private static String numberIn(Locator part) {
        return Person.caseIn(part.textContent());
    }
}
