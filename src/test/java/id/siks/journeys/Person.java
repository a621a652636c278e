package id.siks.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.regex.Pattern;

/** One person at one window: what everybody does with the frame around the pages. */
record Person(Page page) {

    private static final double A_MOMENT_MILLIS = 200;
    private static final Pattern CASE = Pattern.compile("[A-Z]{3}-\\d{4}-\\d{2}-\\d{6}");

    /** The number of the first case named in {@code text}. */
    static String caseIn(String text) {
        return CASE.matcher(text).results().findFirst().orElseThrow().group();
    }

    /** Chooses the demo user called {@code name} on the login page. */
    void logIn(String name) {
        page.navigate("/login");
        Locator press = page.locator("button[aria-label='Masuk sebagai " + name + "']");
        Locator group = page.locator("details").filter(new Locator.FilterOptions().setHas(press));
        if (group.getAttribute("open") == null) {
            group.locator("summary").click();
        }
        press.click();
        page.waitForURL(Pattern.compile("^https?://[^/]+/$"));
    }

    /** Follows the entry {@code name} of the bar on every page. */
    void goTo(String name) {
        Locator place = page.locator(".bar-nav a", new Page.LocatorOptions().setHasText(name));
        place.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        if (!place.isVisible()) {
            page.locator(".bar-more > summary").click();
        }
        place.click();
        assertThat(page.locator(".bar-nav a[aria-current='page']")).containsText(name);
    }

    /** Takes the piece of work called {@code title} that concerns {@code subject}, as soon as it has arrived. */
    void take(String title, String subject) {
        goTo("Tugas");
        Locator work = page.locator(".work-item")
                .filter(new Locator.FilterOptions().setHasText(title))
                .filter(new Locator.FilterOptions().setHasText(subject));
        until(() -> work.count() > 0);
        work.first()
                .getByText("Kerjakan", new Locator.GetByTextOptions().setExact(true))
                .click();
        page.waitForURL("**/worklist/tasks/*");
        assertThat(page.locator("#task-form")).isVisible();
    }

    /** Opens the piece of work called {@code title} that concerns {@code subject} without taking it. */
    void look(String title, String subject) {
        goTo("Tugas");
        Locator work = page.locator(".work-item")
                .filter(new Locator.FilterOptions().setHasText(title))
                .filter(new Locator.FilterOptions().setHasText(subject));
        until(() -> work.count() > 0);
        work.first().locator(".work-title").click();
        page.waitForURL("**/worklist/tasks/*");
    }

    /** Waits until the list is in view, at whatever place of it one was. */
    static void waitForList(Page page) {
        page.waitForURL(Pattern.compile("/worklist(\\?.*)?$"));
    }

    /** Sends the form of the piece of work in hand; it is accepted. */
    void send() {
        pressSend();
        assertThat(page.locator(".alert-success")).containsText("Selesai.");
    }

    /** Sends the form of the piece of work in hand, whatever the answer. */
    void pressSend() {
        page.locator("#task-form")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Kirim").setExact(true))
                .click();
    }

    void fill(String field, String text) {
        page.locator("[name='" + field + "']").fill(text);
    }

    void choose(String field, String value) {
        page.locator("select[name='" + field + "']").selectOption(value);
    }

    /** Sets the tile or box with this value. */
    void tick(String field, String value) {
        page.locator("[name='" + field + "'][value='" + value + "']").check();
    }

    void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    /** Uploads a paper beside a piece of work in hand. */
    void upload(String input, String name) {
        page.locator(input).setInputFiles(new FilePayload(name, "image/jpeg", Drawing.paper(name)));
    }

    /** Opens the page of a case by its number, as from a letter or a notice. */
    void open(String path) {
        page.navigate(path);
    }

    /** Reloads until {@code seen}: for what others or the engine do meanwhile. */
    void until(java.util.function.BooleanSupplier seen) {
        page.waitForCondition(() -> {
            page.waitForLoadState();
            if (seen.getAsBoolean()) {
                return true;
            }
            // The machine that shows the page again does what is waited for, too.
            page.waitForTimeout(A_MOMENT_MILLIS);
            page.reload();
            return false;
        });
    }

    /** Waits until the page in view shows this status. */
    void untilStatus(String status) {
        until(() -> page.locator("main .badge").first().textContent().strip().equals(status));
    }
}
