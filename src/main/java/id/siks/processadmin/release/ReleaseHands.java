package id.siks.processadmin.release;

import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who had a hand in a release and does not decide about it: whoever proposed it and everybody who saved the draft it was made
 * from; of a roll-back also those of what it brings back.
 */
@Repository
class ReleaseHands {

    private static final String HANDS =
            """
            with recursive line (release_id, proposed_by, draft_id, again_of) as (
              select release_id, proposed_by, draft_id, again_of from processadmin.release where %s
              union
              select line.release_id, was.proposed_by, was.draft_id, was.again_of
              from line join processadmin.release was on was.release_id = line.again_of),
            hand (release_id, account_id) as (
              select release_id, proposed_by from line where proposed_by is not null
              union
              select line.release_id, saved.by from line join processadmin.draft_revision saved using (draft_id))
            """;

    private static final String OF = HANDS.formatted("release_id = :id") + "select account_id from hand";

    private static final String WAITING = HANDS.formatted("state = 'PROPOSED'")
            + """
            select count(*) from processadmin.release
            where state = 'PROPOSED'
              and release_id not in (select release_id from hand where account_id = any(:persons))""";

    private final JdbcClient db;

    ReleaseHands(JdbcClient db) {
        this.db = db;
    }

    /** Accounts of those of one release; the application has none. */
    Set<Long> of(long release) {
        return db.sql(OF).param("id", release).query(Long.class).set();
    }

    /** How many proposals wait in which none of these accounts had a hand. */
    int waitingFor(Collection<Long> persons) {
        return db.sql(WAITING)
                .param("persons", persons.toArray(Long[]::new))
                .query(Integer.class)
                .single();
    }
}
