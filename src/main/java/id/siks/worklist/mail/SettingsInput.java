package id.siks.worklist.mail;

import id.siks.platform.Faults;
import id.siks.platform.InvalidInput;
import id.siks.worklist.notice.NoticeSettings;
import id.siks.worklist.notice.Rhythm;
import id.siks.worklist.notice.Topic;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Reads how somebody wants to be told from what the page sent. */
final class SettingsInput {

    private static final Set<String> LANGUAGES = Set.of("id", "en");

    private final Asked asked;
    private final Faults faults = new Faults();

    private SettingsInput(Asked asked) {
        this.asked = asked;
    }

    /** The choice; {@link InvalidInput} names every field that makes no sense. */
    static NoticeSettings read(Asked asked) {
        return new SettingsInput(asked).read();
    }

    private NoticeSettings read() {
        Rhythm rhythm = rhythm();
        int daily = hour("dailyHour", asked.dailyHour());
        int from = hour("quietFrom", asked.quietFrom());
        int until = hour("quietUntil", asked.quietUntil());
        if (!LANGUAGES.contains(String.valueOf(asked.language()))) {
            faults.add("language", "worklist.settings.error.choose");
        }
        NoticeSettings read = new NoticeSettings(
                rhythm,
                daily,
                from,
                until,
                "true".equals(asked.freeDays()),
                asked.language(),
                without("mail", asked.mail(), topic -> true),
                without("home", asked.home(), Topic::isOptional));
        if (faults.isEmpty() && rhythm == Rhythm.DAILY && read.isQuiet(daily)) {
            faults.add("dailyHour", "worklist.settings.error.quiet", daily, from, until);
        }
        faults.refuse();
        return read;
    }

    private Rhythm rhythm() {
        return Arrays.stream(Rhythm.values())
                .filter(one -> one.name().equals(asked.rhythm()))
                .findFirst()
                .orElseGet(() -> {
                    faults.add("rhythm", "worklist.settings.error.choose");
                    return null;
                });
    }

    private int hour(String field, String text) {
        if (text == null || !text.matches("1?\\d|2[0-3]")) {
            faults.add(field, "worklist.settings.error.hour");
            return 0;
        }
        return Integer.parseInt(text);
    }

    /** Topics that are not ticked and need not be. */
    private Set<Topic> without(String field, List<String> ticked, Predicate<Topic> optional) {
        Set<Topic> off = EnumSet.allOf(Topic.class);
        off.removeIf(optional.negate());
        for (String name : ticked == null ? List.<String>of() : ticked) {
            boolean known =
                    Arrays.stream(Topic.values()).anyMatch(topic -> topic.name().equals(name));
            if (known) {
                off.remove(Topic.valueOf(name));
            } else {
                faults.add(field, "worklist.settings.error.choose");
                break;
            }
        }
        return Set.copyOf(off);
    }

    /** What the page sent: words of the choices, hours as text, the topics that are ticked. */
    record Asked(
            String rhythm,
            String dailyHour,
            String quietFrom,
            String quietUntil,
            String freeDays,
            String language,
            List<String> mail,
            List<String> home) {

        /** As the page shows a choice that was made before. */
        static Asked of(NoticeSettings chosen) {
            return new Asked(
                    chosen.rhythm().name(),
                    Integer.toString(chosen.dailyHour()),
                    Integer.toString(chosen.quietFrom()),
                    Integer.toString(chosen.quietUntil()),
                    Boolean.toString(chosen.freeDays()),
                    chosen.language(),
                    ticked(chosen.mailOff()),
                    ticked(chosen.homeOff()));
        }

        private static List<String> ticked(Set<Topic> off) {
            return Arrays.stream(Topic.values())
                    .filter(topic -> !off.contains(topic))
                    .map(Topic::name)
                    .toList();
        }
    }
}
