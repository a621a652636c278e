package id.siks.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A session ends while somebody writes: what he wrote stays on the page and is sent after he has logged in again. */
@Journey
class SessionOverJourney {

    private static final String OPERATOR = "Operator Kubu Perahu";
    private static final String TYPED = "Sudah saya tanyakan kepada ketua RT.";
    private static final int LONG_MILLIS = 2 * 60 * 1000;

    @Test
    void whatWasWrittenIsKeptUntilOneIsSignedInAgain(People people) {
        Person operator = people.onPhone(OPERATOR);
        Page page = writing(operator);
        elsewhere(page).press("Keluar");

        send(page);
        Locator says = page.locator("[data-session-over]");
        assertThat(says).containsText("sesi Anda sudah berakhir");
        assertThat(page.locator("#comment")).hasValue(TYPED);

        Page again = page.waitForPopup(() -> says.locator("a").click());
        assertThat(again).hasURL(Pattern.compile("/login$"));
        new Person(again).logIn(OPERATOR);
        send(page);
        assertThat(page.locator(".talk-words").last()).hasText(TYPED);
    }

    /** A page without anything written asks nobody before it sends. */
    @Test
    void whoIsSignedInNoMoreIsLedToTheLogin(People people) {
        Person operator = people.onPhone(OPERATOR);
        Page page = operator.page();
        elsewhere(page).press("Keluar");
        page.bringToFront();
        operator.press("Usulan baru");

        assertThat(page.locator("h1")).hasText("Perlu masuk");
        assertThat(page.locator("[role='alert']")).containsText("Belum terkirim");
        page.getByText("Masuk lagi", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page).hasURL(Pattern.compile("/login$"));
    }

    @Test
    void nobodySendsInTheNameOfWhoeverSignedInMeanwhile(People people) {
        Page page = writing(people.onPhone(OPERATOR));
        elsewhere(page).logIn("Verifikator Dinsos");

        send(page);
        assertThat(page.locator("[data-session-over]")).isVisible();
        assertThat(page.locator("#comment")).hasValue(TYPED);
    }

    private static Page writing(Person operator) {
        Page page = operator.page();
        page.clock().install();
        operator.goTo("Usulan");
        page.locator(".case-line").last().click();
        String ref = Person.caseIn(page.locator("main").textContent());
        operator.open("/worklist/cases/" + ref);
        operator.fill("comment", TYPED);
        page.clock().fastForward(LONG_MILLIS);
        return page;
    }

    private static Person elsewhere(Page page) {
        Page other = page.context().newPage();
        other.navigate("/");
        return new Person(other);
    }

    private static void send(Page page) {
        page.bringToFront();
        new Person(page).press("Kirim komentar");
    }
}
