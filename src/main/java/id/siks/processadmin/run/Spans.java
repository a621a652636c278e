package id.siks.processadmin.run;

import java.time.Duration;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says how long something took, in the largest unit that fits. Templates: {@code @spans}. */
@Component
class Spans {

    private static final int DAYS_FROM_HOURS = 48;

    private final MessageSource messages;

    Spans(MessageSource messages) {
        this.messages = messages;
    }

    /** In words of the request's language, for example {@code 3 hari}. */
    public String words(Duration span) {
        if (span.toSeconds() < 1) {
            return say("moment");
        }
        if (span.toMinutes() < 1) {
            return say("seconds", span.toSeconds());
        }
        if (span.toHours() < 1) {
            return say("minutes", span.toMinutes());
        }
        return span.toHours() < DAYS_FROM_HOURS ? say("hours", span.toHours()) : say("days", span.toDays());
    }

    private String say(String unit, Object... number) {
        return messages.getMessage("processadmin.run.span." + unit, number, LocaleContextHolder.getLocale());
    }
}
