package id.siks.finalization.model;

import id.siks.casework.BatchMember;
import id.siks.casework.CaseRef;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What can be checked about a sealed list without a person: nothing was changed, nobody is in the register already. */
@Component
public class Integrity {

    private static final int AT_ONCE = 500;

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
        Map<CaseRef, String> faults = new TreeMap<>((one, other) -> one.value().compareTo(other.value()));
        for (int from = 0; from < list.size(); from += AT_ONCE) {
            faults.putAll(members.getObject().faults(list.subList(from, Math.min(from + AT_ONCE, list.size()))));
        }
        boolean unchanged = hash.ofWrittenLines(period).equals(rows.sha256(period));
        return new Report(list.size(), unchanged, hash.changedLines(period), faults);
    }

    /**
     * What the check found.
     *
     * @param checked how many cases were looked at
     * @param hashUnchanged true when the list still has the hash the regent confirmed
     * @param changed cases whose line is no longer the ratified one
     * @param faults cases that cannot be determined, with the key of why
     */
    public record Report(int checked, boolean hashUnchanged, List<CaseRef> changed, Map<CaseRef, String> faults) {

        /** True when nothing was found. */
        public boolean clean() {
            return hashUnchanged && changed.isEmpty() && faults.isEmpty();
        }
    }
}
