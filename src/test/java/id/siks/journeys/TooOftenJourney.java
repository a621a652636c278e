package id.siks.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Requirement 21: a script of ours that is told to wait says so on its page, and what stands there stays. */
@Journey
class TooOftenJourney {

    private static final String SENTENCE = "Batas pemakaian tercapai. Coba lagi setelah 3 detik.";

    @Test
    void aListThatIsRefusedStaysAndSaysWhy(People people) {
        Person operator = people.onPhone("Operator Way Mengaku");
        operator.goTo("Tugas");
        Page page = operator.page();
        page.route("**/worklist*", route -> {
            if (route.request().headers().containsKey("hx-request")) {
                refuse(
                        route,
                        "text/html",
                        "<div class=\"alert alert-danger\" role=\"alert\"><p>" + SENTENCE + "</p></div>");
            } else {
                route.resume();
            }
        });
        for (int i = 0; i < 2; i++) {
            page.evaluate(
                    "() => htmx.ajax('GET', '/worklist', { target: '#work-live', swap: 'outerHTML' }).catch(() => {})");
        }
        assertThat(page.locator("main > [data-refused]")).hasCount(1);
        assertThat(page.locator("main > [data-refused]")).hasText(SENTENCE);
        assertThat(page.locator("#work-live")).isVisible();
    }

    /** It is saved when the pause is over, although nobody types any more. */
    @Test
    void aDraftThatIsNotSavedWhileOneTypesSaysSoAndTriesAgainByItself(People people) {
        Person operator = people.onPhone("Operator Way Mengaku");
        new Wizard(operator).begin();
        Page page = operator.page();
        AtomicInteger attempts = new AtomicInteger();
        page.route("**/family", route -> {
            if ("POST".equals(route.request().method()) && attempts.incrementAndGet() == 1) {
                refuse(route, "application/problem+json", "{\"detail\": \"" + SENTENCE + "\"}");
            } else {
                route.resume();
            }
        });
        operator.fill("familyCardNumber", "1804040101208601");
        assertThat(page.locator("[data-saved]")).hasText(SENTENCE);
        assertThat(page.locator("[name='familyCardNumber']")).hasValue("1804040101208601");
        assertThat(page.locator("[data-saved]")).containsText("Tersimpan");
    }

    private static void refuse(Route route, String type, String body) {
        route.fulfill(new Route.FulfillOptions()
                .setStatus(429)
                .setHeaders(Map.of("Retry-After", "3"))
                .setContentType(type + ";charset=UTF-8")
                .setBody(body));
    }
}
