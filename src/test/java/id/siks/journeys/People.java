package id.siks.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The people of one journey, each with a browser window and a log-in of his own. */
class People {

    private static final Path PICTURES = Path.of("target", "journeys");
    private static final int PHONE_WIDTH = 390;
    private static final int PHONE_HEIGHT = 844;
    private static final int DESKTOP_WIDTH = 1280;
    private static final int DESKTOP_HEIGHT = 900;
    private static final double PATIENCE_MILLIS = 20_000;

    private final Browser browser;
    private final String address;
    private final String journey;
    private final Map<String, Person> present = new LinkedHashMap<>();

    People(Browser browser, String address, String journey) {
        this.browser = browser;
        this.address = address;
        this.journey = journey.replaceAll("\\W+", "-");
    }

    /** The demo user called {@code name} with a phone in his hand. */
    Person onPhone(String name) {
        return present.computeIfAbsent(name, n -> enter(n, PHONE_WIDTH, PHONE_HEIGHT));
    }

    /** The demo user called {@code name} at a desk. */
    Person atDesk(String name) {
        return present.computeIfAbsent(name, n -> enter(n, DESKTOP_WIDTH, DESKTOP_HEIGHT));
    }

    /** Somebody who has not logged in. */
    Person stranger() {
        return stranger("stranger");
    }

    /** The same, where there are several. */
    Person stranger(String name) {
        return present.computeIfAbsent(name, n -> open(PHONE_WIDTH, PHONE_HEIGHT));
    }

    private Person enter(String name, int width, int height) {
        Person person = open(width, height);
        person.logIn(name);
        return person;
    }

    private Person open(int width, int height) {
        BrowserContext window = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(address)
                .setViewportSize(width, height)
                .setLocale("id-ID")
                .setAcceptDownloads(true)
                .setPermissions(List.of("geolocation"))
                .setGeolocation(-5.0301, 104.0712));
        window.setDefaultTimeout(PATIENCE_MILLIS);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        return new Person(window.newPage());
    }

    void leave(boolean failed) {
        present.forEach((name, person) -> {
            Page page = person.page();
            if (failed) {
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(PICTURES.resolve(journey + "-" + name.replaceAll("\\W+", "-") + ".png")));
            }
            page.context().close();
        });
        present.clear();
    }
}
