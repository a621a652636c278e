package id.siks.proposal.model;

import id.siks.casework.CaseRef;
import id.siks.proposal.model.TravelRows.Awaiting;
import id.siks.register.FamilyContent;
import id.siks.register.MatchReport;
import id.siks.register.Persons;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    /** Those of the cases with a member the civil registry knows otherwise, as far as it was asked or has told. */
    public Set<CaseRef> unmatched(Collection<CaseRef> members) {
        Map<CaseRef, FamilyContent> families = rows.contents(members);
        List<CaseRef> refs = List.copyOf(families.keySet());
        List<MatchReport> known = persons.lastReports(List.copyOf(families.values()));
        return IntStream.range(0, refs.size())
                .filter(i -> known.get(i).anyMismatched())
                .mapToObj(refs::get)
                .collect(Collectors.toSet());
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
