package id.siks.proposal.model;

import id.siks.register.FamilyContent;
import id.siks.register.MemberContent;
import java.util.Optional;

/** Finds the head among the members (relation code 1). */
final class HeadOfFamily {

    private static final int HEAD = 1;

    private HeadOfFamily() {}

    static Optional<MemberContent> of(FamilyContent content) {
        return content.members() == null
                ? Optional.empty()
                : content.members().stream()
                        .filter(m -> m.relationToHead() != null && m.relationToHead() == HEAD)
                        .findFirst();
    }

    /** The head's name as lists show it; empty while nobody is entered. */
    static String name(FamilyContent content) {
        return of(content)
                .map(MemberContent::fullName)
                .map(String::strip)
                .map(n -> n.length() > 100 ? n.substring(0, 100) : n)
                .orElse("");
    }
}
