package id.siks.proposal.model;

import id.siks.casework.CaseChanges.Change;
import id.siks.casework.CaseRef;
import id.siks.platform.FieldNames;
import id.siks.proposal.model.DecisionLog.Remarked;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** What reviewers said about single fields, also of what was handed in again since. */
@Component
class FieldRemarks {

    private final DecisionLog decisions;
    private final FieldNames names;

    FieldRemarks(DecisionLog decisions, FieldNames names) {
        this.decisions = decisions;
        this.names = names;
    }

    /**
     * Oldest first.
     *
     * @param replaced when each content but the last was replaced
     * @param people for each content the numbers of its members ({@link SamePeople})
     */
    List<Change> of(CaseRef ref, List<Instant> replaced, List<List<Integer>> people) {
        return decisions.remarks(ref).stream()
                .flatMap(said -> said.remarks().stream()
                        .map(remark -> new Change(
                                said.at(),
                                "field-remarked",
                                said.by(),
                                names.label(numbered(remark.field(), people.get(contentAt(said, replaced)))),
                                "",
                                remark.text())))
                .toList();
    }

    private static int contentAt(Remarked said, List<Instant> replaced) {
        return (int) replaced.stream().filter(at -> !at.isAfter(said.at())).count();
    }

    /** The member by his number instead of his place in the content the reviewer read. */
    private static String numbered(String field, List<Integer> people) {
        return MemberField.of(field)
                .filter(member -> member.place() < people.size())
                .map(member -> member.at(people.get(member.place()) - 1))
                .orElse(field);
    }
}
