package id.siks.processadmin.release;

import id.siks.processadmin.check.ModelKind;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What people call the parts of a model and their properties: as the editor beside the drawing does. */
@Component
class ModelWords {

    private static final String PREFIX = "processadmin.model.";
    private static final String ROLE = "candidateGroups";
    private static final Pattern STEP = Pattern.compile("(?:\\w+:)?([\\w-]+)( \\d+)?");

    private final FormWords forms;
    private final MessageSource messages;

    ModelWords(FormWords forms, MessageSource messages) {
        this.forms = forms;
        this.messages = messages;
    }

    /** A kind of element or field, as {@code userTask}; itself when nobody has named it. */
    public String part(ModelKind kind, String name) {
        return kind == ModelKind.FORM ? forms.value("type", name) : said("part." + name, name);
    }

    /**
     * A property, as {@code camunda:formRef} or {@code extensionElements.failedJobRetryTimeCycle}: called by its last step, or
     * with the one before it where that says more; itself when nobody has named it.
     *
     * @param part what it is a property of
     */
    public String property(ModelKind kind, String part, String name) {
        if (kind == ModelKind.FORM) {
            return forms.property(name);
        }
        String[] steps = name.split("\\.");
        String last = bare(steps[steps.length - 1]);
        String before = steps.length > 1 ? bare(steps[steps.length - 2]) : part;
        Matcher numbered = STEP.matcher(steps[steps.length - 1]);
        String number = numbered.matches() && numbered.group(2) != null ? numbered.group(2) : "";
        for (String key : List.of(before + "." + last, last)) {
            String word = said("property." + key, "");
            if (!word.isEmpty()) {
                return word + number;
            }
        }
        return name;
    }

    /** A value: roles, yes and no are words, everything else stands as it is. */
    public String value(ModelKind kind, String name, String value) {
        if (kind == ModelKind.FORM) {
            return forms.value(name, value);
        }
        return name.endsWith(ROLE)
                ? messages.getMessage("identity.role." + value, null, value, locale())
                : said("value." + value, value);
    }

    private static String bare(String step) {
        Matcher matcher = STEP.matcher(step);
        return matcher.matches() ? matcher.group(1) : step;
    }

    private String said(String key, String otherwise) {
        return messages.getMessage(PREFIX + key, null, otherwise, locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
