package id.siks.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** List and task without a mouse, and many pieces of work at once. */
@Journey
class KeyboardJourney {

    private static final String FOCUSED = ".work-item .work-title:focus";

    @Test
    void theListIsWorkedByKeys(People people) {
        Person verifier = people.atDesk("Verifikator Dinsos");
        verifier.goTo("Tugas");
        Page page = verifier.page();
        verifier.until(() -> page.locator(".work-item").count() > 0);

        page.keyboard().press("j");
        assertThat(page.locator(".work-item").first().locator(".work-title")).isFocused();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("k");
        assertThat(page.locator(FOCUSED)).hasCount(1);
        page.keyboard().press("x");
        assertThat(page.locator("[data-picked]")).hasText("1");

        page.keyboard().press("/");
        assertThat(page.locator("#work-q")).isFocused();
        page.keyboard().type("jx?c");
        assertThat(page.locator("#work-q")).hasValue("jx?c");
        assertThat(page.locator("[data-picked]")).hasText("1");
        assertThat(page.locator("[data-shortcuts]")).isHidden();
        page.locator("#work-q").fill("");
        page.locator("#work-q").blur();

        page.keyboard().press("?");
        assertThat(page.locator("[data-shortcuts]")).isVisible();
        page.keyboard().press("?");
        assertThat(page.locator("[data-shortcuts]")).isHidden();
        page.keyboard().press("j");
        page.keyboard().press("Enter");
        page.waitForURL("**/worklist/tasks/*");
        assertThat(page.locator("h1")).isVisible();
    }

    @Test
    void workIsTickedTakenAndGivenBackOnAPhone(People people) {
        Person worker = people.onPhone("TKSK Balik Bukit");
        worker.goTo("Tugas");
        Page page = worker.page();
        worker.until(() -> page.locator("input[name='item']").count() > 0);
        page.locator("input[name='item']").first().check();
        worker.press("Ambil");
        page.waitForURL("**/worklist/bulk/*");
        assertThat(page.locator(".list-item .badge").first()).hasText(Pattern.compile("Berhasil|Tidak dilakukan"));
        page.locator(".list-item .work-title").first().click();
        page.waitForURL("**/worklist/tasks/*");
        assertThat(page.locator(".passing")).containsText("Tunda");
        worker.open("/identity/leave");
        assertThat(page.locator("h1")).hasText("Cuti dan Plt.");
    }
}
