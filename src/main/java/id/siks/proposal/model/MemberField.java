package id.siks.proposal.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of something that belongs to one member, {@code members[1].nik}.
 *
 * @param place the member's place in the family, from 0
 * @param rest what follows it, {@code .nik}
 */
record MemberField(int place, String rest) {

    private static final Pattern NAME = Pattern.compile("members\\[(\\d{1,4})](.*)");

    /** {@code field} taken apart; empty when it belongs to no member. */
    static Optional<MemberField> of(String field) {
        Matcher name = NAME.matcher(field);
        return name.matches()
                ? Optional.of(new MemberField(Integer.parseInt(name.group(1)), name.group(2)))
                : Optional.empty();
    }

    /** The same of the member at another place. */
    String at(int other) {
        return "members[" + other + "]" + rest;
    }
}
