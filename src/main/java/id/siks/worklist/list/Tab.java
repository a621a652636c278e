package id.siks.worklist.list;

import java.util.Locale;
import java.util.stream.Stream;

/** The parts of the worklist. Labels are {@code worklist.tab.<name>} in small letters. */
enum Tab {
    TEAM,
    MINE,
    WAITING,
    DONE,
    TOUCHED;

    /** The tab of that name; the team's for anything else. */
    static Tab named(String name) {
        return Stream.of(values())
                .filter(tab -> tab.word().equals(name))
                .findFirst()
                .orElse(TEAM);
    }

    /** The name as it stands in addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
