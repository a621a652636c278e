package id.siks.finalization.model;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.finalization.Cadence;
import id.siks.finalization.Milestone;
import id.siks.finalization.PeriodState;
import id.siks.finalization.PeriodView;
import id.siks.platform.Refused;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;

/** One cycle of one regency. Its dates keep their order; its state goes forward only. */
@Entity
@Table(schema = "finalization", name = "period")
class Period {

    @Id
    @Column(name = "period_id")
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "period")
    @SequenceGenerator(name = "period", sequenceName = "finalization.period_seq", allocationSize = 50)
    private Long id;

    @Column(name = "case_ref")
    private String caseRef;

    @Column(name = "regency_code")
    private String regencyCode;

    private LocalDate month;

    @Enumerated(EnumType.STRING)
    private Cadence cadence;

    private String calendar;
    private String zone;

    @Enumerated(EnumType.STRING)
    private PeriodState state;

    @Column(name = "opens_at")
    private Instant opensAt;

    @Column(name = "village_cutoff_at")
    private Instant villageCutoffAt;

    @Column(name = "regency_cutoff_at")
    private Instant regencyCutoffAt;

    @Column(name = "determination_planned_at")
    private Instant determinationPlannedAt;

    @Version
    private long version;

    protected Period() {}

    Period(CaseRef ref, AreaCode regency, Dates dates, ZoneId zone) {
        this.caseRef = ref.value();
        this.regencyCode = regency.value();
        this.month = dates.month().atDay(1);
        this.cadence = dates.cadence();
        this.calendar = dates.calendar();
        this.zone = zone.getId();
        this.state = PeriodState.PLANNED;
        this.opensAt = dates.opensAt();
        this.villageCutoffAt = dates.villageCutoffAt();
        this.regencyCutoffAt = dates.regencyCutoffAt();
        this.determinationPlannedAt = dates.determinationPlannedAt();
    }

    Long id() {
        return id;
    }

    /** Goes from {@code from} to {@code to}; an engine that calls twice meets the state it made. */
    void progress(PeriodState from, PeriodState to) {
        if (state != from) {
            throw new IllegalStateException("Period " + caseRef + " is " + state + ", not " + from);
        }
        state = to;
    }

    /**
     * Gives {@code milestone} another date; those before and after it keep theirs and the order must hold.
     *
     * @param now by the database's clock (requirement 28)
     */
    void move(Milestone milestone, Instant to, Instant now) {
        if (isPast(milestone)) {
            throw Refused.because("finalization.error.milestone-past");
        }
        if (hasCome(milestone, now)) {
            throw Refused.because("finalization.error.milestone-passing");
        }
        Map<Milestone, Instant> dates = new EnumMap<>(Milestone.class);
        for (Milestone each : Milestone.values()) {
            dates.put(each, each == milestone ? to : view().at(each));
        }
        boolean ordered = dates.get(Milestone.OPENING).isBefore(dates.get(Milestone.VILLAGE_CUTOFF))
                && !dates.get(Milestone.VILLAGE_CUTOFF).isAfter(dates.get(Milestone.REGENCY_CUTOFF))
                && !dates.get(Milestone.REGENCY_CUTOFF).isAfter(dates.get(Milestone.DETERMINATION));
        if (!ordered) {
            throw Refused.because("finalization.error.milestone-order");
        }
        switch (milestone) {
            case OPENING -> opensAt = to;
            case VILLAGE_CUTOFF -> villageCutoffAt = to;
            case REGENCY_CUTOFF -> regencyCutoffAt = to;
            case DETERMINATION -> determinationPlannedAt = to;
        }
    }

    // Its timer fires a moment later, after a restart much later; what it decides has been decided by the clock
    // already. The decree has no timer: its day is a plan.
    private boolean hasCome(Milestone milestone, Instant now) {
        return milestone != Milestone.DETERMINATION && !now.isBefore(view().at(milestone));
    }

    private boolean isPast(Milestone milestone) {
        return switch (milestone) {
            case OPENING -> state != PeriodState.PLANNED;
            case VILLAGE_CUTOFF -> state != PeriodState.PLANNED && state != PeriodState.OPEN;
            case REGENCY_CUTOFF -> !state.isUnsealed();
            case DETERMINATION -> state.isFinal();
        };
    }

    PeriodView view() {
        return new PeriodView(
                new CaseRef(caseRef),
                new AreaCode(regencyCode),
                YearMonth.from(month),
                cadence,
                calendar,
                state,
                opensAt,
                villageCutoffAt,
                regencyCutoffAt,
                determinationPlannedAt,
                ZoneId.of(zone),
                version);
    }
}
