package id.siks.finalization;

import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.casework.BatchMember;
import id.siks.casework.CaseOpened;
import id.siks.casework.CaseProgressed;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseRefs;
import id.siks.casework.CaseStatus;
import id.siks.casework.Reason;
import id.siks.identity.Actor;
import id.siks.platform.BusinessTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cases of the period tests, ready whenever a test says so. Whatever it did not make itself it hands to the room that
 * did, so that the tests of other rooms keep the real members.
 */
@Primary
@Component
@Transactional
public class RehearsedMembers implements BatchMember {

    private final ObjectProvider<BatchMember> others;
    private final ApplicationEventPublisher events;
    private final CaseRefs refs;
    private final BusinessTime time;
    // People knock at doors with cases of it at the same time.
    private final Map<CaseRef, Rehearsed> cases = new ConcurrentSkipListMap<>(Comparator.comparing(CaseRef::value));
    private final Map<CaseRef, Integer> determinations = new HashMap<>();
    private final Map<AreaCode, Integer> asked = new ConcurrentHashMap<>();
    private final List<CaseRef> failing = new ArrayList<>();
    private final List<CaseRef> matched = new ArrayList<>();
    private final Set<CaseRef> knownElsewhere = new HashSet<>();

    RehearsedMembers(
            ObjectProvider<BatchMember> others, ApplicationEventPublisher events, CaseRefs refs, BusinessTime time) {
        this.others = others;
        this.events = events;
        this.refs = refs;
        this.time = time;
    }

    /** Makes {@code number} cases of {@code village} that are ready to join a batch. */
    public List<CaseRef> ready(AreaCode village, int number) {
        return IntStream.range(0, number).mapToObj(i -> ready(village)).toList();
    }

    /** A meeting of the village that has agreed on families: a case, but nobody is registered by it. */
    public void meeting(AreaCode village) {
        open("VILLAGE_MEETING", village, CaseStatus.AGREED_BY_MEETING);
    }

    /** A family's case of the village about which the civil registry has not answered yet. */
    public void checking(AreaCode village) {
        open("NEW_REGISTRATION", village, CaseStatus.IDENTITY_CHECKING);
    }

    /** How often somebody has asked who is ready in the village. */
    public int timesAsked(AreaCode village) {
        return asked.getOrDefault(village, 0);
    }

    /** How often the decree reached the case. */
    public int determinationsOf(CaseRef ref) {
        return determinations.getOrDefault(ref, 0);
    }

    /** Where the case stands. */
    public String stateOf(CaseRef ref) {
        return cases.get(ref).state;
    }

    /** Changes what the list says about the case. */
    public void rename(CaseRef ref, String head) {
        cases.get(ref).head = head;
    }

    /** The account had a hand in the case. */
    public void worked(CaseRef ref, long account) {
        cases.get(ref).workers.add(account);
    }

    /** The register will not take this case. */
    public void knownElsewhere(CaseRef ref) {
        knownElsewhere.add(ref);
    }

    /** The next determination that meets this case fails once, after half of its work. */
    public void failOnceAt(CaseRef ref) {
        failing.add(ref);
    }

    private CaseRef ready(AreaCode village) {
        CaseRef ref = open("NEW_REGISTRATION", village, CaseStatus.AGREED_BY_MEETING);
        cases.put(ref, new Rehearsed(village));
        return ref;
    }

    private CaseRef open(String kind, AreaCode village, CaseStatus status) {
        CaseRef ref = refs.next("UJI", village);
        events.publishEvent(new CaseOpened(ref, kind, village, "Keluarga Uji", status, null, time.now()));
        return ref;
    }

    @Override
    public VillageList listOf(AreaCode village) {
        asked.merge(village, 1, Integer::sum);
        List<CaseRef> own = cases.entrySet().stream()
                .filter(c -> c.getValue().village.equals(village) && "READY".equals(c.getValue().state))
                .map(Map.Entry::getKey)
                .toList();
        VillageList others = other().map(o -> o.listOf(village))
                .findFirst()
                .orElse(new VillageList(List.of(), List.of(), List.of()));
        return own.isEmpty()
                ? others
                : new VillageList(
                        own.stream().filter(ref -> !comesBack(ref)).toList(),
                        own.stream().filter(this::comesBack).toList(),
                        others.blocked());
    }

    @Override
    public Map<AreaCode, List<CaseRef>> notListed(AreaCode regency) {
        Map<AreaCode, List<CaseRef>> waiting = new HashMap<>();
        other().forEach(o -> waiting.putAll(o.notListed(regency)));
        cases.forEach((ref, one) -> {
            if ("READY".equals(one.state) && one.village.isWithin(regency)) {
                waiting.computeIfAbsent(one.village, village -> new ArrayList<>())
                        .add(ref);
            }
        });
        return waiting;
    }

    @Override
    public void villageFinalized(List<CaseRef> members, String period, Actor by) {
        foreign(members)
                .ifPresentOrElse(
                        o -> o.villageFinalized(members, period, by),
                        () -> progress(members, "FINALIZED", "village-finalized", CaseStatus.VILLAGE_FINALIZED, null));
    }

    @Override
    public void keptOff(List<CaseRef> members) {
        foreign(members).ifPresentOrElse(o -> o.keptOff(members), () -> members.stream()
                .filter(this::comesBack)
                .forEach(ref ->
                        progress(List.of(ref), "KEPT_OFF", "returned", CaseStatus.RETURNED_TO_VILLAGE, Reasons.one())));
    }

