/**
 * <b>Is</b> how the processes themselves are changed and watched: drafts, their check, their release, running cases and
 * their move to another version.
 * <b>Owns</b> schema {@code processadmin}: draft, draft_revision, draft_visit, release, release_entry, release_unfit, shipped,
 * incident_owner, run_deed, migration, migration_step, migration_branch, migration_case, migration_deed, bundle, bundle_part,
 * replay, replay_change, replay_case. <b>Asks</b> the rooms named below.
 * <b>Announces</b> {@code StepsFailed}, {@code ModelTroubled}, {@code ModelNews}.
 *
 * <p>Furniture: {@code check} says of a diagram, table or form whether the engine may ever see it and knows none of the
 * others; {@code draft} is where they are drawn; {@code release} is how a draft becomes what cases follow; {@code replay} asks closed cases again; {@code run} shows
 * what runs; {@code migration} moves running cases from one version to another; {@code bundle} carries models between
 * installations; {@code sop} prints the procedure of a process.
 */
@ApplicationModule(
        displayName = "Pengelolaan proses",
        allowedDependencies = {
            "platform",
            "area",
            "identity",
            "casework",
            "evidence",
            "register",
            "program",
            "fieldcheck",
            "finalization",
            "proposal",
            "worklist"
        })
package id.siks.processadmin;

import org.springframework.modulith.ApplicationModule;
