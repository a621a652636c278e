package id.siks.finalization.model;

import id.siks.casework.BatchMember;
import id.siks.casework.BatchMember.Fault;
import id.siks.casework.CaseRef;
import id.siks.casework.ReasonCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What can be checked about a sealed list without a person: that nothing was changed, and everything its members can tell
 * against being determined. What is found goes back to the regency (glossary 2, articles 6 to 8); nothing of it is
 * accepted.
 */
@Component
public class Integrity {

    private static final int AT_ONCE = 500;
    private static final Fault LINE_CHANGED = new Fault("line-changed", ReasonCode.OTHER);

    private final BatchItems items;
    private final BatchRows rows;
    private final ListHash hash;
    private final ObjectProvider<BatchMember> members;

    Integrity(BatchItems items, BatchRows rows, ListHash hash, ObjectProvider<BatchMember> members) {
        this.items = items;
        this.rows = rows;
        this.hash = hash;
        this.members = members;
    }

    /** Checks the sealed list of a period as it is now. */
    public Report check(CaseRef period) {
        List<CaseRef> list =
                items.sealed(period).stream().map(BatchItems.Item::ref).toList();
        Map<CaseRef, List<Fault>> faults = new TreeMap<>(Comparator.comparing(CaseRef::value));
        for (int from = 0; from < list.size(); from += AT_ONCE) {
            faults.putAll(members.getObject().faults(list.subList(from, Math.min(from + AT_ONCE, list.size()))));
        }
        for (CaseRef changed : hash.changedLines(period)) {
            List<Fault> known = new ArrayList<>(List.of(LINE_CHANGED));
            known.addAll(faults.getOrDefault(changed, List.of()));
            faults.put(changed, known);
        }
        boolean unchanged = hash.ofWrittenLines(period).equals(rows.sha256(period));
        return new Report(list.size(), rows.matchedAt(period), unchanged, faults);
    }

    /**
     * What the check found.
     *
     * @param checked how many cases were looked at
     * @param matchedAt when the list was last compared with the civil registry to its end, or null
     * @param hashUnchanged true when the list still has the hash the regent confirmed
     * @param faults cases that cannot be determined, by number, with all that stands against each
     */
    public record Report(int checked, Instant matchedAt, boolean hashUnchanged, Map<CaseRef, List<Fault>> faults) {

        private static final int MOST_SHOWN = 100;

        /** True when nothing was found. */
        public boolean clean() {
            return hashUnchanged && faults.isEmpty();
        }

        /** The first cases with a fault, those that have to go back before the others; as they go, others take their place. */
        public Map<CaseRef, List<Fault>> shown() {
            Map<CaseRef, List<Fault>> shown = new LinkedHashMap<>();
            Stream.of(true, false)
                    .flatMap(back -> faults.entrySet().stream().filter(one -> goesBack(one.getValue()) == back))
                    .limit(MOST_SHOWN)
                    .forEach(one -> shown.put(one.getKey(), one.getValue()));
            return shown;
        }

        private static boolean goesBack(List<Fault> faults) {
            return faults.stream().anyMatch(fault -> fault.reason() != null);
        }

        /** How many cases have a fault with this key. */
        public long count(String key) {
            return faults.values().stream()
                    .filter(of -> of.stream().anyMatch(fault -> fault.key().equals(key)))
                    .count();
        }

        /** The keys of what was found, each once. */
        public List<String> kinds() {
            return faults.values().stream()
                    .flatMap(List::stream)
                    .map(Fault::key)
                    .distinct()
                    .sorted()
                    .toList();
        }
    }
}
