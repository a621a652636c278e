package id.siks.processadmin.release;

import id.siks.platform.Sha256;
import id.siks.processadmin.release.Release.Act;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is done with releases, in the database; all of it is entered in the same transaction. */
@Repository
class ReleaseChanges {

    private final JdbcClient db;
    private final ReleaseEntries entries;

    ReleaseChanges(JdbcClient db, ReleaseEntries entries) {
        this.db = db;
        this.entries = entries;
    }

    long propose(Proposal proposal, Long by, Instant at) {
        long id = db.sql(
                        """
                        insert into processadmin.release (kind, key, room, source, draft_id, again_of, base_id, content,
                          sha256, state, proposed_by, proposed_at, note)
                        values (:kind, :key, :room, :source, :draft, :again, :base, :content, :hash, 'PROPOSED', :by, :at,
                          :note) returning release_id""")
                .param("kind", proposal.kind().name())
                .param("key", proposal.key())
                .param("room", proposal.room())
                .param("source", proposal.source().name())
                .param("draft", proposal.draftId())
                .param("again", proposal.againOf())
                .param("base", proposal.baseId())
                .param("content", proposal.content())
                .param("hash", Sha256.hex(proposal.content()))
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("note", proposal.note())
                .query(Long.class)
                .single();
        entries.add(id, by, at, "PROPOSED", proposal.note());
        return id;
    }

    /**
     * Notes that it was released.
     *
     * @param persons accounts the decider counts as; the database itself refuses whoever had a hand in it
     */
    void release(Release release, int version, Start start, Act decision, Collection<Long> persons) {
        decide(release, ReleaseState.RELEASED, decision, persons, version, start);
    }

    /** As {@link #release}, that it was declined. */
    void decline(Release release, Act decision, Collection<Long> persons) {
        decide(release, ReleaseState.DECLINED, decision, persons, null, new Start(null, null));
    }

    private void decide(
            Release release, ReleaseState state, Act decision, Collection<Long> persons, Integer version, Start start) {
        db.sql(
                        """
                        update processadmin.release set state = :state, version = :version, effective_at = :effective,
                          opening_of = :opening, decided_by = :by, decided_as = :persons, decided_at = :at, reason = :reason where release_id = :id""")
                .param("state", state.name())
                .param("version", version)
                .param("effective", start.at() == null ? null : Timestamp.from(start.at()))
                .param("opening", start.openingOf())
                .param("by", decision.by())
                .param("persons", persons.toArray(Long[]::new))
                .param("at", Timestamp.from(decision.at()))
                .param("reason", decision.words())
                .param("id", release.id())
                .update();
        entries.add(release.id(), decision.by(), decision.at(), state.name(), decision.words());
    }

    /** Notes that the engine has it; {@code deploymentId} is null when it had the very same content already. */
    void deployed(Release release, String deploymentId, Instant at) {
        db.sql(
                        """
                        update processadmin.release set deployed_at = :at, deployment_id = :deployment
                        where release_id = :id""")
                .param("at", Timestamp.from(at))
                .param("deployment", deploymentId)
                .param("id", release.id())
                .update();
        entries.add(release.id(), null, at, "DEPLOYED", deploymentId == null ? "" : deploymentId);
    }

    /** Notes that its moment moved with the opening it waits for. */
    void move(Release release, Instant effectiveAt, Instant at) {
        db.sql("update processadmin.release set effective_at = :effective where release_id = :id")
                .param("effective", Timestamp.from(effectiveAt))
                .param("id", release.id())
                .update();
        entries.add(release.id(), null, at, "MOVED", effectiveAt.toString());
    }

    /** Notes that it could not take effect; it is not tried again. */
    void failed(Release release, Release.Cause cause, Instant at) {
        db.sql("update processadmin.release set failed_at = :at, failure = :cause where release_id = :id")
                .param("at", Timestamp.from(at))
                .param("cause", cause.name())
                .param("id", release.id())
                .update();
        entries.add(release.id(), null, at, "FAILED", cause.name());
    }

    /** Notes that this version of the application refuses what is in force; false when that was known. */
    boolean unfit(long id, String application, Instant at) {
        return db.sql(
                                "insert into processadmin.release_unfit (release_id, application, at) values (:id, :application, :at)"
                                        + " on conflict do nothing")
                        .param("id", id)
                        .param("application", application)
                        .param("at", Timestamp.from(at))
                        .update()
                > 0;
    }

    /** Notes that this version of the application does not refuse it, or not any more. */
    void fits(long id, String application) {
        db.sql("delete from processadmin.release_unfit where release_id = :id and application = :application")
                .param("id", id)
                .param("application", application)
                .update();
    }
}
