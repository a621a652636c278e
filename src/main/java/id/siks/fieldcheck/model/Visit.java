package id.siks.fieldcheck.model;

import id.siks.fieldcheck.FieldCheckView.Finding;
import id.siks.fieldcheck.FieldCheckView.SignFinding;
import id.siks.fieldcheck.FieldCheckView.VisitView;
import id.siks.fieldcheck.VisitOutcome;
import id.siks.register.Place;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** One attempt to see a home. Written once, never changed; {@link VisitErasure} erases what was found. */
@Entity
@Table(schema = "fieldcheck", name = "visit")
class Visit {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "fieldcheck.visit")
    @SequenceGenerator(name = "fieldcheck.visit", sequenceName = "fieldcheck.visit_seq", allocationSize = 50)
    private Long id;

    private int attempt;
    private long visitedBy;
    private Instant visitedAt;
    private Instant recordedAt;

    @Enumerated(EnumType.STRING)
    private VisitOutcome outcome;

    private BigDecimal latitude;
    private BigDecimal longitude;

    @Column(name = "accuracy_m")
    private Integer accuracyM;

    private String otherRegisterId;
    private String note;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(schema = "fieldcheck", name = "answer", joinColumns = @JoinColumn(name = "visit_id"))
    @OrderBy("sign")
    private List<Answer> answers;

    protected Visit() {}

    Visit(int attempt, VisitReport report, List<String> claimedSigns, long visitedBy, Instant recordedAt) {
        this.attempt = attempt;
        this.visitedBy = visitedBy;
        this.visitedAt = report.visitedAt();
        this.recordedAt = recordedAt;
        this.outcome = report.outcome();
        this.otherRegisterId = report.otherRegisterId();
        this.note = report.note();
        this.answers = answers(report.findings(), claimedSigns);
        if (report.place() != null) {
            this.latitude = report.place().latitude();
            this.longitude = report.place().longitude();
            this.accuracyM = report.place().accuracyMetres();
        }
    }

    private static List<Answer> answers(Map<String, Finding> findings, List<String> claimedSigns) {
        return findings.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> new Answer(e.getKey(), claimedSigns.contains(e.getKey()), e.getValue()))
                .toList();
    }

    boolean found(VisitOutcome expected) {
        return outcome == expected;
    }

    long visitedBy() {
        return visitedBy;
    }

    int attempt() {
        return attempt;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    VisitView view() {
        Place place = latitude == null ? null : new Place(latitude, longitude, accuracyM, visitedAt);
        return new VisitView(
                attempt, visitedBy, visitedAt, recordedAt, outcome, place, findings(), otherRegisterId, note);
    }

    private List<SignFinding> findings() {
        return answers.stream()
                .map(Answer::view)
                .sorted(Comparator.comparing(SignFinding::sign))
                .toList();
    }
}
