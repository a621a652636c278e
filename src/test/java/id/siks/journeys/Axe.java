package id.siks.journeys;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What axe finds on a page that would keep somebody from using it: WCAG 2.2, levels A and AA, serious and critical. */
final class Axe {

    private static final String SCRIPT = script();
    private static final String RULES =
            """
            () => axe.run(document, {
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations']})
              .then(found => found.violations.filter(v => ['serious', 'critical'].includes(v.impact))
                .map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 120)).join(' | ')))""";
    private static final String WIDER_THAN_THE_WINDOW =
            "() => document.documentElement.scrollWidth > document.documentElement.clientWidth";

    private Axe() {}

    /** Findings of the page in view, each with its rule and the first elements it is about. */
    @SuppressWarnings("unchecked")
    static List<String> findings(Page page) {
        page.evaluate(SCRIPT);
        return (List<String>) page.evaluate(RULES);
    }

    /** Whether the page in view has to be pushed sideways. */
    static boolean widerThanTheWindow(Page page) {
        return Boolean.TRUE.equals(page.evaluate(WIDER_THAN_THE_WINDOW));
    }

    private static String script() {
        try {
            return Files.readString(Path.of(System.getProperty("playwright.cli.dir"), "axe.min.js"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
