package id.siks.casework;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Words for what happened: {@code casework.event.<what>}; a room that has none yet is shown the status reached. */
@Component
class EventLabels {

    private final MessageSource messages;

    EventLabels(MessageSource messages) {
        this.messages = messages;
    }

    /** The label of an event in the language of the request. */
    public String of(TimelineEntry entry) {
        var language = LocaleContextHolder.getLocale();
        String status = messages.getMessage("casework.status." + entry.status(), null, language);
        return messages.getMessage("casework.event." + entry.what(), null, status, language);
    }
}
