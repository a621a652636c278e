package id.siks.models;

import static id.siks.models.Diagram.camunda;
import static id.siks.models.Diagram.id;

import id.siks.casework.TaskForm;
import id.siks.identity.Role;
import id.siks.platform.engine.ProcessSteps;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.w3c.dom.Element;

/** What a diagram names exists: handler, form and role of a user task, the step behind a service task. */
final class CodeRule implements ModelRule {

    private static final Pattern STEP = Pattern.compile("\\$\\{([a-zA-Z]+)\\.([a-zA-Z]+)\\(\\)}");

    @Override
    public List<String> faults(Diagram diagram) {
        List<String> faults = new ArrayList<>();
        diagram.elements("userTask").forEach(task -> userTask(diagram, task, faults));
        diagram.elements("serviceTask").forEach(task -> serviceTask(diagram, task, faults));
        diagram.elements("timeDate").forEach(date -> timer(diagram, date, faults));
        return faults;
    }

    private static void userTask(Diagram diagram, Element task, List<String> faults) {
        String handler = "id.siks." + diagram.room() + ".tasks." + Words.camel(id(task)) + "Form";
        Class<?> type = Words.type(handler);
        if (type == null || !TaskForm.class.isAssignableFrom(type)) {
            faults.add(id(task) + " has no handler " + handler);
        }
        boolean form = Files.exists(Path.of("forms", diagram.room(), id(task) + ".form"));
        if (!form
                || !camunda(task, "formRef").equals(id(task))
                || !camunda(task, "formRefBinding").equals("deployment")) {
            faults.add(id(task) + " has no form of its name, bound to its deployment");
        }
        boolean known = Arrays.stream(Role.values()).anyMatch(r -> r.name().equals(camunda(task, "candidateGroups")));
        if (!known) {
            faults.add(id(task) + " belongs to no role");
        }
    }

    private static void serviceTask(Diagram diagram, Element task, List<String> faults) {
        Matcher step = STEP.matcher(camunda(task, "expression"));
        if (!step.matches() || !isOffered(diagram, step)) {
            faults.add(id(task) + " calls no step of its process");
        } else if (!step.group(2).equals(Words.lowerCamel(id(task)))) {
            faults.add(id(task) + " calls a step of another name");
        }
    }

    private static void timer(Diagram diagram, Element date, List<String> faults) {
        Matcher step = STEP.matcher(date.getTextContent().strip());
        if (step.matches() && !isOffered(diagram, step)) {
            faults.add(id((Element) date.getParentNode()) + " asks no step of its process for its date");
        }
    }

    /** By the steps of the process, or by those of the ladder that stands in every process. */
    private static boolean isOffered(Diagram diagram, Matcher step) {
        Class<?> own = Words.type("id.siks." + diagram.room() + ".process." + Words.camel(diagram.name()) + "Steps");
        Class<?> shared = Words.type(VocabularyRule.SHARED + "Steps");
        return Stream.of(own, shared).anyMatch(steps -> steps != null && offers(steps, step.group(1), step.group(2)));
    }

    private static boolean offers(Class<?> steps, String facade, String method) {
        ProcessSteps marked = steps.getAnnotation(ProcessSteps.class);
        return marked != null
                && marked.value().equals(facade)
                && Arrays.stream(steps.getDeclaredMethods())
                        .filter(m -> Modifier.isPublic(m.getModifiers()))
                        .filter(m -> Arrays.equals(m.getParameterTypes(), new Class<?>[] {DelegateExecution.class}))
                        .anyMatch(m -> m.getName().equals(method));
    }
}
