package id.siks.register;

import id.siks.identity.Masks;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says the two sides of a {@link FieldDifference} as people write them. Templates: {@code @differenceWords}. */
@Component
public class DifferenceWords {

    private final MessageSource messages;

    DifferenceWords(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * One side.
     *
     * @param value as the difference carries it, null when that side has none
     * @param open whether official numbers may be read in full here
     */
    public String say(String field, String value, boolean open, Locale locale) {
        if (value == null) {
            return "–";
        }
        return switch (field) {
            case "birthDate" -> DateTimeFormatter.ofPattern("d MMMM uuuu", locale)
                    .format(LocalDate.parse(value));
            case "sex" -> messages.getMessage("register.code.sex." + value, null, locale);
            case "familyCardNumber" -> open ? value : Masks.number(value);
            default -> value;
        };
    }
}
