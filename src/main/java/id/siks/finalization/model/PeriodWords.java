package id.siks.finalization.model;

import id.siks.casework.SystemSentences;
import id.siks.casework.SystemWords;
import id.siks.finalization.PeriodView;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a period is called among cases: written once in the official language, read in the reader's. */
@Component
class PeriodWords implements SystemSentences {

    private static final String CALLED = "finalization.period.called";
    private static final Pattern MONTHS = Pattern.compile("(?:\\p{L}+(?: \\d{4})?–)?\\p{L}+ \\d{4}");
    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    private final MessageSource messages;

    PeriodWords(MessageSource messages) {
        this.messages = messages;
    }

    /** {@code Periode November 2026}. */
    String official(PeriodView period) {
        return called(period.name(SystemWords.OFFICIAL), SystemWords.OFFICIAL);
    }

    @Override
    public Optional<String> in(Locale language, String official) {
        String before = called("", SystemWords.OFFICIAL);
        String months = official.startsWith(before) ? official.substring(before.length()) : "";
        boolean known = MONTHS.matcher(months).matches()
                && WORD.matcher(months).results().allMatch(word -> month(word.group())
                        .isPresent());
        return known
                ? Optional.of(called(
                        WORD.matcher(months).replaceAll(word -> month(word.group())
                                .map(month -> name(month, language))
                                .orElseThrow()),
                        language))
                : Optional.empty();
    }

    private static Optional<Month> month(String official) {
        return Stream.of(Month.values())
                .filter(month -> name(month, SystemWords.OFFICIAL).equals(official))
                .findFirst();
    }

    private static String name(Month month, Locale language) {
        return month.getDisplayName(TextStyle.FULL, language);
    }

    private String called(String months, Locale language) {
        return messages.getMessage(CALLED, new Object[] {months}, language);
    }
}
