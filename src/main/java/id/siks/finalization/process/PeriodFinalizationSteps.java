package id.siks.finalization.process;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.finalization.PeriodView;
import id.siks.finalization.model.CutoffWarnings;
import id.siks.finalization.model.ListMatching;
import id.siks.finalization.model.PeriodBook;
import id.siks.finalization.model.PeriodWork;
import id.siks.platform.engine.EngineTimers;
import id.siks.platform.engine.EngineVariables;
import id.siks.platform.engine.ProcessSteps;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What the process tells the room, in the order of the diagram. */
@ProcessSteps("periodFinalization")
class PeriodFinalizationSteps {

    private final PeriodBook book;
    private final PeriodWork work;
    private final ListMatching matching;
    private final PeriodSequence sequence;
    private final CutoffWarnings warnings;
    private final EngineTimers timers;

    PeriodFinalizationSteps(
            PeriodBook book,
            PeriodWork work,
            ListMatching matching,
            PeriodSequence sequence,
            CutoffWarnings warnings,
            EngineTimers timers) {
        this.book = book;
        this.work = work;
        this.matching = matching;
        this.sequence = sequence;
        this.warnings = warnings;
        this.timers = timers;
    }

    /** Opens the period and plans the next one, so that there is always one to roll over to. */
    public void openPeriod(DelegateExecution execution) {
        PeriodView period = work.open(ref(execution));
        sequence.planAfter(period);
        spread(execution, PeriodFinalization.DISTRICTS, book.districts(period.regency()));
    }

    /** Tells which villages of the district finalise. District by district, because a regency may have more than 500. */
    public void gatherVillages(DelegateExecution execution) {
        AreaCode district = new AreaCode((String) execution.getVariable(EngineVariables.AREA_CODE));
        spread(execution, PeriodFinalization.VILLAGES, book.villagesOf(district));
    }

    /** Closes the villages' lists; what is not finalised goes on in the next period. */
    public void closeVillages(DelegateExecution execution) {
        CaseRef ref = ref(execution);
        PeriodView next = sequence.after(ref);
        sequence.villagesClosed(work.closeVillages(ref, next.ref()), next);
    }

    /** Freezes the regency's list; what is undecided goes on in the next period. */
    public void sealBatch(DelegateExecution execution) {
        CaseRef ref = ref(execution);
        int listed = work.seal(ref, sequence.after(ref).ref());
        say(execution, PeriodFinalization.EMPTY, listed == 0);
    }

    /** Compares the next cases of the list with the civil registry; a registry that is down is asked again later. */
    public void matchList(DelegateExecution execution) {
        say(execution, PeriodFinalization.MATCHED, matching.goOn(ref(execution)));
    }

    /** Lets the decree reach the next cases, in one of several lanes. */
    public void applyDetermination(DelegateExecution execution) {
        say(execution, PeriodFinalization.APPLIED, work.applyDetermination(ref(execution)));
    }

    /** Ends the period when every lane found nothing left. */
    public void concludePeriod(DelegateExecution execution) {
        work.conclude(ref(execution));
    }

    /** When somebody is warned of a cut-off first; asked when the period is planned. */
    public Date nextWarningAt(DelegateExecution execution) {
        return Date.from(warnings.nextAt(book.get(ref(execution))));
    }

    /** Warns of the cut-off that is near, and arms the timer for the next warning while there is a cut-off to come. */
    public void warnOfCutoff(DelegateExecution execution) {
        PeriodView period = book.lock(ref(execution));
        warnings.warn(period);
        if (warnings.goOn(period)) {
            timers.again(warnings.nextAt(period));
        }
    }

    private static void spread(DelegateExecution execution, String collection, List<AreaCode> areas) {
        say(execution, collection, areas.stream().map(AreaCode::value).toList());
    }

    // Local, so that neither branches nor lanes disturb each other.
    private static void say(DelegateExecution execution, String variable, Object value) {
        execution.setVariableLocal(variable, EngineVariables.passing(value));
    }

    private static CaseRef ref(DelegateExecution execution) {
        return new CaseRef(execution.getProcessBusinessKey());
    }
}
