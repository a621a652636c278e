package id.siks.proposal.model;

import id.siks.casework.Reason;
import id.siks.casework.ReasonCode;
import id.siks.platform.BusinessTime;
import id.siks.proposal.Remark;
import id.siks.register.DifferenceWords;
import id.siks.register.FieldDifference;
import id.siks.register.MatchReport;
import id.siks.register.MatchStatus;
import id.siks.register.MemberMatch;
import id.siks.register.Persons;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Compares the family with the civil registry and writes down, field by field, what differs. */
@Component
class IdentityCheck {

    private static final Locale OFFICIAL = Locale.forLanguageTag("id");

    private final Persons persons;
    private final MessageSource messages;
    private final DifferenceWords words;
    private final BusinessTime time;

    IdentityCheck(Persons persons, MessageSource messages, DifferenceWords words, BusinessTime time) {
        this.persons = persons;
        this.messages = messages;
        this.words = words;
        this.time = time;
    }

    /** True when everybody matches; else the proposal says what does not. */
    boolean check(Proposal proposal) {
        MatchReport report = persons.match(proposal.family(), proposal.ref());
        if (report.allMatched()) {
            return true;
        }
        List<MemberMatch> unmatched = report.members().stream()
                .filter(m -> m.status() == MatchStatus.MISMATCHED)
                .toList();
        boolean oneCard = report.sharedCard().isPresent();
        List<Remark> remarks = unmatched.stream()
                .flatMap(m -> remarks(m, oneCard).stream())
                .distinct()
                .toList();
        proposal.mismatched(reason(unmatched), remarks, time.now());
        return false;
    }

    private Reason reason(List<MemberMatch> unmatched) {
        ReasonCode code = unmatched.stream()
                .map(MemberMatch::reason)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(ReasonCode.OTHER);
        return new Reason(code, text("proposal.match.summary", unmatched.size()));
    }

    private List<Remark> remarks(MemberMatch member, boolean oneCard) {
        if (member.differences().isEmpty()) {
            String key = "proposal.match."
                    + (member.registry() == null ? "UNKNOWN" : member.registry().name());
            return List.of(new Remark("members[" + member.index() + "].nik", text(key)));
        }
        return member.differences().stream()
                .map(d -> remark(member, d, oneCard))
                .toList();
    }

    private Remark remark(MemberMatch member, FieldDifference difference, boolean oneCard) {
        String at = "members[" + member.index() + "].";
        boolean card = FieldDifference.FAMILY_CARD.equals(difference.field());
        // The remark is kept and read by many: its numbers stay masked.
        String registered = words.say(difference.field(), difference.registered(), false, OFFICIAL);
        if (card && !oneCard) {
            return new Remark(at + "nik", text("proposal.match.other-card", registered));
        }
        return new Remark(
                card ? difference.field() : at + difference.field(), text("proposal.match.differs", registered));
    }

    private String text(String key, Object... args) {
        return messages.getMessage(key, args, OFFICIAL);
    }
}
