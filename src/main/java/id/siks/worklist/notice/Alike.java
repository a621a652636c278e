package id.siks.worklist.notice;

import id.siks.area.Areas;
import id.siks.identity.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Which notices are told as one, so that a flood of them hides nothing else: those of the same kind and step, for the same
 * reason in the same words, from the same person and of the same day. What speaks of many by itself stands alone.
 */
@Component
class Alike {

    /** So many notices are looked at for one page, however many there are. */
    static final int LOOKED_AT = 500;

    /** The day of a notice, as SQL; {@code :zone} is where it begins. */
    static final String DAY = "(notice.at at time zone :zone)::date";

    /** What notices that are told as one have in common, as SQL. */
    static final String KEY =
            """
            jsonb_build_array(what, status, reason, sentence, milestone, rung, task_key, by_account, moved_to,
              %s, case when items is not null then notice_id end)"""
                    .formatted(DAY);

    private final Areas areas;

    Alike(Areas areas) {
        this.areas = areas;
    }

    /** Where the person's days begin. */
    String zone(Actor actor) {
        return areas.zoneOf(actor.home()).getId();
    }

    /** How many are told as one, as the reader is told it; {@code more} when there may be more than were looked at. */
    static String count(int n, boolean more) {
        return more ? n + "+" : Integer.toString(n);
    }

    static List<Long> numbers(ResultSet row, String column) throws SQLException {
        return List.of((Long[]) row.getArray(column).getArray());
    }
}
