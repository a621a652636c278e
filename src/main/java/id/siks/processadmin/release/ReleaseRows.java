package id.siks.processadmin.release;

import id.siks.processadmin.check.ModelKind;
import id.siks.processadmin.release.Release.Act;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Releases in the database; {@link ReleaseChanges} writes them. */
@Repository
class ReleaseRows {

    private static final String ALL = "select * from processadmin.release ";
    private static final String LAST_DEPLOYED =
            ALL + "where state = 'RELEASED' and deployed_at is not null and kind = :kind and key = :key"
                    + " order by version desc limit 1";

    private final JdbcClient db;

    ReleaseRows(JdbcClient db) {
        this.db = db;
    }

    /**
     * Whoever releases or withdraws something waits until nobody else does: what is sound beside all that holds now may not be
     * beside what somebody else releases meanwhile. Comes before {@link #lock}, or two could wait for each other.
     */
    void lockAll() {
        db.sql("select pg_advisory_xact_lock(hashtextextended('processadmin.release', 0))")
                .query((row, number) -> true)
                .single();
    }

    /** Whoever changes what is in force of a model waits here until whoever was first has finished. */
    void lock(ModelKind kind, String key) {
        db.sql("select pg_advisory_xact_lock_shared(hashtextextended('processadmin.release', 0))")
                .query((row, number) -> true)
                .single();
        db.sql("select pg_advisory_xact_lock(hashtextextended(:what, 0))")
                .param("what", "processadmin.release " + kind + " " + key)
                .query((row, number) -> true)
                .single();
    }

    Optional<Release> find(long id) {
        return db.sql(ALL + "where release_id = :id")
                .param("id", id)
                .query(ReleaseRows::release)
                .optional();
    }

    /** What was proposed last of the draft; empty when it never was. */
    Optional<Release> lastOfDraft(long draft) {
        return db.sql(ALL + "where draft_id = :draft order by release_id desc limit 1")
                .param("draft", draft)
                .query(ReleaseRows::release)
                .optional();
    }

    /** What new cases follow; empty for what was withdrawn. */
    Optional<Release> inForce(ModelKind kind, String key) {
        return lastDeployed(kind, key).filter(release -> !release.withdraws());
    }

    /** The latest version whose moment has come, be it that the model was withdrawn with it. */
    Optional<Release> lastDeployed(ModelKind kind, String key) {
        return db.sql(LAST_DEPLOYED)
                .param("kind", kind.name())
                .param("key", key)
                .query(ReleaseRows::release)
                .optional();
    }

    /** The release decided last, whether its moment has come or not. */
    Optional<Release> newest(ModelKind kind, String key) {
        return db.sql(ALL + "where state = 'RELEASED' and kind = :kind and key = :key order by version desc limit 1")
                .param("kind", kind.name())
                .param("key", key)
                .query(ReleaseRows::release)
                .optional();
    }

    /** The release that holds as soon as the moment of what was decided has come; empty for what was withdrawn. */
    Optional<Release> last(ModelKind kind, String key) {
        return newest(kind, key).filter(Release::holds).or(() -> inForce(kind, key));
    }

    /** The latest version that had this content. */
    Optional<Release> released(ModelKind kind, String key, String hash) {
        return db.sql(ALL + "where state = 'RELEASED' and kind = :kind and key = :key and sha256 = :hash"
                        + " order by version desc limit 1")
                .param("kind", kind.name())
                .param("key", key)
                .param("hash", hash)
                .query(ReleaseRows::release)
                .optional();
    }

    /**
     * Those of one model: what waits first, then the latest version first.
     *
     * @param before only those behind the release of this number, or null
     */
    List<Release> ofModel(ModelKind kind, String key, Long before, int most) {
        return db.sql(
                        """
                        with placed as (
                          select *, (state = 'PROPOSED')::int as waits, coalesce(version, 0) as place
                          from processadmin.release where kind = :kind and key = :key)
                        select * from placed
                        where :before::bigint is null or (waits, place, release_id)
                          < (select waits, place, release_id from placed where release_id = :before)
                        order by waits desc, place desc, release_id desc limit :most""")
                .param("kind", kind.name())
                .param("key", key)
                .param("before", before)
                .param("most", most)
                .query(ReleaseRows::release)
                .list();
    }

    /**
     * What waits for a second person, the oldest first.
     *
     * @param after only those behind the release of this number, or null
     */
    List<Release> waiting(Long after, int most) {
        return db.sql(
                        """
                        select * from processadmin.release
                        where state = 'PROPOSED' and (:after::bigint is null or (proposed_at, release_id)
                          > (select proposed_at, release_id from processadmin.release where release_id = :after))
                        order by proposed_at, release_id limit :most""")
                .param("after", after)
                .param("most", most)
                .query(ReleaseRows::release)
                .list();
    }

