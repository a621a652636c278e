package id.siks.proposal.model;

import id.siks.casework.CaseRef;
import id.siks.register.Families;
import id.siks.register.FamilyContent;
import id.siks.register.MemberContent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What stands against determining proposals of a batch: a person or family card that is active in the register already,
 * or that another open case or another family of the batch holds as well (glossary 7, invariants).
 */
@Component
public class BatchFaults {

    static final String ALREADY_ACTIVE = "already-active";
    static final String DUPLICATE = "duplicate";

    private final TravelRows rows;
    private final OpenSubjects open;
    private final Families families;

    BatchFaults(TravelRows rows, OpenSubjects open, Families families) {
        this.rows = rows;
        this.open = open;
        this.families = families;
    }

    /** The key of the fault by case, found with three statements however many cases there are. */
    public Map<CaseRef, String> of(Collection<CaseRef> members) {
        Map<CaseRef, FamilyContent> contents = rows.awaitingDetermination(members);
        Map<CaseRef, String> faults = new HashMap<>();
        open.holders(contents).forEach(held -> faults.put(held.wantedBy(), DUPLICATE));
        twice(contents).forEach(ref -> faults.put(ref, DUPLICATE));
        alreadyActive(contents).forEach(ref -> faults.put(ref, ALREADY_ACTIVE));
        return faults;
    }

    private List<CaseRef> alreadyActive(Map<CaseRef, FamilyContent> contents) {
        List<CaseRef> refs = List.copyOf(contents.keySet());
        var found = families.sharingNumbers(List.copyOf(contents.values()));
        List<CaseRef> active = new ArrayList<>();
        for (int i = 0; i < refs.size(); i++) {
            if (!found.get(i).isEmpty()) {
                active.add(refs.get(i));
            }
        }
        return active;
    }

    /** Both of two that share a number. */
    private static Set<CaseRef> twice(Map<CaseRef, FamilyContent> contents) {
        Map<String, CaseRef> firstWith = new HashMap<>();
        Set<CaseRef> twice = new HashSet<>();
        contents.forEach((ref, content) -> numbers(content).forEach(number -> {
            CaseRef other = firstWith.putIfAbsent(number, ref);
            if (other != null && !other.equals(ref)) {
                twice.add(other);
                twice.add(ref);
            }
        }));
        return twice;
    }

    private static Stream<String> numbers(FamilyContent content) {
        Stream<String> niks = content.members().stream().map(MemberContent::nik).filter(Objects::nonNull);
        return Stream.concat(Stream.of("KK " + content.familyCardNumber()), niks.map(nik -> "NIK " + nik));
    }
}
