package id.siks.proposal.model;

import id.siks.casework.SystemSentences;
import id.siks.casework.SystemWords;
import id.siks.register.DifferenceWords;
import id.siks.register.FieldDifference;
import id.siks.register.RegistryStatus;
import java.text.MessageFormat;
import java.text.ParsePosition;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The sentences this room has the system write into a proposal, in the official language, and their twins in others. */
@Component
public class OfficialWords implements SystemSentences {

    static final String DIED = "proposal.died";
    static final String MEMBER_DIED = "proposal.member-died";
    static final String UNMATCHED = "proposal.match.summary";

    private static final String SET_ASIDE = "proposal.set-aside";
    private static final String DIFFERS = "proposal.match.differs";
    private static final String OTHER_CARD = "proposal.match.other-card";
    private static final String ANSWER = "proposal.match.";
    private static final String NO_ANSWER = ANSWER + "UNKNOWN";

    private static final List<String> ALL = Stream.concat(
                    Stream.of(DIED, MEMBER_DIED, UNMATCHED, SET_ASIDE, DIFFERS, OTHER_CARD, NO_ANSWER),
                    Arrays.stream(RegistryStatus.values()).map(OfficialWords::answer))
            .toList();

    private final MessageSource messages;
    private final DifferenceWords words;

    OfficialWords(MessageSource messages, DifferenceWords words) {
        this.messages = messages;
        this.words = words;
    }

    /** Another family of the register holds the person or the card. */
    public String setAside() {
        return say(SET_ASIDE);
    }

    /** What the civil registry answered about a number; {@code null} when it did not. */
    String answered(RegistryStatus status) {
        return say(status == null ? NO_ANSWER : answer(status));
    }

    /** What the civil registry has in a field instead; numbers stay masked, since many read it. */
    String differs(String field, String registered) {
        return say(DIFFERS, words.say(field, registered, false, SystemWords.OFFICIAL));
    }

    /** On which other family card the civil registry has a member whose family stands on several; masked as well. */
    String otherCard(String registered) {
        return say(OTHER_CARD, words.say(FieldDifference.FAMILY_CARD, registered, false, SystemWords.OFFICIAL));
    }

    /** The sentence behind one of the keys of this class. */
    String say(String key, Object... args) {
        return messages.getMessage(key, args, SystemWords.OFFICIAL);
    }

    @Override
    public Optional<String> in(Locale language, String official) {
        return ALL.stream()
                .flatMap(key -> read(key, official).map(args -> again(key, args, language)).stream())
                .findFirst();
    }

    /** The arguments with which the sentence was written; empty when it is another one. */
    private Optional<Object[]> read(String key, String official) {
        String pattern = messages.getMessage(key, null, SystemWords.OFFICIAL);
        ParsePosition end = new ParsePosition(0);
        Object[] args = new MessageFormat(pattern, SystemWords.OFFICIAL).parse(official, end);
        return args != null && end.getIndex() == official.length() ? Optional.of(args) : Optional.empty();
    }

    private String again(String key, Object[] args, Locale language) {
        Object[] said = key.equals(DIFFERS) || key.equals(OTHER_CARD)
                ? new Object[] {words.again((String) args[0], SystemWords.OFFICIAL, language)}
                : args;
        return messages.getMessage(key, said, language);
    }

    private static String answer(RegistryStatus status) {
        return ANSWER + status;
    }
}
