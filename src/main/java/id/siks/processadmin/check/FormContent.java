package id.siks.processadmin.check;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.siks.platform.engine.StepFacades;
import id.siks.platform.forms.FormSchema;
import id.siks.platform.forms.UnusableForm;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/**
 * The rules for forms: only the components the server renders and checks, nothing in them that a page could execute or the
 * server would have to calculate for long, and the fields the task's handler reads.
 */
@Component
class FormContent {

    private static final int DEEPEST = 12;
    private static final int LONGEST = 1000;
    private static final int MOST_COMPONENTS = 200;
    private static final Set<String> ROOT = Set.of(
            "id", "type", "schemaVersion", "executionPlatform", "executionPlatformVersion", "exporter", "components");
    private static final Set<String> TYPES = Set.of(
            "text", "textfield", "textarea", "number", "select", "radio", "checkbox", "checklist", "datetime", "group");
    private static final Map<String, Set<String>> PARTS = Map.of(
            "validate", Set.of("required", "min", "max", "minLength", "maxLength", "pattern"),
            "conditional", Set.of("hide"),
            "layout", Set.of("row", "columns"),
            "exporter", Set.of("name", "version"));
    private static final Set<String> COMPONENT = Set.of(
            "type",
            "id",
            "key",
            "label",
            "text",
            "description",
            "properties",
            "validate",
            "conditional",
            "layout",
            "values",
            "valuesKey",
            "components",
            "decimalDigits",
            "subtype",
            "dateLabel",
            "disallowPassedDates",
            "showOutline");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,79}");
    private static final Pattern MARKUP =
            Pattern.compile("<\\s*[A-Za-z!/?]|\\{\\{|&#|javascript:|data:|https?://|\\]\\(", Pattern.CASE_INSENSITIVE);
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(10_000)
                            .maxNumberLength(30)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Shipped shipped;
    private final Known known;
    private final StillRead read;
    private final KindsInUse kinds;

    FormContent(Shipped shipped, Known known, StillRead read, KindsInUse kinds) {
        this.shipped = shipped;
        this.known = known;
        this.read = read;
        this.kinds = kinds;
    }

    void check(String key, String text, Findings findings) {
        JsonNode root = read(text);
        requireVisible(root);
        findings.know(ElementNames.of(root));
        if (!key.equals(root.path("id").asText())) {
            findings.add(Rule.FORM_OTHER_NAME, key);
        }
        root.properties().stream()
                .filter(entry -> !ROOT.contains(entry.getKey()))
                .forEach(entry -> findings.add(Rule.FORM_PROPERTY_NOT_ALLOWED, "-", entry.getKey()));
        if (root.findParents("type").size() > MOST_COMPONENTS + 1) {
            findings.add(Rule.FILE_TOO_MANY_NODES, root.findParents("type").size(), MOST_COMPONENTS);
            return;
        }
        inside(root.path("exporter"), "exporter", "-", findings);
        root.path("components").forEach(component -> component(component, findings));
        if (!findings.isRefused()) {
            usable(key, text, findings);
        }
    }

    static JsonNode read(String text) {
        try {
            JsonNode root = JSON.readTree(text);
            if (!root.isObject() || !root.path("components").isArray()) {
                throw new Unreadable(Rule.FILE_WRONG_ROOT, root.getNodeType().name());
            }
            return root;
        } catch (JsonProcessingException broken) {
            int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
            throw new Unreadable(Rule.FILE_BROKEN, line);
        }
    }

    /** What was written as an escape is there only now. */
    private static void requireVisible(JsonNode node) {
        if (node.isTextual()) {
            PlainText.requireVisible(node.textValue());
        }
        node.fieldNames().forEachRemaining(PlainText::requireVisible);
        node.forEach(FormContent::requireVisible);
    }

    private void component(JsonNode component, Findings findings) {
        String name = component.path("key").asText(component.path("id").asText("?"));
        if (!TYPES.contains(component.path("type").asText())) {
            findings.atField(
                    name, Rule.FORM_TYPE_NOT_ALLOWED, component.path("type").asText());
            return;
        }
        component.properties().forEach(entry -> property(name, entry.getKey(), entry.getValue(), findings));
        component.path("components").forEach(child -> component(child, findings));
    }

    private static void property(String name, String property, JsonNode value, Findings findings) {
        if (!COMPONENT.contains(property)) {
            findings.atField(name, Rule.FORM_PROPERTY_NOT_ALLOWED, property);
            return;
        }
        switch (property) {
            case "validate" -> {
                inside(value, property, name, findings);
                pattern(name, value.path("pattern").asText(), findings);
            }
            case "layout" -> inside(value, property, name, findings);
            case "conditional" -> condition(name, value, findings);
            case "properties" -> value.properties().forEach(own -> {
                if (!NAME.matcher(own.getKey()).matches()) {
                    findings.atField(name, Rule.FORM_PROPERTY_NOT_ALLOWED, own.getKey());
                }
                plain(name, own.getKey(), own.getValue(), findings);
            });
            case "values" -> value.forEach(option -> option.properties().forEach(part -> {
                if (!Set.of("value", "label").contains(part.getKey())) {
                    findings.atField(name, Rule.FORM_PROPERTY_NOT_ALLOWED, part.getKey());
                }
                plain(name, part.getKey(), part.getValue(), findings);
            }));
            case "components" -> {
                // Each is looked at for itself.
            }
            default -> plain(name, property, value, findings);
        }
    }

    private static void inside(JsonNode value, String property, String name, Findings findings) {
        value.properties().forEach(part -> {
            if (!PARTS.get(property).contains(part.getKey())) {
                findings.atField(name, Rule.FORM_PROPERTY_NOT_ALLOWED, property + "." + part.getKey());
            }
            if (!part.getKey().equals("pattern")) {
                plain(name, part.getKey(), part.getValue(), findings);
            }
        });
    }

    private static void condition(String name, JsonNode value, Findings findings) {
        value.properties().forEach(part -> {
            if (!part.getKey().equals("hide")) {
                findings.atField(name, Rule.FORM_PROPERTY_NOT_ALLOWED, "conditional." + part.getKey());
            }
        });
        String hide = value.path("hide").asText();
        if (!hide.startsWith("=") || hide.length() > Feel.LONGEST) {
            findings.atField(name, Rule.FORM_EXPRESSION_NOT_ALLOWED, hide);
        } else {
            Feel.problem(hide.substring(1)).ifPresent(why -> findings.atField(name, Rule.FEEL_NOT_ALLOWED, why));
        }
    }

    private static void plain(String name, String property, JsonNode value, Findings findings) {
        if (value.isContainerNode()) {
            findings.atField(name, Rule.FORM_PROPERTY_NOT_ALLOWED, property);
            return;
        }
        String text = value.asText();
        if (text.length() > LONGEST) {
            findings.atField(name, Rule.FORM_PROPERTY_NOT_ALLOWED, property);
        } else if (text.strip().startsWith("=") || Expressions.isIn(text)) {
            findings.atField(name, Rule.FORM_EXPRESSION_NOT_ALLOWED, text);
        } else if (MARKUP.matcher(text).find()) {
            findings.atField(name, Rule.FORM_MARKUP, text);
        }
    }

    private static void pattern(String name, String pattern, Findings findings) {
        if (SlowPatterns.has(pattern)) {
            findings.atField(name, Rule.FORM_PATTERN, pattern);
        }
    }

    /** What the server cannot render and check it does not take; what its handler reads stays. */
    private void usable(String key, String text, Findings findings) {
        FormSchema form;
        try {
            form = FormSchema.read(key, text.getBytes(StandardCharsets.UTF_8));
        } catch (UnusableForm unusable) {
            unusable(unusable, findings);
            return;
        }
        PossibleAnswers.check(form, findings);
        shipped.find(ModelKind.FORM, key)
                .map(file -> FormSchema.read(key, file.content()))
                .ifPresent(was -> new FormContract(was, form, findings).check());
        if (!known.hasRoom(key)) {
            PossibleAnswers.withoutLists(form, findings);
            answers(key, form, findings);
        }
    }

    private static void unusable(UnusableForm form, Findings findings) {
        Object reason = new DefaultMessageSourceResolvable(
                new String[] {form.reason().key()}, form.reason().args().toArray());
        if (form.component().isEmpty()) {
            findings.add(Rule.FORM_NOT_USABLE, form.form(), reason);
        } else {
            findings.atField(form.component(), Rule.FORM_NOT_USABLE, reason);
        }
    }

    /** What diagrams that are followed read of a drawn task, its form keeps asking for. */
    private void answers(String key, FormSchema form, Findings findings) {
        String variable = StepFacades.nameFor(key);
        Answer answer = Answer.of(form, variable);
        read.of(key).stream()
                .filter(reader ->
                        !answer.isAsked() || !reader.condition().isEmpty() && !answer.canBe(reader.condition()))
                .forEach(reader -> gone(variable, reader, findings));
        kinds.clashing(form, key).forEach(clash -> findings.atField(variable, Rule.KIND_STILL_NEEDED, clash.args()));
    }

    private static void gone(String variable, StillRead.Reader reader, Findings findings) {
        InUse.Diagram diagram = reader.diagram();
        findings.atField(
                variable,
                Rule.ANSWER_STILL_READ,
                diagram.name(),
                String.valueOf(diagram.version()),
                diagram.cases(),
                reader.condition().isEmpty() ? variable : reader.condition(),
                diagram.key());
    }
}
