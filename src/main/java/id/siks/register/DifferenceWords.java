package id.siks.register;

import id.siks.identity.Masks;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
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
            case "birthDate" -> day(locale).format(LocalDate.parse(value));
            case "sex" -> sex(value, locale);
            case "familyCardNumber" -> open ? value : Masks.number(value);
            default -> value;
        };
    }

    /** What was {@link #say said} in one language, in another: a day or a sex; names and numbers are the same in both. */
    public String again(String said, Locale from, Locale to) {
        for (Sex sex : Sex.values()) {
            if (said.equals(sex(sex.name(), from))) {
                return sex(sex.name(), to);
            }
        }
        try {
            return day(to).format(LocalDate.parse(said, day(from)));
        } catch (DateTimeParseException noDay) {
            return said;
        }
    }

    private String sex(String code, Locale locale) {
        return messages.getMessage("register.code.sex." + code, null, locale);
    }

    private static DateTimeFormatter day(Locale locale) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", locale);
    }
}
