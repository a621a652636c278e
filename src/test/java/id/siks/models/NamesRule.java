package id.siks.models;

import static id.siks.models.Diagram.id;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** The file is named as its process; every id is made by hand; every node says in Indonesian what it is. */
final class NamesRule implements ModelRule {

    private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern ENGLISH = Pattern.compile(
            "\\b(the|and|check|decide|approve|return|submit|record|visit|wait|proposal|yes|no)\\b",
            Pattern.CASE_INSENSITIVE);

    @Override
    public List<String> faults(Diagram diagram) {
        List<String> faults = new ArrayList<>();
        if (!diagram.name().equals(id(diagram.process()))) {
            faults.add(id(diagram.process()) + " lies in a file of another name");
        }
        for (Element element : diagram.everything()) {
            if (element.hasAttribute("id") && !KEBAB.matcher(id(element)).matches()) {
                faults.add(id(element) + " is not words joined by hyphens");
            }
        }
        List<Element> named = new ArrayList<>(diagram.nodes());
        named.add(diagram.process());
        for (Element node : named) {
            String name = node.getAttribute("name");
            if (name.isBlank()) {
                faults.add(id(node) + " has no name");
            } else if (ENGLISH.matcher(name).find()) {
                faults.add(id(node) + " has an English name");
            }
        }
        return faults;
    }
}
