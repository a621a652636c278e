package id.siks.identity;

import id.siks.identity.OfficerRows.AssignmentRow;
import id.siks.identity.OfficerRows.Officer;
import id.siks.platform.Conflict;
import id.siks.platform.Faults;
import id.siks.platform.InvalidInput;
import id.siks.platform.NotFound;
import id.siks.platform.Sentences;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where accounts are kept: who works here, in which role, over which area. A keeper gives only what lies in his own
 * territory, and nothing to himself: his own assignments are another keeper's to decide (requirement 13).
 */
@Service
@Transactional
class OfficerDesk {

    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@-]{2,99}");
    private static final int LONGEST_NAME = 100;
    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 300;

    private final OfficerRows rows;
    private final Accounts accounts;
    private final AskedAssignments asking;

    OfficerDesk(OfficerRows rows, Accounts accounts, AskedAssignments asking) {
        this.rows = rows;
        this.accounts = accounts;
        this.asking = asking;
    }

    /** The account; {@link NotFound} when it lies outside of what {@code keeper} keeps. */
    @Transactional(readOnly = true)
    public Officer get(long accountId, Actor keeper) {
        return rows.find(keeper, accountId).orElseThrow(() -> new NotFound("account " + accountId));
    }

    /**
     * Somebody new may come in.
     *
     * @param asked as the page sent it; faults stand at {@code login}, {@code name}, {@code role} and {@code area}
     * @return his account
     */
    public long enrol(Asked asked, Actor keeper) {
        Faults faults = new Faults();
        String login = asked.login().toLowerCase(Locale.ROOT);
        if (!LOGIN.matcher(login).matches()) {
            faults.add("login", "identity.officer.error.login");
        }
        String name = faults.of(() -> name(asked.name()));
        Assignment first = asking.read(asked, keeper, faults);
        faults.refuse();
        long account = accounts.create(login, name)
                .orElseThrow(() -> InvalidInput.at("login", "identity.officer.error.taken"));
        accounts.grant(account, first, keeper.accountId());
        return account;
    }

    /** Gives one more assignment; faults stand at {@code role} and {@code area}. A closed account opens by it. */
    public void add(long accountId, Asked asked, Actor keeper) {
        held(accountId, keeper);
        Faults faults = new Faults();
        Assignment more = asking.read(asked, keeper, faults);
        faults.refuse();
        if (open(accountId).stream().anyMatch(assignment -> assignment.held().equals(more))) {
            throw InvalidInput.at("role", "identity.officer.error.held");
        }
        accounts.grant(accountId, more, keeper.accountId());
    }

    /**
     * Takes an assignment away; {@link Conflict} when it is over already.
     *
     * @param reason why, 10 to 300 characters; faults stand at {@code endReason}
     */
    public void end(long accountId, long assignmentId, String reason, Actor keeper) {
        held(accountId, keeper);
        String why = Sentences.required("endReason", reason, SHORTEST_REASON, LONGEST_REASON);
        AssignmentRow over = open(accountId).stream()
                .filter(assignment -> assignment.id() == assignmentId)
                .findFirst()
                .orElseThrow(() -> Conflict.because("identity.officer.error.over"));
        accounts.end(accountId, over.held(), keeper.accountId(), why);
    }

    /** Corrects how somebody is called; faults stand at {@code name}. */
    public void rename(long accountId, String asked, Actor keeper) {
        held(accountId, keeper);
        accounts.rename(accountId, name(asked));
    }

    /** Closes the account at once, with all its assignments; {@link Conflict} when it is closed already. */
    public void close(long accountId, Actor keeper) {
        if (!held(accountId, keeper).enabled()) {
            throw Conflict.because("identity.officer.error.closed");
        }
        accounts.disable(accountId, keeper.accountId());
    }

    /** The account, with nobody else changing it meanwhile; one's own is refused. */
    private Officer held(long accountId, Actor keeper) {
        rows.hold(accountId);
        Officer officer = get(accountId, keeper);
        if (accountId == keeper.accountId()) {
            throw Conflict.because("identity.officer.error.own");
        }
        return officer;
    }

    private List<AssignmentRow> open(long accountId) {
        return rows.assignments(List.of(accountId), false);
    }

    private static String name(String asked) {
        String name = asked.replaceAll("\\s+", " ");
        if (name.length() < 2 || name.length() > LONGEST_NAME) {
            throw InvalidInput.at("name", "identity.officer.error.name", LONGEST_NAME);
        }
        return name;
    }

    /** What a page asked for, as text; what it did not send is empty, only {@code nation} is null unless it was ticked. */
    record Asked(String login, String name, String role, String area, String nation) {

        Asked {
            login = text(login);
            name = text(name);
            role = text(role);
            area = text(area);
        }

        private static String text(String sent) {
            return sent == null ? "" : sent.strip();
        }
    }
}
