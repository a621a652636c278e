package id.siks.proposal.model;

import id.siks.casework.CaseChanges.Change;
import id.siks.casework.CaseRef;
import id.siks.platform.FieldNames;
import id.siks.proposal.model.DecisionLog.Remarked;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What reviewers said about single fields, also of what was handed in again since. */
@Component
class FieldRemarks {

    private static final Pattern MEMBER = Pattern.compile("members\\[(\\d+)](.*)");

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
        Matcher member = MEMBER.matcher(field);
        if (!member.matches() || Integer.parseInt(member.group(1)) >= people.size()) {
            return field;
        }
        int number = people.get(Integer.parseInt(member.group(1)));
        return "members[" + (number - 1) + "]" + member.group(2);
    }
}
