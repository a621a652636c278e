package id.siks.processadmin.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.siks.casework.Deadlines;
import id.siks.casework.process.TaskLadder;
import id.siks.identity.Role;
import id.siks.platform.diagram.DrawnProcess;
import id.siks.platform.engine.StepFacades;
import id.siks.processadmin.check.ModelKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** What people choose from while they draw, instead of typing words of the engine. */
@Component
class EditorLists {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> TERM = List.of("days", "remind", "supervisor", "officeHead", "province");

    private final Models models;
    private final Drafts drafts;
    private final StepFacades facades;
    private final MessageSource messages;

    EditorLists(Models models, Drafts drafts, StepFacades facades, MessageSource messages) {
        this.models = models;
        this.drafts = drafts;
        this.facades = facades;
        this.messages = messages;
    }

    /** The lists for the model of this draft: of its own words as far as it has some, else of all. */
    Offer forDraft(Draft draft) {
        List<Model> all = models.all();
        DiagramWords everywhere = words(all.stream());
        Model own = all.stream()
                .filter(m -> m.kind() == ModelKind.BPMN && m.key().equals(draft.key()))
                .findFirst()
                .orElse(null);
        DiagramWords here = own == null ? everywhere : words(Stream.of(own));
        return new Offer(
                roles(),
                forms(all),
                steps(draft.key(), everywhere),
                moments(draft.key(), here, everywhere),
                choices(all.stream().filter(m -> m.kind() == ModelKind.DMN)),
                named(everywhere.messages()),
                named(everywhere.errors()),
                values(here, all),
                terms(all));
    }

    private static DiagramWords words(Stream<Model> models) {
        DiagramWords words = new DiagramWords();
        models.filter(m -> m.kind() == ModelKind.BPMN).forEach(m -> words.read(new DrawnProcess(m.content())));
        return words;
    }

    private List<Choice> roles() {
        return Arrays.stream(Role.values())
                .filter(Role::works)
                .map(role -> new Choice(role.name(), said("identity.role." + role)))
                .toList();
    }

    private List<Choice> forms(List<Model> all) {
        List<Choice> forms = new ArrayList<>(choices(all.stream().filter(m -> m.kind() == ModelKind.FORM)));
        drafts.underWay().stream()
                .filter(d -> d.kind() == ModelKind.FORM
                        && forms.stream().noneMatch(f -> f.value().equals(d.key())))
                .forEach(d -> forms.add(new Choice(d.key(), said("processadmin.draft.form-drafted", d.key()))));
        return forms;
    }

    private static List<Choice> choices(Stream<Model> models) {
        return models.map(m -> new Choice(m.key(), m.title().equals(m.key()) ? m.key() : m.title() + " · " + m.key()))
                .toList();
    }

    /** Methods of the process' own façade; a new process chooses among all. */
    private List<Choice> steps(String key, DiagramWords words) {
        Map<String, Set<String>> all = facades.methods();
        String own = StepFacades.nameFor(key);
        List<Choice> steps = new ArrayList<>();
        new TreeMap<>(all).forEach((facade, methods) -> {
            if (!all.containsKey(own) || facade.equals(own) || facade.equals(TaskLadder.STEPS)) {
                methods.stream()
                        .filter(method -> !facades.tellsTime(facade, method))
                        .map(method -> "${" + facade + "." + method + "()}")
                        .sorted()
                        .forEach(step -> steps.add(choice(step, words.steps().get(step))));
            }
        });
        return steps;
    }

    /** Moments of the process' own diagrams, and the ladder of its façade, which every task may have. */
    private List<Choice> moments(String key, DiagramWords here, DiagramWords everywhere) {
        Map<String, String> moments = new LinkedHashMap<>(here.moments());
        everywhere.moments().forEach((moment, name) -> {
            if (moment.startsWith("${" + TaskLadder.STEPS + ".")
                    || moment.startsWith("${" + StepFacades.nameFor(key) + ".")) {
                moments.putIfAbsent(moment, name);
            }
        });
        return named(moments);
    }

    private static List<Choice> named(Map<String, String> names) {
        return names.entrySet().stream()
                .map(e -> choice(e.getKey(), e.getValue()))
                .toList();
    }

    private static Choice choice(String value, String name) {
        String word = value.replaceAll("[${}()]", "");
        return new Choice(value, name == null || name.isEmpty() ? word : name + " · " + word);
    }

    private List<Value> values(DiagramWords here, List<Model> all) {
        Map<String, Map<String, String>> options = new LinkedHashMap<>();
        all.stream()
                .filter(m -> m.kind() == ModelKind.FORM && here.forms().contains(m.key()))
                .forEach(m -> options(form(m.content()).path("components"), options));
        return here.values().entrySet().stream()
                .map(e -> value(e.getKey(), e.getValue(), options.getOrDefault(e.getKey(), Map.of())))
                .toList();
    }

    private static Value value(String name, DiagramWords.Known known, Map<String, String> options) {
        Map<String, String> answers = new LinkedHashMap<>(known.answers());
        options.forEach(answers::putIfAbsent);
        String label = known.asked().isEmpty() ? name : known.asked() + " · " + name;
        return new Value(name, label, named(answers));
    }

    private static JsonNode form(String content) {
        try {
            return JSON.readTree(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A form in force is no JSON", e);
        }
    }

    /** What can be chosen in the fields of a form, by the key of the field. */
    private static void options(JsonNode components, Map<String, Map<String, String>> options) {
        for (JsonNode field : components) {
            for (JsonNode option : field.path("values")) {
                options.computeIfAbsent(field.path("key").asText(), key -> new LinkedHashMap<>())
                        .put(option.path("value").asText(), option.path("label").asText());
            }
            options(field.path("components"), options);
        }
    }

    /** How long each task may take, from the rows that hold for every kind and regency. */
    private static Map<String, Map<String, String>> terms(List<Model> all) {
        Map<String, Map<String, String>> terms = new TreeMap<>();
        all.stream()
                .filter(m -> m.kind() == ModelKind.DMN && m.key().equals(Deadlines.TABLE))
                .flatMap(m -> new DrawnProcess(m.content()).elements("rule").stream())
                .forEach(rule -> {
                    List<String> asked = texts(rule, "inputEntry");
                    List<String> given = texts(rule, "outputEntry");
                    boolean general = asked.size() == 3
                            && asked.get(1).isEmpty()
                            && asked.get(2).isEmpty();
                    if (general && given.size() == TERM.size()) {
                        Map<String, String> term = new LinkedHashMap<>();
                        TERM.forEach(part -> term.put(part, given.get(TERM.indexOf(part))));
                        terms.putIfAbsent(asked.get(0).replace("\"", ""), term);
                    }
                });
        return terms;
    }

    private static List<String> texts(Element rule, String entry) {
        return DrawnProcess.children(rule, entry).stream()
                .map(e -> e.getTextContent().strip())
                .toList();
    }

    private String said(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }

    /**
     * Everything there is to choose from.
     *
     * @param steps expressions of service tasks
     * @param moments expressions of timers
     * @param tables keys of decision tables
     * @param terms by task: days, remind, supervisor, officeHead and province of the table of deadlines, as texts
     */
    record Offer(
            List<Choice> roles,
            List<Choice> forms,
            List<Choice> steps,
            List<Choice> moments,
            List<Choice> tables,
            List<Choice> messages,
            List<Choice> errors,
            List<Value> values,
            Map<String, Map<String, String>> terms) {}

    /** One thing to choose, with what people call it. */
    record Choice(String value, String label) {}

    /** A routing value and what it may be. */
    record Value(String name, String label, List<Choice> answers) {}
}
