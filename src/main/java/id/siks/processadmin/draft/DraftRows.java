package id.siks.processadmin.draft;

import id.siks.processadmin.check.ModelKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Drafts, their revisions and who has them open, in the database. */
@Repository
class DraftRows {

    private static final String UNDER_WAY =
            """
            select draft_id, kind, key, room, state, revision, base_sha256, '' as content,
              created_by, created_at, changed_by, changed_at
            from processadmin.draft where state in ('OPEN', 'PROPOSED')
            """;

    private final JdbcClient db;

    DraftRows(JdbcClient db) {
        this.db = db;
    }

    /**
     * Drafts under way without their content, the one changed last first.
     *
     * @param before only those behind the draft of this number, or null
     */
    List<Draft> underWay(Long before, int most) {
        return db.sql(
                        UNDER_WAY
                                + """
                        and (:before::bigint is null or (changed_at, draft_id)
                          < (select changed_at, draft_id from processadmin.draft where draft_id = :before))
                        order by changed_at desc, draft_id desc limit :most""")
                .param("before", before)
                .param("most", most)
                .query(DraftRows::draft)
                .list();
    }

    /** All drafts of a kind under way without their content, the one changed last first. */
    List<Draft> underWay(ModelKind kind) {
        return db.sql(UNDER_WAY + "and kind = :kind order by changed_at desc, draft_id desc")
                .param("kind", kind.name())
                .query(DraftRows::draft)
                .list();
    }

    /** The open draft of the model, the one changed last if there are several. */
    Optional<Long> open(ModelKind kind, String key) {
        return db.sql(
                        """
                        select draft_id from processadmin.draft where kind = :kind and key = :key and state = 'OPEN'
                        order by changed_at desc, draft_id desc limit 1""")
                .param("kind", kind.name())
                .param("key", key)
                .query(Long.class)
                .optional();
    }

    Optional<Draft> find(long id) {
        return db.sql("select * from processadmin.draft where draft_id = :id")
                .param("id", id)
                .query(DraftRows::draft)
                .optional();
    }

    /** Room of the model as it was drawn last; empty when nobody ever drew it. */
    Optional<String> room(ModelKind kind, String key) {
        return db.sql(
                        """
                        select room from processadmin.draft where kind = :kind and key = :key and state = 'RELEASED'
                        order by draft_id desc limit 1""")
                .param("kind", kind.name())
                .param("key", key)
                .query(String.class)
                .optional();
    }

    /** The draft, which nobody else changes until the transaction ends. */
    Optional<Draft> lock(long id) {
        return db.sql("select * from processadmin.draft where draft_id = :id for update")
                .param("id", id)
                .query(DraftRows::draft)
                .optional();
    }

    /** Whoever begins a draft of this model waits here until whoever was first has finished. */
    void lock(ModelKind kind, String key) {
        db.sql("select pg_advisory_xact_lock(hashtextextended(:what, 0))")
                .param("what", "processadmin.draft " + kind + " " + key)
                .query((row, number) -> true)
                .single();
    }

    long add(NewDraft draft, String baseHash, long by, Instant at) {
        long id = db.sql(
                        """
                        insert into processadmin.draft
                          (kind, key, room, state, base_sha256, content, created_by, created_at, changed_by, changed_at)
                        values (:kind, :key, :room, 'OPEN', :base, :content, :by, :at, :by, :at) returning draft_id""")
                .param("kind", draft.kind().name())
                .param("key", draft.key())
                .param("room", draft.room())
                .param("base", baseHash)
                .param("content", draft.content())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
        note(id, 1, draft.content(), draft.note(), by, at);
        return id;
    }

    /** Keeps the content as the next revision; answers its number. */
    int save(Draft draft, DraftState state, String content, String note, long by, Instant at) {
        int revision = draft.revision() + 1;
        db.sql(
                        """
                        update processadmin.draft set state = :state, content = :content, revision = :revision,
                          changed_by = :by, changed_at = :at where draft_id = :id""")
                .param("state", state.name())
                .param("content", content)
                .param("revision", revision)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("id", draft.id())
                .update();
        note(draft.id(), revision, content, note, by, at);
        return revision;
    }

    /** What became of it without a new save. */
    void put(long id, DraftState state) {
        db.sql("update processadmin.draft set state = :state where draft_id = :id")
                .param("state", state.name())
                .param("id", id)
                .update();
    }

    private void note(long id, int revision, String content, String note, long by, Instant at) {
        db.sql("insert into processadmin.draft_revision (draft_id, revision, content, note, by, at)"
                        + " values (:id, :revision, :content, :note, :by, :at)")
                .param("id", id)
                .param("revision", revision)
                .param("content", content)
                .param("note", note)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** The saves, the latest first. */
    List<DraftRevision> revisions(long id) {
        return db.sql("select revision, note, by, at from processadmin.draft_revision"
                        + " where draft_id = :id order by revision desc")
                .param("id", id)
                .query((row, number) -> new DraftRevision(
                        row.getInt("revision"),
                        row.getString("note"),
                        row.getLong("by"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /** What was noted at the last save of each of these drafts. */
    Map<Long, String> lastNotes(List<Long> ids) {
        Map<Long, String> notes = new HashMap<>();
        db.sql(
                        """
                        select draft_id, r.note from processadmin.draft_revision r
                        join processadmin.draft d using (draft_id, revision) where draft_id = any(:ids)""")
                .param("ids", ids.toArray(Long[]::new))
                .query(row -> {
                    notes.put(row.getLong("draft_id"), row.getString("note"));
                });
        return notes;
    }

    Optional<String> content(long id, int revision) {
        return db.sql("select content from processadmin.draft_revision where draft_id = :id and revision = :revision")
                .param("id", id)
                .param("revision", revision)
                .query(String.class)
                .optional();
    }

    void visit(long id, long account, Instant at) {
        db.sql(
                        """
                        insert into processadmin.draft_visit (draft_id, account_id, seen_at) values (:id, :account, :at)
                        on conflict (draft_id, account_id) do update set seen_at = excluded.seen_at""")
                .param("id", id)
                .param("account", account)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Accounts of others who have had the draft open since. */
    List<Long> others(long id, long account, Instant since) {
        return db.sql(
                        """
                        select account_id from processadmin.draft_visit
                        where draft_id = :id and account_id <> :account and seen_at > :since order by account_id""")
                .param("id", id)
                .param("account", account)
                .param("since", Timestamp.from(since))
                .query(Long.class)
                .list();
    }

    private static Draft draft(ResultSet row, int number) throws SQLException {
        return new Draft(
                row.getLong("draft_id"),
                ModelKind.valueOf(row.getString("kind")),
                row.getString("key"),
                row.getString("room"),
                DraftState.valueOf(row.getString("state")),
                row.getInt("revision"),
                row.getString("base_sha256"),
                row.getString("content"),
                row.getLong("created_by"),
                row.getTimestamp("created_at").toInstant(),
                row.getLong("changed_by"),
                row.getTimestamp("changed_at").toInstant());
    }
}
