package id.siks.platform.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.siks.platform.Message;
import id.siks.platform.Sha256;
import id.siks.platform.forms.FormField.Days;
import id.siks.platform.forms.FormField.Kind;
import id.siks.platform.forms.FormField.Labels;
import id.siks.platform.forms.FormField.Option;
import id.siks.platform.forms.FormField.Rules;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads the file of a form. What it does not understand it refuses, naming form and component. */
final class FormReader {

    private static final Map<String, Kind> KINDS = Map.of(
            "text", Kind.TEXT,
            "textfield", Kind.TEXTFIELD,
            "textarea", Kind.TEXTAREA,
            "number", Kind.NUMBER,
            "select", Kind.SELECT,
            "radio", Kind.RADIO,
            "checkbox", Kind.CHECKBOX,
            "checklist", Kind.CHECKLIST,
            "datetime", Kind.DATE,
            "group", Kind.GROUP);
    private static final Set<String> RESERVED = Set.of("key", "version", "form", "_csrf");
    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,59}");
    private static final int LONGEST_LINE = 255;
    private static final int LONGEST_TEXT = 4000;
    private static final int LONGEST_PATTERN = 200;
    private static final int MOST_COMPONENTS = 200;
    private static final int MOST_DIGITS = 15;
    private static final int FINGERPRINT = 16;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String form;
    private final Set<String> keys = new HashSet<>();
    private int components;

    private FormReader(String form) {
        this.form = form;
    }

    static FormSchema read(String id, byte[] content) {
        FormReader reader = new FormReader(id);
        JsonNode root;
        try {
            root = JSON.readTree(content);
        } catch (IOException e) {
            UnusableForm broken = reader.bad("", "json");
            broken.initCause(e);
            throw broken;
        }
        if (!id.equals(root.path("id").asText())) {
            throw reader.bad("", "id", id);
        }
        return new FormSchema(id, fingerprint(content), reader.fields(root.path("components"), ""));
    }

    private List<FormField> fields(JsonNode list, String name) {
        if (!list.isArray()) {
            throw bad(name, "components");
        }
        List<FormField> fields = new ArrayList<>();
        for (JsonNode component : list) {
            if (++components > MOST_COMPONENTS) {
                throw bad("", "many", MOST_COMPONENTS);
            }
            fields.add(field(component));
        }
        return List.copyOf(fields);
    }

    private FormField field(JsonNode component) {
        String type = component.path("type").asText();
        String name = component.path("key").asText(component.path("id").asText(type));
        Kind kind = kind(type, component);
        if (kind == null) {
            throw bad(name, "type", type);
        }
        if (kind == Kind.DATE && !"date".equals(component.path("subtype").asText("date"))) {
            throw bad(name, "subtype");
        }
        return new FormField(
                kind.isInput() ? key(component, name) : null,
                kind,
                labels(component, kind, name),
                rules(component, kind, name),
                kind == Kind.SELECT || kind == Kind.RADIO || kind == Kind.CHECKLIST
                        ? options(component, name)
                        : List.of(),
                kind == Kind.ROW ? each(component, name) : valuesKey(component, name),
                hide(component, name),
                kind.holdsOthers() ? fields(component.path("components"), name) : List.of());
    }

    private static Kind kind(String type, JsonNode component) {
        Kind kind = KINDS.get(type);
        return kind == Kind.GROUP && text(component.path("properties"), "each") != null ? Kind.ROW : kind;
    }

    private String key(JsonNode component, String name) {
        String key = component.path("key").asText();
        if (!KEY.matcher(key).matches()) {
            throw bad(name, "key");
        }
        if (RESERVED.contains(key)) {
            throw bad(name, "key-reserved", key);
        }
        if (!keys.add(key)) {
            throw bad(name, "key-twice", key);
        }
        return key;
    }

    private Labels labels(JsonNode component, Kind kind, String name) {
        String label = text(component, kind == Kind.TEXT ? "text" : "label");
        if (label == null) {
            throw bad(name, "label");
        }
        JsonNode properties = component.path("properties");
        return new Labels(
                label,
                text(properties, "label_en"),
                text(component, "description"),
                text(properties, "hint_en"),
                labelsForMany(properties));
    }

    private static Labels labelsForMany(JsonNode properties) {
        String label = text(properties, "label_many");
        return label == null
                ? null
                : new Labels(
                        label,
                        text(properties, "label_many_en"),
                        text(properties, "hint_many"),
                        text(properties, "hint_many_en"),
                        null);
    }

    private Rules rules(JsonNode component, Kind kind, String name) {
        JsonNode validate = component.path("validate");
        Integer maxLength = integer(validate, "maxLength", name);
        if (maxLength == null) {
            maxLength = kind == Kind.TEXTAREA ? LONGEST_TEXT : LONGEST_LINE;
        }
        return new Rules(
                validate.path("required").asBoolean(false),
                number(validate, "min", name),
                number(validate, "max", name),
                integer(validate, "minLength", name),
                maxLength,
                pattern(validate, name),
                integer(component, "decimalDigits", name),
                days(component, name));
    }

    private String pattern(JsonNode validate, String name) {
        String pattern = text(validate, "pattern");
        if (pattern == null) {
            return null;
        }
        if (pattern.length() > LONGEST_PATTERN) {
            throw bad(name, "pattern-long", LONGEST_PATTERN);
        }
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw bad(name, "pattern");
        }
        return pattern;
    }

    private Days days(JsonNode component, String name) {
        if (component.path("disallowPassedDates").asBoolean(false)) {
            return Days.NOT_PAST;
        }
        String days = text(component.path("properties"), "days");
        if (days == null) {
            return Days.ANY;
        }
        if (!"not-future".equals(days)) {
            throw bad(name, "days");
        }
        return Days.NOT_FUTURE;
    }

    private List<Option> options(JsonNode component, String name) {
        List<Option> options = new ArrayList<>();
        for (JsonNode option : component.path("values")) {
            String value = option.path("value").asText();
            String label = text(option, "label");
            if (value.isEmpty() || label == null) {
                throw bad(name, "option");
            }
            options.add(new Option(value, label, text(component.path("properties"), "label_en." + value)));
        }
        if (options.isEmpty() == (valuesKey(component, name) == null)) {
            throw bad(name, "options");
        }
        return List.copyOf(options);
    }

    private String valuesKey(JsonNode component, String name) {
        return name(text(component, "valuesKey"), "valuesKey", name);
    }

    private String each(JsonNode component, String name) {
        return name(text(component.path("properties"), "each"), "each", name);
    }

    private String name(String valuesKey, String what, String name) {
        if (valuesKey != null && !KEY.matcher(valuesKey).matches()) {
            throw bad(name, "list", what);
        }
        return valuesKey;
    }

    private String hide(JsonNode component, String name) {
        String hide = text(component.path("conditional"), "hide");
        if (hide == null) {
            return null;
        }
        if (!hide.startsWith("=")) {
            throw bad(name, "condition-sign");
        }
        Conditions.problem(hide.substring(1)).ifPresent(problem -> {
            throw bad(name, problem);
        });
        return hide.substring(1).strip();
    }

    private Integer integer(JsonNode node, String field, String name) {
        BigDecimal value = number(node, field, name);
        try {
            return value == null ? null : value.intValueExact();
        } catch (ArithmeticException e) {
            throw bad(name, "whole-number", field);
        }
    }

    private BigDecimal number(JsonNode node, String field, String name) {
        String text = text(node, field);
        try {
            BigDecimal number = text == null ? null : new BigDecimal(text);
            // Ten characters can name a number that fills the memory once it is written out.
            if (number != null && (number.precision() > MOST_DIGITS || !isModest(number.scale()))) {
                throw bad(name, "number", field);
            }
            return number;
        } catch (NumberFormatException e) {
            throw bad(name, "number", field);
        }
    }

    private static boolean isModest(int scale) {
        return scale >= -MOST_DIGITS && scale <= MOST_DIGITS;
    }

    private static String text(JsonNode node, String field) {
        String text = node.path(field).asText("").strip();
        return text.isEmpty() ? null : text;
    }

    private UnusableForm bad(String component, String reason, Object... args) {
        return new UnusableForm(form, component, Message.of("platform.form.unusable." + reason, args));
    }

    private static String fingerprint(byte[] content) {
        return Sha256.hex(content).substring(0, FINGERPRINT);
    }
}
