package id.siks.proposal.model;

import id.siks.casework.CaseRef;
import id.siks.proposal.model.TravelRows.Awaiting;
import id.siks.register.FamilyContent;
import id.siks.register.MatchReport;
import id.siks.register.Persons;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks the civil registry again about families on their way to the decree. */
@Component
public class BatchMatching {

    private final TravelRows rows;
    private final Persons persons;

    BatchMatching(TravelRows rows, Persons persons) {
        this.rows = rows;
        this.persons = persons;
    }

    /** Asks about whoever has not matched within the last 30 days; the others are not asked about. */
    public void match(Collection<CaseRef> members) {
        Map<CaseRef, Awaiting> families = rows.awaitingDetermination(members);
        List<CaseRef> refs = List.copyOf(families.keySet());
        List<FamilyContent> contents =
                families.values().stream().map(Awaiting::content).toList();
        List<MatchReport> known = persons.lastReports(contents);
        for (int i = 0; i < refs.size(); i++) {
            if (!known.get(i).allMatched() || persons.isOld(known.get(i))) {
                persons.match(contents.get(i), refs.get(i));
            }
        }
    }
}
