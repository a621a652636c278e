package id.siks.worklist.board;

import id.siks.worklist.board.VillageFigures.Line;
import java.util.Locale;
import java.util.function.Predicate;

/** Which villages of an area are shown. */
enum VillageView {
    ALL(line -> true),
    NO_MEETING(line -> !line.hasMet()),
    IDLE(Line::isIdle),
    OFTEN_RETURNED(Line::isOftenReturned);

    private final Predicate<Line> shown;

    VillageView(Predicate<Line> shown) {
        this.shown = shown;
    }

    /** The view a request names; all of them for anything else. */
    static VillageView named(String name) {
        for (VillageView view : values()) {
            if (view.word().equals(name)) {
                return view;
            }
        }
        return ALL;
    }

    /** The name in addresses and message keys: {@code no-meeting}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean shows(Line line) {
        return shown.test(line);
    }
}
