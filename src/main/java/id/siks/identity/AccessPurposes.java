package id.siks.identity;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says what an access was for: pages note a code, which has words ({@code identity.log.why.<code>}); people type theirs. */
@Component
class AccessPurposes {

    private final MessageSource messages;

    AccessPurposes(MessageSource messages) {
        this.messages = messages;
    }

    /** The words of a code in the reader's language, or what was typed. */
    String say(String noted) {
        // Null as the default: what people type is no message pattern.
        String words = messages.getMessage("identity.log.why." + noted, null, null, LocaleContextHolder.getLocale());
        return words == null ? noted : words;
    }
}
