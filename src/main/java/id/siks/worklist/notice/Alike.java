package id.siks.worklist.notice;

import id.siks.area.Areas;
import id.siks.identity.Actor;
import org.springframework.stereotype.Component;

/**
 * Which notices are told as one, so that a flood of them hides nothing else: those of the same kind and step, for the same
 * reason in the same words, from the same person and of the same day. What speaks of many by itself stands alone.
 */
@Component
class Alike {

    /** What notices that are told as one have in common, as SQL; {@code :zone} is where the day begins. */
    static final String KEY =
            """
            jsonb_build_array(what, status, reason, sentence, milestone, rung, task_key, by_account, moved_to,
              (at at time zone :zone)::date,
              case when items is not null then notice_id end)""";

    private final Areas areas;

    Alike(Areas areas) {
        this.areas = areas;
    }

    /** Where the person's days begin. */
    String zone(Actor actor) {
        return areas.zoneOf(actor.home()).getId();
    }
}
