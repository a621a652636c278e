package id.siks.proposal.model;

import id.siks.casework.BatchMember.Fault;
import id.siks.casework.CaseRef;
import id.siks.casework.ReasonCode;
import id.siks.evidence.AttachmentKind;
import id.siks.evidence.Attachments;
import id.siks.platform.FieldError;
import id.siks.proposal.model.TravelRows.Awaiting;
import id.siks.register.Families;
import id.siks.register.FamilyContent;
import id.siks.register.MatchReport;
import id.siks.register.MatchStatus;
import id.siks.register.MemberContent;
import id.siks.register.MemberMatch;
import id.siks.register.Persons;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What stands against determining proposals of a batch (glossary 2, articles 6 to 8; 9.2): a person or family card that is
 * active in the register already or in another case; somebody the civil registry knows differently or was not asked about
 * for 30 days; answers, photos or a place that are missing; a family of another village.
 */
@Component
public class BatchFaults {

    private static final String PLACE = "place.";

    private static final Fault ALREADY_ACTIVE = new Fault("already-active", ReasonCode.ALREADY_REGISTERED);
    private static final Fault DUPLICATE = new Fault("duplicate", ReasonCode.DUPLICATE_PERSON);
    private static final Fault REGISTRY_OLD = new Fault("registry-old", null);
    private static final Fault PLACE_MISSING = new Fault("place-missing", ReasonCode.LOCATION_IMPLAUSIBLE);
    private static final Fault INCOMPLETE = new Fault("incomplete", ReasonCode.OTHER);
    private static final Fault PHOTO_MISSING = new Fault("photo-missing", ReasonCode.EVIDENCE_MISSING);
    private static final Fault OTHER_VILLAGE = new Fault("other-village", ReasonCode.AREA_CODE_INVALID);

    private final TravelRows rows;
    private final OpenSubjects open;
    private final Families families;
    private final Persons persons;
    private final Completeness completeness;
    private final Attachments attachments;

    BatchFaults(
            TravelRows rows,
            OpenSubjects open,
            Families families,
            Persons persons,
            Completeness completeness,
            Attachments attachments) {
        this.rows = rows;
        this.open = open;
        this.families = families;
        this.persons = persons;
        this.completeness = completeness;
        this.attachments = attachments;
    }

    /** The faults by case, found with five statements however many cases there are. */
    public Map<CaseRef, List<Fault>> of(Collection<CaseRef> members) {
        Map<CaseRef, Awaiting> awaiting = rows.awaitingDetermination(members);
        Map<CaseRef, FamilyContent> contents = new LinkedHashMap<>();
        awaiting.forEach((ref, family) -> contents.put(ref, family.content()));
        Found found = new Found();
        open.holders(contents).forEach(held -> found.add(held.wantedBy(), DUPLICATE));
        twice(contents).forEach(ref -> found.add(ref, DUPLICATE));
        alreadyActive(contents, found);
        registry(contents, found);
        photos(contents.keySet(), found);
        awaiting.forEach((ref, family) -> content(ref, family, found));
        return found.faults;
    }

    private void alreadyActive(Map<CaseRef, FamilyContent> contents, Found found) {
        List<CaseRef> refs = List.copyOf(contents.keySet());
        var active = families.sharingNumbers(List.copyOf(contents.values()));
        for (int i = 0; i < refs.size(); i++) {
            if (!active.get(i).isEmpty()) {
                found.add(refs.get(i), ALREADY_ACTIVE);
            }
        }
    }

    private void registry(Map<CaseRef, FamilyContent> contents, Found found) {
        List<CaseRef> refs = List.copyOf(contents.keySet());
        List<MatchReport> reports = persons.lastReports(List.copyOf(contents.values()));
        for (int i = 0; i < refs.size(); i++) {
            MatchReport report = reports.get(i);
            Optional<MemberMatch> unmatched = report.members().stream()
                    .filter(m -> m.status() == MatchStatus.MISMATCHED)
                    .findFirst();
            if (unmatched.isPresent()) {
                found.add(
                        refs.get(i),
                        new Fault("registry-differs", unmatched.get().reason()));
            } else if (persons.isOld(report)) {
                found.add(refs.get(i), REGISTRY_OLD);
            }
        }
    }

    private void photos(Set<CaseRef> refs, Found found) {
        Map<String, Set<AttachmentKind>> kinds =
                attachments.kindsOf(refs.stream().map(CaseRef::value).toList());
        refs.stream()
                .filter(ref -> !kinds.getOrDefault(ref.value(), Set.of()).containsAll(Papers.REQUIRED_PHOTOS))
                .forEach(ref -> found.add(ref, PHOTO_MISSING));
    }

    private void content(CaseRef ref, Awaiting family, Found found) {
        Map<Boolean, List<FieldError>> errors = completeness.sinceHandedIn(family.content(), family.handedIn()).stream()
                .collect(Collectors.partitioningBy(error -> error.field().startsWith(PLACE)));
        if (!errors.get(true).isEmpty()) {
            found.add(ref, PLACE_MISSING);
        }
        if (!errors.get(false).isEmpty()) {
            found.add(ref, INCOMPLETE);
        }
        if (!family.village().equals(family.content().village())) {
            found.add(ref, OTHER_VILLAGE);
        }
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

    /** Faults as they are found, each once, by case number. */
    private static final class Found {

        private final Map<CaseRef, List<Fault>> faults =
                new TreeMap<>((one, other) -> one.value().compareTo(other.value()));

        void add(CaseRef ref, Fault fault) {
            List<Fault> known = faults.computeIfAbsent(ref, r -> new ArrayList<>());
            if (!known.contains(fault)) {
                known.add(fault);
            }
        }
    }
}
