package id.siks.processadmin.sop;

import static id.siks.platform.diagram.DrawnProcess.children;
import static id.siks.platform.diagram.DrawnProcess.has;
import static id.siks.platform.diagram.DrawnProcess.id;

import id.siks.platform.NotFound;
import id.siks.platform.diagram.DrawnProcess;
import id.siks.platform.forms.FormField;
import id.siks.platform.forms.FormSchemas;
import id.siks.processadmin.check.ModelKind;
import id.siks.processadmin.release.Release;
import id.siks.processadmin.release.Releases;
import id.siks.processadmin.sop.Sop.Field;
import id.siks.processadmin.sop.Sop.Kind;
import id.siks.processadmin.sop.Sop.Section;
import id.siks.processadmin.sop.Sop.Step;
import id.siks.processadmin.sop.Sop.Way;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.springframework.stereotype.Service;
import org.w3c.dom.Element;

/** Reads the procedure out of the released diagram, the forms and the table of deadlines in force. */
@Service
class Sops {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");
    private static final int FINGERPRINT = 12;
    private static final int MOST_FIELDS = 40;

    private final Releases releases;
    private final FormSchemas forms;
    private final SopTerms terms;

    Sops(Releases releases, FormSchemas forms, SopTerms terms) {
        this.releases = releases;
        this.forms = forms;
        this.terms = terms;
    }

    /** What new cases of each process follow, without the content, by title. */
    List<Listed> all() {
        return releases.allInForce().stream()
                .filter(release -> release.kind() == ModelKind.BPMN)
                .map(release -> new Listed(new DrawnProcess(release.content()).title(), release))
                .sorted((one, other) -> one.title().compareTo(other.title()))
                .toList();
    }

    /** A process with its version in force. */
    record Listed(String title, Release release) {}

    /** The released version of the process; {@link NotFound} when there is none. */
    Release released(String key) {
        return releases.inForce(ModelKind.BPMN, key).orElseThrow(() -> new NotFound("process"));
    }

    /** The procedure of that release. */
    Sop of(Release release) {
        DrawnProcess diagram = new DrawnProcess(release.content());
        Map<Element, SopFlow> boxes = new LinkedHashMap<>();
        gather(diagram.process(), boxes);
        Map<String, Integer> numbers = new HashMap<>();
        boxes.values().forEach(flow -> flow.steps().forEach(step -> numbers.put(id(step), numbers.size() + 1)));
        List<Section> sections = boxes.entrySet().stream()
                .map(box -> section(box.getKey(), box.getValue(), numbers))
                .filter(section -> !section.steps().isEmpty())
                .toList();
        return new Sop(
                release.key(),
                diagram.title(),
                release.version(),
                release.sha256().substring(0, FINGERPRINT),
                release.proposal().at(),
                release.decision().at(),
                release.effectiveAt(),
                release.decision().by(),
                release.decision().words(),
                roles(sections),
                named(diagram, "businessRuleTask", "decisionRef", BpmnModelConstants.CAMUNDA_NS),
                named(diagram, "callActivity", "calledElement", null),
                sections);
    }

    /** The boxes: what is part of the flow before what waits beside it. */
    private static void gather(Element box, Map<Element, SopFlow> boxes) {
        SopFlow flow = new SopFlow(box);
        boxes.put(box, flow);
        flow.steps().stream()
                .filter(step -> step.getLocalName().equals("subProcess"))
                .forEach(inner -> gather(inner, boxes));
        flow.handlers().forEach(inner -> gather(inner, boxes));
    }

    private Section section(Element box, SopFlow flow, Map<String, Integer> numbers) {
        Map<Integer, Set<Integer>> before = new TreeMap<>();
        Map<Integer, Set<String>> begins = new TreeMap<>();
        Map<Element, List<Way>> ways = new LinkedHashMap<>();
        for (Element step : flow.steps()) {
            List<Way> leading = SopWays.of(step, flow, numbers);
            ways.put(step, leading);
            leading.forEach(way -> before.computeIfAbsent(way.number(), n -> new LinkedHashSet<>())
                    .add(numbers.get(id(step))));
        }
        for (Element start : flow.starts()) {
            SopWays.of(start, flow, numbers)
                    .forEach(way -> begins.computeIfAbsent(way.number(), n -> new LinkedHashSet<>())
                            .add(start.getAttribute("name")));
        }
        List<Step> steps = new ArrayList<>();
        ways.forEach((step, leading) -> {
            int number = numbers.get(id(step));
            steps.add(step(
                    step,
                    number,
                    List.copyOf(begins.getOrDefault(number, Set.of())),
                    before.getOrDefault(number, Set.of()).stream().sorted().toList(),
                    leading));
        });
        return new Section(box.getLocalName().equals("process") ? null : box.getAttribute("name"), steps);
    }

    private Step step(Element step, int number, List<String> begins, List<Integer> after, List<Way> ways) {
        Kind kind = kind(step);
        boolean person = kind == Kind.PERSON;
        return new Step(
                number,
                kind,
                step.getAttribute("name"),
                children(step, "documentation").stream()
                        .findFirst()
                        .map(words -> words.getTextContent().strip())
                        .orElse(""),
                person ? engine(step, "candidateGroups") : null,
                has(step, "multiInstanceLoopCharacteristics"),
                begins,
                after,
                person ? fields(engine(step, "formRef")) : List.of(),
                person ? terms.of(id(step)) : List.of(),
                ways);
    }

    private static Kind kind(Element step) {
        return switch (step.getLocalName()) {
            case "userTask" -> Kind.PERSON;
            case "businessRuleTask" -> engine(step, "decisionRef").isEmpty() ? Kind.SYSTEM : Kind.TABLE;
            case "intermediateCatchEvent" -> has(step, "timerEventDefinition") ? Kind.MOMENT : Kind.NEWS;
            case "intermediateThrowEvent" -> Kind.TELLS;
            case "subProcess" -> Kind.PART;
            case "callActivity" -> Kind.PROCESS;
            default -> Kind.SYSTEM;
        };
    }

    private List<Field> fields(String form) {
        if (!forms.has(form)) {
            return List.of();
        }
        return forms.of(form).inputs().stream()
                .map(Sops::field)
                .distinct()
                .limit(MOST_FIELDS)
                .toList();
    }

    private static Field field(FormField field) {
        return new Field(
                field.label(INDONESIAN).replace("{each}", "…"), field.rules().required());
    }

    private static Set<String> roles(List<Section> sections) {
        Set<String> roles = new LinkedHashSet<>();
        sections.forEach(section -> section.steps().stream()
                .map(Step::role)
                .filter(Objects::nonNull)
                .forEach(roles::add));
        return roles;
    }

    private static List<String> named(DrawnProcess diagram, String element, String attribute, String space) {
        return diagram.elements(element).stream()
                .map(e -> e.getAttributeNS(space, attribute))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private static String engine(Element element, String attribute) {
        return element.getAttributeNS(BpmnModelConstants.CAMUNDA_NS, attribute);
    }
}
