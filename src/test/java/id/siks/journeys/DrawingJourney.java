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
        Drawer drawer = new Drawer(admin);
        drawer.open("Usulan", "Usulan pendaftaran baru");
        assertThat(page.locator("#findings")).containsText("Tidak ada temuan");
        assertThat(page.locator(".bjsl-button")).containsText("Tidak ada temuan");

        drawer.choose("present-to-regency");
        drawer.add("Tugas orang");
        drawer.name("Periksa ulang Dinsos");
        assertThat(page.locator("#panel-element option:checked")).containsText("Periksa ulang Dinsos");
        drawer.save("Pemeriksaan kedua ditambahkan.");
        Locator finding = page.locator("#findings [data-element='periksa-ulang-dinsos']");
        assertThat(finding.first()).isVisible();
        assertThat(page.locator(".finding-sign.is-refused").first()).isVisible();

        finding.first().click();
        assertThat(page.locator("#panel-name")).hasValue("Periksa ulang Dinsos");
        int before = finding.count();
        drawer.set("#panel-role", "REGENCY_VERIFIER");
        drawer.set("#panel-deadline", "ladder");
        // A form belongs to one task: that of another one is not offered.
        assertThat(page.locator("#panel-form option[value='decide-proposal']")).hasCount(0);
        drawer.save("Peran dan tenggat dipilih.");
        page.waitForCondition(() -> finding.count() < before);

        page.reload();
        assertThat(page.locator("#history")).containsText("Peran dan tenggat dipilih.");
        assertThat(page.locator("#saved")).containsText("Simpanan ke-3");
        assertThat(engine.createDeploymentQuery().count()).isEqualTo(deployments);
        assertThat(faults).isEmpty();
        drawer.drop();
    }

    @Test
    void anotherProcessIsCalledAndTheCheckSaysThatNoneWasChosen(People people) {
        Person admin = people.atDesk("Pengelola Proses");
        Page page = admin.page();
        Drawer drawer = new Drawer(admin);
        drawer.open("Usulan", "Usulan pendaftaran baru");

        drawer.choose("present-to-regency");
        drawer.add("Proses lain");
        drawer.name("Hitung ulang");

        assertThat(page.locator("label[for='panel-called']")).hasText("Proses yang dijalankan");
        assertThat(page.locator("[data-container-id='hitung-ulang'] [data-rule='called-set']"))
                .hasCount(1);
        drawer.save("Proses lain dijalankan di tengah.");
        assertThat(page.locator("#findings [data-element='hitung-ulang']").first())
                .isVisible();
        drawer.drop();
    }

    @Test
    void tablesAndFormsOpenInTheirEditors(People people) {
        Person admin = people.atDesk("Pengelola Proses");
        Page page = admin.page();
        List<String> faults = new ArrayList<>();
        page.onPageError(faults::add);
        Drawer drawer = new Drawer(admin);
        drawer.open("Umum", "Tenggat tugas dalam hari kerja");
        assertThat(page.locator(".drawing-sheet")).containsText("Operator desa memperbaiki usulan");
        drawer.save("Dilihat saja.");
        drawer.open("Usulan", "Putuskan usulan");
        assertThat(page.locator(".drawing-sheet")).containsText("Putusan");
        drawer.save("Dilihat saja.");
        assertThat(page.locator("#findings .finding-refused")).hasCount(0);
        assertThat(faults).isEmpty();
    }
}
