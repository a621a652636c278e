package id.siks.worklist.notice;

import java.util.Locale;
import java.util.Set;

/**
 * How somebody wants to be told.
 *
 * @param rhythm how often mail is sent
 * @param dailyHour hour of the daily mail, 0 to 23, on his wall
 * @param quietFrom first hour without mail, 0 to 23
 * @param quietUntil first hour with mail again, 0 to 23; the same as {@code quietFrom} for no quiet hours
 * @param freeDays true when days on which his offices stay closed are quiet, too
 * @param language {@code id} or {@code en}
 * @param mailOff what is not sent by mail
 * @param homeOff what is not shown on the first page
 */
public record NoticeSettings(
        Rhythm rhythm,
        int dailyHour,
        int quietFrom,
        int quietUntil,
        boolean freeDays,
        String language,
        Set<Topic> mailOff,
        Set<Topic> homeOff) {

    /** What holds for those who have not chosen. */
    public static final NoticeSettings USUAL =
            new NoticeSettings(Rhythm.AT_ONCE, 7, 20, 6, true, "id", Set.of(), Set.of());

    /** The language of his mails. */
    public Locale locale() {
        return Locale.forLanguageTag(language);
    }

    /** True when mail of that hour waits, were it not urgent. */
    public boolean isQuiet(int hour) {
        return quietFrom <= quietUntil
                ? hour >= quietFrom && hour < quietUntil
                : hour >= quietFrom || hour < quietUntil;
    }
}
