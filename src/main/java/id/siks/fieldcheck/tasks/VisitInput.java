package id.siks.fieldcheck.tasks;

import id.siks.casework.Reason;
import id.siks.casework.ReasonCode;
import id.siks.fieldcheck.FieldCheckView.Finding;
import id.siks.fieldcheck.VisitOutcome;
import id.siks.fieldcheck.model.VisitReport;
import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import id.siks.platform.Sentences;
import id.siks.platform.forms.FormInput;
import id.siks.register.Place;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads a visit from the checked values of its form; what no form can check is checked here, at the field. */
final class VisitInput {

    private static final int SHORTEST_NOTE = 10;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-yyyy");

    private final FormInput input;
    private final List<String> claimedSigns;
    private final VisitOutcome outcome;
    private final List<FieldError> errors = new ArrayList<>();

    VisitInput(FormInput input, List<String> claimedSigns) {
        this.input = input;
        this.claimedSigns = claimedSigns;
        this.outcome = VisitOutcome.of(input.text("outcome"));
        if (outcome == null) {
            throw InvalidInput.at("outcome", "platform.form.required");
        }
    }

    /** The visit, made between the day it was asked for and {@code now} as the clocks of {@code zone} show. */
    VisitReport report(ZoneId zone, Instant requestedAt, Instant now) {
        Instant visitedAt = visitedAt(zone, requestedAt, now);
        Place place = place(visitedAt);
        Map<String, Finding> findings = outcome == VisitOutcome.VERIFIED ? findings() : Map.of();
        String note = note();
        String other = outcome.namesOther() ? otherFamily() : null;
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return new VisitReport(outcome, visitedAt, place, findings, other, note, reason());
    }

    private Instant visitedAt(ZoneId zone, Instant requestedAt, Instant now) {
        LocalDate day = input.needed("visitedOn", LocalDate::parse);
        LocalTime at = input.needed("visitedTime", text -> LocalTime.parse(text.replace('.', ':')));
        Instant visitedAt = day.atTime(at).atZone(zone).toInstant();
        if (visitedAt.isAfter(now)) {
            errors.add(FieldError.of("visitedTime", "fieldcheck.error.visit-in-future"));
        }
        LocalDate requested = LocalDate.ofInstant(requestedAt, zone);
        if (day.isBefore(requested)) {
            errors.add(FieldError.of("visitedOn", "fieldcheck.error.visit-before-request", DAY.format(requested)));
        }
        return visitedAt;
    }

    private Place place(Instant visitedAt) {
        BigDecimal latitude = input.number("latitude");
        BigDecimal longitude = input.number("longitude");
        if (latitude == null && longitude == null) {
            if (outcome == VisitOutcome.VERIFIED) {
                errors.add(FieldError.of("latitude", "fieldcheck.error.place-missing"));
            }
            return null;
        }
        required("latitude");
        required("longitude");
        return new Place(latitude, longitude, input.integer("accuracy"), visitedAt);
    }

    private Map<String, Finding> findings() {
        Map<String, Finding> findings = new TreeMap<>();
        for (String sign : claimedSigns) {
            String finding = required("sign" + sign);
            if (finding != null) {
                findings.put(sign, Finding.valueOf(finding));
            }
        }
        input.options("otherSigns").forEach(sign -> findings.put(sign, Finding.CONFIRMED));
        return findings;
    }

    private String note() {
        String note = input.text("note");
        boolean needed = outcome != VisitOutcome.VERIFIED && outcome != VisitOutcome.TO_CORRECT;
        if (needed && (note == null || Sentences.isShort(note, SHORTEST_NOTE))) {
            errors.add(FieldError.of("note", "fieldcheck.error.note-too-short", SHORTEST_NOTE));
        }
        return note;
    }

    private String otherFamily() {
        String number = required("otherRegisterId");
        return number == null ? null : number.toUpperCase(Locale.ROOT);
    }

    private Reason reason() {
        return outcome == VisitOutcome.TO_CORRECT
                ? Reason.given(input.needed("reasonCode", ReasonCode::valueOf), input.text("reasonText"))
                : null;
    }

    private String required(String field) {
        String value = input.text(field);
        if (value == null) {
            errors.add(FieldError.of(field, "platform.form.required"));
        }
        return value;
    }
}
