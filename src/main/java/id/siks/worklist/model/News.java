package id.siks.worklist.model;

import id.siks.area.AreaCode;
import id.siks.identity.Role;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Work of this kind changed: as much of it as tells whose lists look different now.
 *
 * @param assignee account that has it, or null
 * @param askedBy account that waits for it, or null
 */
record News(Role role, AreaCode area, Long assignee, Long askedBy) {

    private static final Pattern SHAPE = Pattern.compile("([A-Z_]+),(\\d{2,10}),(\\d{0,18}),(\\d{0,18})");

    static News of(WorkItem item) {
        return new News(item.role(), item.area(), item.assignee(), item.askedBy());
    }

    /** What {@link #toString} wrote, perhaps a server of another version; empty for anything else. */
    static Optional<News> read(String text) {
        Matcher found = SHAPE.matcher(text);
        return found.matches() && AreaCode.isShaped(found.group(2))
                ? Role.named(found.group(1))
                        .map(role -> new News(
                                role, new AreaCode(found.group(2)), account(found.group(3)), account(found.group(4))))
                : Optional.empty();
    }

    boolean concerns(long account) {
        return assignee != null && assignee == account || askedBy != null && askedBy == account;
    }

    /** One word without a space. */
    @Override
    public String toString() {
        return role + "," + area + "," + text(assignee) + "," + text(askedBy);
    }

    private static String text(Long account) {
        return account == null ? "" : account.toString();
    }

    private static Long account(String text) {
        return text.isEmpty() ? null : Long.valueOf(text);
    }
}
