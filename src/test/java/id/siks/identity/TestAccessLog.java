package id.siks.identity;

import java.util.List;
import org.springframework.stereotype.Component;

/** The access log as an auditor of the whole nation reads it, for tests; newest first. */
@Component
public class TestAccessLog {

    private static final int MOST = 100;

    private final AccessSearch search;
    private final Actor auditor;

    TestAccessLog(AccessSearch search) {
        this.search = search;
        // He only reads, so he needs no account.
        this.auditor = new Actor(0, "Auditor Uji", List.of(Assignment.nation(Role.AUDITOR)));
    }

    /** Who saw this subject, by this very code. */
    public List<AccessEntry> about(String subject) {
        return search.entries(new AccessQuery(subject, null, null, null, null), null, auditor, MOST).stream()
                .filter(entry -> entry.subject().equals(subject))
                .toList();
    }

    /** Whom this account saw. */
    public List<AccessEntry> by(Actor actor) {
        return search.entries(new AccessQuery(null, actor.accountId(), null, null, null), null, auditor, MOST);
    }
}
