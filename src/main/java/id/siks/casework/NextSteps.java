package id.siks.casework;

import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * What to do next after a decision against a case (glossary 6.1). What was returned is mended and sent again; what has
 * ended never is: there the hint says when a new proposal makes sense.
 */
@Component
public class NextSteps {

    private static final String REASON = "casework.reason.";

    private final MessageSource messages;

    NextSteps(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * The hint in the language of the request.
     *
     * @param code why it was decided
     * @param reached the status the case came to by the decision
     */
    public String of(ReasonCode code, CaseStatus reached) {
        String hint = REASON + code + ".next";
        Stream<String> keys = reached.isFinal() ? Stream.of(hint + "." + reached, hint + "-ended") : Stream.of();
        var language = LocaleContextHolder.getLocale();
        // What does not depend on the end, such as a family that is registered already, is said once.
        return keys.map(key -> messages.getMessage(key, null, null, language))
                .filter(text -> text != null)
                .findFirst()
                .orElseGet(() -> messages.getMessage(hint, null, language));
    }
}