    /** What the application brought of the model and nobody has decided about. */
    List<Release> broughtAndWaiting(ModelKind kind, String key) {
        return db.sql(ALL + "where state = 'PROPOSED' and source = 'SHIPPED' and kind = :kind and key = :key"
                        + " order by release_id")
                .param("kind", kind.name())
                .param("key", key)
                .query(ReleaseRows::release)
                .list();
    }

    /** True when the application brought this content beside that release, whatever was decided about it. */
    boolean isOffered(long base, String hash) {
        return db.sql("select exists (select 1 from processadmin.release"
                        + " where source = 'SHIPPED' and base_id = :base and sha256 = :hash)")
                .param("base", base)
                .param("hash", hash)
                .query(Boolean.class)
                .single();
    }

    /** The newest release of each model. */
    List<Release> newest() {
        return db.sql(
                        """
                        select distinct on (room, kind, key) * from processadmin.release
                        where state = 'RELEASED' order by room, kind, key, version desc""")
                .query(ReleaseRows::release)
                .list();
    }

    /** Names of the files of the models with whose newest release they were withdrawn. */
    Set<String> withdrawn() {
        return db.sql(
                        """
                        select kind, key from (
                          select distinct on (kind, key) kind, key, source from processadmin.release
                          where state = 'RELEASED' order by kind, key, version desc) newest
                        where source = 'WITHDRAWAL'""")
                .query((row, number) -> row.getString("key")
                        + ModelKind.valueOf(row.getString("kind")).ending())
                .set();
    }

    /** What is released and not with the engine yet, in the order of the decisions. */
    List<Release> pending() {
        return db.sql(ALL + "where state = 'RELEASED' and deployed_at is null and failed_at is null"
                        + " order by decided_at, release_id")
                .query(ReleaseRows::release)
                .list();
    }

    /** The same without what a later version in force has overtaken: that comes to nothing when its moment has come. */
    List<Release> ahead() {
        return db.sql(
                        """
                        select * from processadmin.release r
                        where state = 'RELEASED' and deployed_at is null and failed_at is null and not exists (
                          select 1 from processadmin.release later
                          where later.kind = r.kind and later.key = r.key and later.version > r.version
                            and later.state = 'RELEASED' and later.deployed_at is not null)
                        order by decided_at, release_id""")
                .query(ReleaseRows::release)
                .list();
    }

    /** What is released and whose moment has come, in the order of the decisions. */
    List<Release> due(Instant now) {
        return db.sql(ALL
                        + "where state = 'RELEASED' and deployed_at is null and failed_at is null and effective_at <= :now"
                        + " order by decided_at, release_id")
                .param("now", Timestamp.from(now))
                .query(ReleaseRows::release)
                .list();
    }

    /** Numbers of releases that version of the application refused when it looked last, in force or not. */
    Set<Long> unfit(String application) {
        return db.sql("select release_id from processadmin.release_unfit where application = :application")
                .param("application", application)
                .query(Long.class)
                .set();
    }

    private static Release release(ResultSet row, int number) throws SQLException {
        return new Release(
                row.getLong("release_id"),
                ModelKind.valueOf(row.getString("kind")),
                row.getString("key"),
                row.getString("room"),
                ReleaseSource.valueOf(row.getString("source")),
                row.getObject("draft_id", Long.class),
                row.getObject("again_of", Long.class),
                row.getObject("base_id", Long.class),
                row.getString("content"),
                row.getString("sha256"),
                ReleaseState.valueOf(row.getString("state")),
                act(row, "proposed", "note"),
                act(row, "decided", "reason"),
                row.getObject("version", Integer.class),
                start(row),
                instant(row, "deployed_at"),
                failure(row));
    }

    private static Start start(ResultSet row) throws SQLException {
        Instant at = instant(row, "effective_at");
        return at == null ? null : new Start(at, row.getString("opening_of"));
    }

    private static Release.Failure failure(ResultSet row) throws SQLException {
        Instant at = instant(row, "failed_at");
        return at == null ? null : new Release.Failure(at, Release.Cause.valueOf(row.getString("failure")));
    }

    private static Act act(ResultSet row, String deed, String words) throws SQLException {
        Instant at = instant(row, deed + "_at");
        return at == null ? null : new Act(row.getObject(deed + "_by", Long.class), at, row.getString(words));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
