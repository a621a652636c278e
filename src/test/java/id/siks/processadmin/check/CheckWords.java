package id.siks.processadmin.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What findings say to people. */
@Component
class CheckWords {

    static final Locale INDONESIAN = Locale.forLanguageTag("id");

    private final MessageSource messages;

    CheckWords(MessageSource messages) {
        this.messages = messages;
    }

    /** The finding and its remedy are said in both languages, with all they name. */
    void areSaid(Finding finding) {
        for (Locale locale : List.of(INDONESIAN, Locale.ENGLISH)) {
            for (var message : List.of(finding.sentence(), finding.remedy())) {
                String said = messages.getMessage(message.key(), message.args().toArray(), locale);
                assertThat(said).isNotBlank().doesNotContainPattern("(?<!\\$)\\{\\d");
            }
        }
    }
}
