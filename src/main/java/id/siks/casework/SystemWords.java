package id.siks.casework;

import java.util.List;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * What the system wrote into a case stands there in the official language, as what people wrote stands in theirs. A reader in
 * another language reads the system's sentences in his; people's words stay as they are.
 */
@Component
public class SystemWords {

    /** The language in which what is kept is written. */
    public static final Locale OFFICIAL = Locale.forLanguageTag("id");

    private final List<SystemSentences> rooms;

    SystemWords(List<SystemSentences> rooms) {
        this.rooms = rooms;
    }

    /** The text for the reader of this page; null stays null. Templates: {@code @systemWords}. */
    public String read(String text) {
        Locale language = LocaleContextHolder.getLocale();
        if (text == null || language.getLanguage().equals(OFFICIAL.getLanguage())) {
            return text;
        }
        return rooms.stream()
                .flatMap(room -> room.in(language, text).stream())
                .findFirst()
                .orElse(text);
    }
}
