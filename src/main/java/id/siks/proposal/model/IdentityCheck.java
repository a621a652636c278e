package id.siks.proposal.model;

import id.siks.casework.Reason;
import id.siks.casework.ReasonCode;
import id.siks.platform.BusinessTime;
import id.siks.proposal.Remark;
import id.siks.register.FieldDifference;
import id.siks.register.MatchReport;
import id.siks.register.MatchStatus;
import id.siks.register.MemberMatch;
import id.siks.register.Persons;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Compares the family with the civil registry and writes down, field by field, what differs. */
@Component
class IdentityCheck {

    private final Persons persons;
    private final OfficialWords words;
    private final BusinessTime time;

    IdentityCheck(Persons persons, OfficialWords words, BusinessTime time) {
        this.persons = persons;
        this.words = words;
        this.time = time;
    }

    /** True when everybody matches; else the proposal says what does not. */
    boolean check(Proposal proposal) {
        MatchReport report = persons.match(proposal.family(), proposal.ref());
        if (report.allMatched()) {
            return true;
        }
        Finding finding = finding(report);
        proposal.mismatched(finding.reason(), finding.remarks(), time.now());
        return false;
    }

    /** What a report says against a family of which the registry knows somebody otherwise. */
    Finding finding(MatchReport report) {
        List<MemberMatch> unmatched = report.members().stream()
                .filter(m -> m.status() == MatchStatus.MISMATCHED)
                .toList();
        boolean oneCard = report.sharedCard().isPresent();
        List<Remark> remarks = unmatched.stream()
                .flatMap(m -> remarks(m, oneCard).stream())
                .distinct()
                .toList();
        return new Finding(reason(unmatched), remarks);
    }

    private Reason reason(List<MemberMatch> unmatched) {
        ReasonCode code = unmatched.stream()
                .map(MemberMatch::reason)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(ReasonCode.OTHER);
        return new Reason(code, words.say(OfficialWords.UNMATCHED, unmatched.size()));
    }

    private List<Remark> remarks(MemberMatch member, boolean oneCard) {
        if (member.differences().isEmpty()) {
            return List.of(new Remark("members[" + member.index() + "].nik", words.answered(member.registry())));
        }
        return member.differences().stream()
                .map(d -> remark(member, d, oneCard))
                .toList();
    }

    private Remark remark(MemberMatch member, FieldDifference difference, boolean oneCard) {
        String at = "members[" + member.index() + "].";
        boolean card = FieldDifference.FAMILY_CARD.equals(difference.field());
        return card && !oneCard
                ? new Remark(at + "nik", words.otherCard(difference.registered()))
                : new Remark(
                        card ? difference.field() : at + difference.field(),
                        words.differs(difference.field(), difference.registered()));
    }

    /** Why it comes back, and at which fields. */
    record Finding(Reason reason, List<Remark> remarks) {}
}
