package id.siks.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import id.siks.models.SecondCheck;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/**
 * A regency wants a second check: an administrator brings a form and a changed diagram, a second person compares and releases
 * them, running cases are moved, one passes the new step, and everything is taken back.
 */
@Journey
class SecondCheckJourney {

    private static final String CHECK = "Periksa kedua";
    private static final String FORM =
            """
            {"id": "periksa-kedua", "type": "default", "schemaVersion": 16, "components": [
              {"type": "radio", "id": "periksaKedua", "key": "periksaKedua", "label": "Setuju dengan putusan?",
               "values": [{"label": "Setuju", "value": "AGREED"}, {"label": "Tidak setuju", "value": "OPPOSED"}],
               "validate": {"required": true}},
              {"type": "textarea", "id": "catatan", "key": "catatan", "label": "Catatan"}]}""";

    @Test
    void aSecondCheckIsReleasedRunningCasesMoveAndItIsTakenBack(People people) throws IOException {
        Person admin = people.atDesk("Pengelola Proses");
        Person releaser = people.atDesk("Perilis Proses");
        release(releaser, propose(admin, "periksa-kedua.form", FORM), "Formulir pemeriksaan kedua.");
        String trunk = propose(admin, "proposal-trunk.bpmn", SecondCheck.trunk());
        compares(releaser, trunk);
        release(releaser, trunk, "Keputusan kepala dinas tentang pemeriksaan kedua.");
        move(admin, releaser, "1", "2");

        String ref = approve(people.atDesk("Verifikator Dinsos"));
        check(people.onPhone("Kepala Dinsos"), ref);
        takenBack(admin, releaser);
        move(admin, releaser, "2", "3");
    }

    /** Uploads the file as a draft and proposes it; answers the address of what waits for the second person. */
    private static String propose(Person admin, String name, String content) {
        Page page = admin.page();
        admin.goTo("Rancangan");
        page.getByText("Unggah berkas sebagai rancangan").click();
        page.locator("#draft-file")
                .setInputFiles(
                        new FilePayload(name, "application/octet-stream", content.getBytes(StandardCharsets.UTF_8)));
        page.locator("form:has(#draft-file) select").selectOption("proposal");
        page.locator("form:has(#draft-file) [name='note']").fill("Pemeriksaan kedua di Dinsos.");
        admin.press("Unggah");
        page.waitForURL("**/processadmin/drafts/*");
        assertThat(page.locator("#findings .finding-refused")).hasCount(0);
        Locator proposing = page.locator("details:has(#propose-note)");
        if (proposing.getAttribute("open") == null) {
            proposing.locator("summary").click();
        }
        page.locator("#propose-note").fill("Kabupaten meminta pemeriksaan kedua.");
        proposing.locator("button").click();
        page.waitForURL("**/processadmin/releases/*");
        return page.url();
    }

    private static void compares(Person releaser, String address) {
        releaser.page().navigate(address);
        Locator added = releaser.page()
                .locator("#differences ~ .table-responsive tr")
                .filter(new Locator.FilterOptions().setHasText("ditambah"))
                .filter(new Locator.FilterOptions().setHasText("periksa-kedua userTask"));
        assertThat(added).isVisible();
        Locator trial = releaser.page().locator("#trial");
        trial.locator("form button").click();
        assertThat(trial.locator("[role='status']").first()).containsText("perkara dapat pindah");
    }

    private static void release(Person releaser, String address, String reason) {
        Page page = releaser.page();
        page.navigate(address);
        page.locator("[name='effect'][value='NOW']").check();
        page.locator("#reason").fill(reason);
        releaser.press("Rilis");
        assertThat(page.locator("main .badge").first()).hasText("Dirilis");
    }

    private static void move(Person admin, Person releaser, String source, String target) {
        Page page = admin.page();
        page.navigate("/processadmin/migrations/plan?key=proposal-trunk&source=" + source + "&target=" + target);
        page.locator("button[value='check']").click();
        assertThat(page.locator("[role='status']").first()).containsText("dapat pindah");
        page.locator("#reason").fill("Semua perkara memakai langkah yang sama.");
        page.locator("button[value='save']").click();
        page.waitForURL("**/processadmin/migrations/*");
        releaser.page().navigate(page.url());
        releaser.press("Mulai pindahkan");
        releaser.until(() -> releaser.page()
                .locator("main .badge")
                .first()
                .textContent()
                .strip()
                .equals("selesai"));
        assertThat(releaser.page().locator("[role='status']").first()).not().containsText("0 dari");
    }

    /** The verifier approves the first case that waits for him; answers its number. */
    private static String approve(Person verifier) {
        verifier.take("Putuskan usulan", "");
        String ref = Person.caseIn(verifier.page().locator("main").textContent());
        verifier.tick("decision", "approve");
        verifier.send();
        return ref;
    }

    /** The second check shows what the verifier saw, and leads on. */
    private static void check(Person head, String ref) {
        Page page = head.page();
        head.take(CHECK, "");
        assertThat(page.locator("main")).containsText(ref);
        assertThat(page.locator("h1")).hasText(CHECK);
        head.tick("periksaKedua", "AGREED");
        head.send();
        page.navigate("/casework/" + ref);
        assertThat(page.locator("#timeline")).containsText("Langkah tambahan selesai");
        assertThat(page.locator("#timeline")).containsText("Setuju dengan putusan?: Setuju");
        head.untilStatus("Disetujui Dinsos");
    }

    private static void takenBack(Person admin, Person releaser) {
        Page page = admin.page();
        page.navigate("/processadmin/releases/of/bpmn/proposal-trunk");
        page.locator("a[aria-label='Bandingkan: 1']").click();
        page.locator("#note").fill("Pemeriksaan kedua dihentikan.");
        admin.press("Usulkan kembali");
        page.waitForURL("**/processadmin/releases/*");
        release(releaser, page.url(), "Pemeriksaan kedua tidak diperlukan lagi.");
    }
}
