package id.siks.worklist.bulk;

import id.siks.platform.Conflict;
import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import id.siks.platform.Message;
import id.siks.platform.NotFound;
import id.siks.platform.Refused;
import id.siks.platform.forms.FormSchema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says in the language of the request why one of many was refused. */
@Component
class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final MessageSource messages;

    Refusals(MessageSource messages) {
        this.messages = messages;
    }

    String words(RuntimeException refused) {
        return words(message(refused));
    }

    /** The first fault of one of many, with the name of its field: the page about the many may not show the field. */
    RuntimeException atField(InvalidInput invalid, FormSchema form) {
        FieldError first = invalid.errors().get(0);
        return form.inputs().stream()
                .filter(field -> field.key().equals(first.field()))
                .findFirst()
                .<RuntimeException>map(field -> Refused.because(
                        "worklist.bulk.at-field", field.label(LocaleContextHolder.getLocale()), words(first.message())))
                .orElse(invalid);
    }

    private String words(Message message) {
        return messages.getMessage(message.key(), message.args().toArray(), LocaleContextHolder.getLocale());
    }

    private static Message message(RuntimeException refused) {
        if (refused instanceof InvalidInput invalid) {
            return invalid.errors().get(0).message();
        }
        if (refused instanceof Refused rule) {
            return rule.reason();
        }
        if (refused instanceof Conflict conflict) {
            return conflict.reason();
        }
        if (refused instanceof NotFound) {
            return Message.of("worklist.bulk.unknown");
        }
        LOG.error("One of many could not be done", refused);
        return Message.of("worklist.bulk.failed");
    }
}
