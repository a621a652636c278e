package id.siks.platform.web;

import id.siks.platform.Message;
import id.siks.platform.Preparation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What the frame around every page shows; asked by the layout template, also for error pages. */
@Component
class Shell {

    /** More places than this do not fit beside each other on a phone; the last ones then open together. */
    private static final int MOST = 6;

    private final AccessMatrix matrix;
    private final Optional<Visitors> visitors;
    private final List<NavEntry> entries;
    private final Preparation preparation;

    Shell(AccessMatrix matrix, Optional<Visitors> visitors, List<NavEntry> entries, Preparation preparation) {
        this.matrix = matrix;
        this.visitors = visitors;
        this.preparation = preparation;
        this.entries = entries.stream()
                .sorted(Comparator.comparingInt(NavEntry::order))
                .toList();
    }

    /** The frame for the current request. */
    public Frame frame() {
        Optional<Visitor> visitor = visitors.flatMap(Visitors::current);
        HttpServletRequest request = request();
        String path = Paths.of(request);
        List<Link> links = visitor.isEmpty() ? List.of() : links(visitor, path);
        String language = LocaleContextHolder.getLocale().getLanguage();
        String back =
                "GET".equals(request.getMethod()) && matrix.row("GET", path).isPresent() ? path : "/";
        return new Frame(
                links, visitor.orElse(null), visitors.map(Visitors::demo).orElse(false), preparing(), language, back);
    }

    /** What is being prepared, null when nothing is. */
    public Preparing preparing() {
        return preparation
                .sentence()
                .map(sentence -> new Preparing(sentence, !preparation.hasConcluded()))
                .orElse(null);
    }

    // Of places within each other only the innermost is where one is.
    private List<Link> links(Optional<Visitor> visitor, String path) {
        String here = entries.stream()
                .flatMap(NavEntry::paths)
                .filter(entry -> leadsTo(entry, path))
                .max(Comparator.comparingInt(String::length))
                .orElse(null);
        return entries.stream()
                .filter(entry -> matrix.row("GET", entry.path())
                        .filter(row -> row.admits(visitor))
                        .isPresent())
                .map(entry -> new Link(
                        entry.key(), entry.path(), entry.icon(), entry.paths().anyMatch(way -> way.equals(here))))
                .toList();
    }

    private static boolean leadsTo(String entry, String path) {
        return path.equals(entry) || !"/".equals(entry) && path.startsWith(entry + "/");
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }

    /** One place of the navigation as this visitor sees it. */
    public record Link(String key, String path, String icon, boolean active) {}

    /**
     * What is being prepared.
     *
     * @param goesOn false when the sentence will not change any more
     */
    public record Preparing(Message sentence, boolean goesOn) {

        /** The values of the sentence, as templates want them. */
        public Object[] values() {
            return sentence.args().toArray();
        }
    }

    /**
     * The frame.
     *
     * @param visitor null when nobody is signed in
     * @param preparing what is being prepared, null when nothing is
     * @param language {@code id} or {@code en}
     * @param back the page a change of language returns to
     */
    public record Frame(
            List<Link> links, Visitor visitor, boolean demo, Preparing preparing, String language, String back) {

        /** The places that always stand there. */
        public List<Link> near() {
            return links.size() > MOST ? links.subList(0, MOST - 2) : links;
        }

        /** The places that open together; often none. */
        public List<Link> far() {
            return links.subList(near().size(), links.size());
        }

        /** True when one is at one of the {@link #far()} places. */
        public boolean isFar() {
            return far().stream().anyMatch(Link::active);
        }

        /** The language one can switch to. */
        public String otherLanguage() {
            return "en".equals(language) ? "id" : "en";
        }
    }
}
