package id.siks.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people type does not push a page wider than the phone, and half a place does not stop its scripts. */
@Journey
class LongWordJourney {

    private static final String NAME = "Wirasasmitakusumadiningratprawirodirjaya";
    private static final String ADDRESS = "Jalansetapakmenujukebunkopidibalikbukitan";
    private static final int NARROWEST = 320;

    @Test
    void aNameAndAnAddressOfFortyLettersBreakOnEveryPageOfTheDraft(People people) {
        Person operator = people.onPhone("Operator Way Mengaku");
        new Wizard(operator).begin();
        Page page = operator.page();
        List<String> faults = new ArrayList<>();
        page.onPageError(faults::add);
        operator.fill("address", ADDRESS);
        operator.fill("members[0].fullName", NAME);
        operator.press("Simpan dan lanjut");
        assertThat(page.locator("h1")).hasText("Keadaan rumah");
        String draft = page.url().replaceFirst("/[a-z]+$", "");
        page.navigate(draft + "/place");
        operator.fill("place.latitude", "-5.07");
        operator.press("Simpan dan lanjut");
        assertThat(page.locator("#place")).containsText("Titik rumah belum lengkap");

        for (String path : List.of("", "/family", "/review")) {
            page.navigate(draft + path);
            assertThat(Axe.widerThanTheWindow(page)).as(path).isFalse();
        }
        page.setViewportSize(NARROWEST, page.viewportSize().height);
        page.navigate(draft);
        assertThat(Axe.widerThanTheWindow(page)).isFalse();
        assertThat(page.evaluate("[...document.querySelectorAll('.wizard-step')]"
                        + ".every(step => step.scrollWidth <= step.clientWidth)"))
                .isEqualTo(true);
        assertThat(faults).isEmpty();
    }
}
