package id.siks.models;

import static id.siks.models.Diagram.camunda;
import static id.siks.models.Diagram.id;

import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * Code and diagram use the same words: every user task, message, error, escalation and variable of the diagram is a constant of the
 * process's vocabulary, and every constant is a word of the diagram or of its forms. Constants {@code KIND_…} are values of the variable
 * that tells the kind of case.
 */
final class VocabularyRule implements ModelRule {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([a-zA-Z]+)(?: [!=]= .*)?}");
    private static final Pattern LITERAL = Pattern.compile("'([a-zA-Z-]+)'");

    /** The ladder of late tasks, which every diagram with user tasks has. */
    static final String SHARED = "id.siks.casework.process.TaskLadder";

    private static final Pattern CHOICE = Pattern.compile("\"value\": *\"([^\"]+)\"");

    @Override
    public List<String> faults(Diagram diagram) {
        String name = "id.siks." + diagram.room() + ".process." + Words.camel(diagram.name());
        Class<?> vocabulary = Words.type(name);
        if (vocabulary == null) {
            return List.of(id(diagram.process()) + " has no vocabulary " + name);
        }
        Set<String> constants = constants(vocabulary);
        Set<String> shared = constants(Words.type(SHARED));
        List<String> faults = new ArrayList<>();
        spoken(diagram).stream()
                .filter(word -> !constants.contains(word) && !shared.contains(word))
                .forEach(word -> faults.add(word + " is not in the vocabulary"));
        Set<String> written = written(diagram);
        constants.stream()
                .filter(word -> !written.contains(word))
                .filter(word -> written.stream().noneMatch(w -> w.endsWith("-" + word)))
                .forEach(word -> faults.add(word + " is not in the diagram"));
        return faults;
    }

    private static Set<String> constants(Class<?> vocabulary) {
        return Arrays.stream(vocabulary.getDeclaredFields())
                .filter(f -> f.getType() == String.class && !f.getName().startsWith("KIND_"))
                .map(VocabularyRule::value)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String value(Field field) {
        try {
            field.setAccessible(true);
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the code has to know. */
    private static Set<String> spoken(Diagram diagram) {
        Set<String> words = new TreeSet<>();
        words.add(id(diagram.process()));
        diagram.elements("userTask").forEach(t -> words.add(id(t)));
        diagram.elements("message").forEach(m -> words.add(m.getAttribute("name")));
        diagram.elements("error").forEach(e -> words.add(e.getAttribute("errorCode")));
        diagram.elements("escalation").forEach(e -> words.add(e.getAttribute("escalationCode")));
        words.addAll(variables(diagram));
        return words;
    }

    /** What the code may know: ids, compared values, and the choices of the forms. */
    private static Set<String> written(Diagram diagram) {
        Set<String> words = spoken(diagram);
        Stream.concat(diagram.nodes().stream(), diagram.flows().stream()).forEach(e -> words.add(id(e)));
        for (Element condition : diagram.elements("conditionExpression")) {
            Matcher literal = LITERAL.matcher(condition.getTextContent());
            if (literal.find()) {
                words.add(literal.group(1));
            }
        }
        for (Element task : diagram.elements("userTask")) {
            Path form = Path.of("forms", diagram.room(), id(task) + ".form");
            Matcher choice = CHOICE.matcher(Files.exists(form) ? Diagram.text(form) : "");
            while (choice.find()) {
                words.add(choice.group(1));
            }
        }
        return words;
    }

    private static Set<String> variables(Diagram diagram) {
        Set<String> variables = new TreeSet<>();
        for (Element element : diagram.everything()) {
            Stream.of(
                            camunda(element, "assignee"),
                            camunda(element, "collection"),
                            Diagram.isLeaf(element) ? element.getTextContent().strip() : "")
                    .map(VARIABLE::matcher)
                    .filter(Matcher::matches)
                    .forEach(m -> variables.add(m.group(1)));
        }
        return variables;
    }
}
