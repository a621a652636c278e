package id.siks.proposal.model;

import id.siks.proposal.MeetingRoute;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One record of a meeting as the table keeps it when another takes its place.
 *
 * @param place null without minutes
 * @param attendance null without minutes
 * @param by account id of whoever recorded it
 */
record RecordRow(
        MeetingRoute route,
        LocalDate heldOn,
        String place,
        Integer attendance,
        List<VerdictRow> verdicts,
        long by,
        Instant at) {}
