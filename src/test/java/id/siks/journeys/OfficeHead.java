package id.siks.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The head of the regency's office, who may move the dates of a period. */
class OfficeHead {

    private final Person person;

    OfficeHead(Person person) {
        this.person = person;
    }

    /** Moves the villages' cut-off of the open period to now; answers the period's month as work items name it. */
    String closesTheVillagesNow() {
        person.goTo("Periode");
        Page page = person.page();
        page.locator("a.case-line")
                .filter(new Locator.FilterOptions().setHasText("Dibuka"))
                .last()
                .click();
        assertThat(page.locator("main .badge").first()).hasText("Dibuka");
        String heading = page.locator("h1").textContent().strip();
        page.getByText("Geser tanggal").click();
        person.choose("milestone", "VILLAGE_CUTOFF");
        person.fill("sentence", "Semua desa sudah siap; daftar ditutup lebih awal.");
        person.press("Jadikan sekarang");
        assertThat(page.locator(".timeline")).containsText("daftar ditutup lebih awal");
        person.untilStatus("Diproses Dinsos");
        return heading.substring(heading.indexOf(", ") + 2);
    }
}
