package id.siks.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The process admin draws another task into the trunk without typing a word of the engine; cases do not notice. */
@Journey
class DrawingJourney {

    @Autowired
    RepositoryService engine;

    @Test
    void aSecondCheckIsDrawnAndWhatIsMissingIsMended(People people) {
        long deployments = engine.createDeploymentQuery().count();
        Person admin = people.atDesk("Pengelola Proses");
        Page page = admin.page();
        List<String> faults = new ArrayList<>();
        page.onPageError(faults::add);
        open(admin, "Usulan", "Usulan pendaftaran baru");
        assertThat(page.locator("#findings")).containsText("Tidak ada temuan");

        drawATask(page);
        save(page, "Pemeriksaan kedua ditambahkan.");
        Locator finding = page.locator("#findings [data-element='periksa-ulang-dinsos']");
        assertThat(finding.first()).isVisible();
        assertThat(page.locator(".finding-sign.is-refused").first()).isVisible();

        finding.first().click();
        assertThat(page.locator("#panel-name")).hasValue("Periksa ulang Dinsos");
        int before = finding.count();
        page.locator("#panel-role").selectOption("REGENCY_VERIFIER");
        page.locator("#panel-form").selectOption("decide-proposal");
        page.locator("#panel-deadline").selectOption("ladder");
        save(page, "Peran dan formulir dipilih.");
        page.waitForCondition(() -> finding.count() < before);

        page.reload();
        assertThat(page.locator("#history")).containsText("Peran dan formulir dipilih.");
        assertThat(page.locator("#saved")).containsText("Simpanan ke-3");
        assertThat(engine.createDeploymentQuery().count()).isEqualTo(deployments);
        assertThat(faults).isEmpty();
    }

    @Test
    void tablesAndFormsOpenInTheirEditors(People people) {
        Person admin = people.atDesk("Pengelola Proses");
        Page page = admin.page();
        List<String> faults = new ArrayList<>();
        page.onPageError(faults::add);
        open(admin, "Umum", "Tenggat tugas dalam hari kerja");
        assertThat(page.locator(".drawing-sheet")).containsText("Operator desa memperbaiki usulan");
        save(page, "Dilihat saja.");
        open(admin, "Usulan", "Putuskan usulan");
        assertThat(page.locator(".drawing-sheet")).containsText("Putusan");
        save(page, "Dilihat saja.");
        assertThat(page.locator("#findings .finding-refused")).hasCount(0);
        assertThat(faults).isEmpty();
    }

    private static void open(Person admin, String room, String title) {
        Page page = admin.page();
        admin.goTo("Rancangan");
        page.locator("details")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator(".card-title", new Page.LocatorOptions().setHasText(room))))
                .first()
                .locator("summary")
                .click();
        page.locator("button[aria-label^='Buka di penyunting: " + title + ",']").click();
        page.waitForURL("**/processadmin/drafts/*");
        assertThat(page.locator("#findings")).isVisible();
    }

    /** All of it with the keyboard's means: the list of elements, and what may follow. */
    private static void drawATask(Page page) {
        page.locator("#panel-element").selectOption("present-to-regency");
        page.locator(".panel-next button", new Page.LocatorOptions().setHasText("Tugas orang"))
                .click();
        page.locator("#panel-name").fill("Periksa ulang Dinsos");
        page.locator("#panel-name").press("Tab");
        assertThat(page.locator("#panel-element option:checked")).containsText("Periksa ulang Dinsos");
    }

    private static void save(Page page, String note) {
        page.locator("#note").fill(note);
        page.locator("#save button").click();
        assertThat(page.locator("#save-says .alert-success")).isVisible();
    }
}
