package id.siks.worklist.list;

import id.siks.casework.CaseRef;
import id.siks.identity.Actor;
import id.siks.identity.Limit;
import id.siks.identity.Limits;
import id.siks.proposal.Proposals;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Understands what somebody typed into the search box: the number of a case, of a person or a card, or a name. */
@Service
class CaseSearch {

    private final Proposals proposals;
    private final Limits limits;

    CaseSearch(Proposals proposals, Limits limits) {
        this.proposals = proposals;
        this.limits = limits;
    }

    /**
     * The cases a number means, as {@link ListFilter#CASE} holds them; null when the text is no number. A NIK or family
     * card is asked of the room that knows it, counts as a look-up, and goes no further than here.
     */
    String cases(String typed, Actor actor) {
        String text = typed.strip().toUpperCase(Locale.ROOT);
        if (CaseRef.isShaped(text)) {
            return text;
        }
        String digits = text.replaceAll("[ .-]", "");
        if (!digits.matches("\\d{16}")) {
            return null;
        }
        limits.use(Limit.NIK_LOOKUP, actor);
        List<CaseRef> found = proposals.casesOf(digits, actor);
        return found.isEmpty()
                ? ListFilter.NO_CASE
                : found.stream().map(CaseRef::value).collect(Collectors.joining(","));
    }
}
