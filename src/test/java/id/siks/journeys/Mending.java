package id.siks.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** What an operator does with a proposal that came back: reads why, takes a new photo, sends it again. */
class Mending {

    private final Person operator;
    private final String subject;

    /** @param subject head of the family */
    Mending(Person operator, String subject) {
        this.operator = operator;
        this.subject = subject;
    }

    /** The operator is told on his first page: which case, what became of it, why. */
    Mending told(String ref, String status, String reason) {
        Locator notice = new News(operator).of(ref, status);
        assertThat(notice).containsText(status);
        assertThat(notice).containsText(reason);
        return this;
    }

    /** His task shows reason, sentence and what to do next. */
    Mending reads(String reason, String sentence, String next) {
        operator.take("Perbaiki usulan", subject);
        Locator why = operator.page().locator(".alert-warning").first();
        assertThat(why).containsText(reason);
        assertThat(why).containsText(sentence);
        assertThat(why).containsText(next);
        return this;
    }

    /** Follows his task into the form, adds a photo, and sends the proposal again. */
    void sendsAgain(String ref) {
        Page page = operator.page();
        page.getByText("Buka dan perbaiki isian").click();
        step("Foto");
        new Wizard(operator).photo("HOUSE_FRONT", Drawing.house());
        step("Kirim");
        operator.fill("note", "Foto baru sudah diambil dari depan rumah.");
        operator.tick("declaration", "true");
        operator.press("Kirim lagi");
        assertThat(page.getByText("Usulan sudah dikirim")).isVisible();
        operator.open("/casework/" + ref);
        assertThat(page.locator("#timeline")).containsText("Usulan dikirim ulang");
        assertThat(page.locator("#timeline")).containsText("Foto baru sudah diambil");
    }

    private void step(String name) {
        operator.page()
                .getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Langkah"))
                .locator("a", new Locator.LocatorOptions().setHasText(name))
                .click();
        operator.page().waitForLoadState();
    }
}
