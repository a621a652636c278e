package id.siks.processadmin.release;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What people call the properties of a form's field, in the language of the request. */
@Component
class FormWords {

    private static final String PREFIX = "processadmin.form.";
    private static final String OPTION = "values.";
    private static final String ENGLISH = "properties.label_en";

    private final MessageSource messages;

    FormWords(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * A property as {@code validate.required}; what is chosen from is called by its value, and one nobody has named by
     * its own name.
     */
    public String property(String name) {
        if (name.startsWith(OPTION)) {
            return said("property.values", name, name.substring(OPTION.length()));
        }
        if (name.startsWith(ENGLISH + ".")) {
            return said("property.label_en-of", name, name.substring(ENGLISH.length() + 1));
        }
        return said("property." + name, name);
    }

    /** A value: kinds of fields, yes and no are words, everything else stands as it is. */
    public String value(String property, String value) {
        return switch (property) {
            case "type" -> said("type." + value, value);
            case "subtype" -> said("subtype." + value, value);
            default -> said("value." + value, value);
        };
    }

    private String said(String key, String otherwise, Object... args) {
        return messages.getMessage(PREFIX + key, args, otherwise, LocaleContextHolder.getLocale());
    }
}