    private boolean comesBack(CaseRef ref) {
        return cases.get(ref).wayBack && cases.get(ref).fault != null;
    }

    @Override
    public void returned(CaseRef member, Level from, Reason reason, Actor by) {
        foreign(List.of(member))
                .ifPresentOrElse(
                        o -> o.returned(member, from, reason, by),
                        () -> progress(
                                List.of(member),
                                "RETURNED_BY_" + from,
                                "returned",
                                CaseStatus.RETURNED_TO_VILLAGE,
                                reason));
    }

    @Override
    public void rejected(CaseRef member, Reason reason, Actor by) {
        foreign(List.of(member))
                .ifPresentOrElse(
                        o -> o.rejected(member, reason, by),
                        () -> progress(
                                List.of(member),
                                "REJECTED",
                                "rejected-by-ministry",
                                CaseStatus.REJECTED_BY_MINISTRY,
                                reason));
    }

    @Override
    public void rolledOver(List<CaseRef> members, String toPeriod) {
        foreign(members)
                .ifPresentOrElse(
                        o -> o.rolledOver(members, toPeriod),
                        () -> members.forEach(ref -> cases.get(ref).rolledOverTo = toPeriod));
    }

    @Override
    public List<CaseRef> determined(List<CaseRef> members, String decree) {
        return foreign(members).map(o -> o.determined(members, decree)).orElseGet(() -> reached(members));
    }

    private List<CaseRef> reached(List<CaseRef> members) {
        if (members.stream().anyMatch(failing::remove)) {
            throw new IllegalStateException("The light went out");
        }
        List<CaseRef> known = members.stream().filter(knownElsewhere::contains).toList();
        List<CaseRef> taken =
                members.stream().filter(ref -> !known.contains(ref)).toList();
        taken.forEach(ref -> determinations.merge(ref, 1, Integer::sum));
        progress(taken, "DETERMINED", "determined", CaseStatus.DETERMINED, null);
        known.forEach(ref -> returned(ref, Level.MINISTRY, Reasons.one(), null));
        return known;
    }

    @Override
    public Set<Long> workersOn(List<CaseRef> members) {
        return foreign(members).map(o -> o.workersOn(members)).orElseGet(() -> members.stream()
                .flatMap(ref -> cases.get(ref).workers.stream())
                .collect(Collectors.toSet()));
    }

    @Override
    public List<ListLine> lines(List<CaseRef> members) {
        return foreign(members).map(o -> o.lines(members)).orElseGet(() -> members.stream()
                .map(ref -> new ListLine(
                        ref,
                        cases.get(ref).village,
                        cases.get(ref).head,
                        // Without a name it is an erased one.
                        cases.get(ref).head.isEmpty() ? "" : "1804********0001",
                        "1804********0002",
                        "=Jalan Melati 12, RT 003/RW 001",
                        3,
                        2,
                        null))
                .toList());
    }

    /** What was asked of the civil registry, once per question. */
    public List<CaseRef> matched() {
        return List.copyOf(matched);
    }

    /** Something stands against determining this case from now on; null for nothing. */
    public void fault(CaseRef ref, Fault fault) {
        cases.get(ref).fault = fault;
    }

    /** Its diagram leads back from the village's list. */
    public void wayBack(CaseRef ref) {
        cases.get(ref).wayBack = true;
    }

    @Override
    public void match(List<CaseRef> members) {
        foreign(members).ifPresentOrElse(o -> o.match(members), () -> matched.addAll(members));
    }

    @Override
    public Map<CaseRef, List<Fault>> faults(List<CaseRef> members) {
        return foreign(members).map(o -> o.faults(members)).orElseGet(() -> members.stream()
                .filter(ref -> cases.get(ref).fault != null)
                .collect(Collectors.toMap(ref -> ref, ref -> List.of(cases.get(ref).fault))));
    }

    @Override
    public Set<CaseRef> unmatched(List<CaseRef> members) {
        return foreign(members).map(o -> o.unmatched(members)).orElseGet(() -> faults(members)
                .keySet());
    }

    /** The period the case was rolled over to, or null. */
    public String rolledOverTo(CaseRef ref) {
        return cases.get(ref).rolledOverTo;
    }

    private void progress(List<CaseRef> members, String state, String what, CaseStatus status, Reason reason) {
        members.forEach(ref -> cases.get(ref).state = state);
        events.publishEvent(new CaseProgressed(members, what, status, null, null, reason, null, time.now()));
    }

    private java.util.Optional<BatchMember> foreign(List<CaseRef> members) {
        return members.stream().allMatch(cases::containsKey) ? java.util.Optional.empty() : other().findFirst();
    }

    private java.util.stream.Stream<BatchMember> other() {
        return others.stream().filter(o -> !(o instanceof RehearsedMembers));
    }

    private static final class Rehearsed {

        private final AreaCode village;
        private final Set<Long> workers = new HashSet<>();
        private String state = "READY";
        private String head = "Siti Contoh";
        private String rolledOverTo;
        private Fault fault;
        private boolean wayBack;

        private Rehearsed(AreaCode village) {
            this.village = village.at(AreaLevel.VILLAGE);
        }
    }
}
