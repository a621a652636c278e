package id.siks.processadmin.run;

import id.siks.area.AreaCode;
import id.siks.casework.TimelineEntry;
import id.siks.identity.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A case at one moment of its history.
 *
 * @param number which moment, from 1
 * @param moments how many there are
 * @param at when it was
 * @param last true for the latest: how things stand now, or stood at the end
 * @param cut true when there was more before than is read: what is shown of early moments has gaps
 * @param version number of the version the case followed then
 * @param picture the diagram as SVG, safe to put into a page
 * @param happened what the case did in its diagram at this moment
 * @param events what people did in the case at this moment
 * @param there where the case was from this moment on
 * @param known routing values there were
 */
record Film(
        int number,
        int moments,
        Instant at,
        boolean last,
        boolean cut,
        int version,
        String picture,
        List<Happening> happened,
        List<TimelineEntry> events,
        List<Stay> there,
        List<KnownValue> known) {

    /** The case came to an element, left it, or was taken away from it; or it moved to the version {@code name}. */
    record Happening(How how, String name) {}

    /** How a case and an element of its diagram meet. */
    enum How {
        CAME,
        LEFT,
        CANCELLED,
        MOVED
    }

    /**
     * The case is at an element.
     *
     * @param since when it came
     * @param span how long it had been there
     * @param role who may act; null when nobody has to
     * @param area where his territory lies; null for the nation
     */
    record Stay(String name, Instant since, Duration span, Role role, AreaCode area) {}
}
