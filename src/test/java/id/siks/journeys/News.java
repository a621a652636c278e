package id.siks.journeys;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.concurrent.atomic.AtomicReference;

/** What somebody is told on his first page: of one case by itself, or as one of many that are told in one line. */
final class News {

    private final Person reader;

    News(Person reader) {
        this.reader = reader;
    }

    /**
     * Waits until the reader is told of a case, and follows the line that tells of many to the case's own.
     *
     * @param ref the case
     * @param told what the line says that may tell of many
     */
    Locator of(String ref, String told) {
        AtomicReference<Locator> found = new AtomicReference<>();
        reader.until(() -> {
            found.set(now(ref, told));
            return found.get().count() > 0;
        });
        return found.get().first();
    }

    private Locator now(String ref, String told) {
        Page page = reader.page();
        reader.open("/");
        Locator alone = with(page.locator(".told li"), ref);
        Locator many = with(page.locator(".told li:has(a[href$='/alike'])"), told);
        if (alone.count() > 0 || many.count() == 0) {
            return alone;
        }
        many.first().locator("a").click();
        return with(page.locator(".notice"), ref);
    }

    private static Locator with(Locator lines, String words) {
        return lines.filter(new Locator.FilterOptions().setHasText(words));
    }
}
