package id.siks.processadmin.run;

import id.siks.identity.Actor;
import id.siks.platform.Conflict;
import id.siks.platform.Sentences;
import id.siks.processadmin.run.Deeds.What;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stops a version of a process, so that no case begins with it, and lets it go on; if wanted, its running cases too. */
@Service
class VersionStops {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 300;

    private final Versions versions;
    private final RepositoryService engine;
    private final Deeds deeds;

    VersionStops(Versions versions, RepositoryService engine, Deeds deeds) {
        this.versions = versions;
        this.engine = engine;
        this.deeds = deeds;
    }

    /**
     * Stops the version.
     *
     * @param casesToo true to stop its running cases as well
     * @param reason why, 10 to 300 letters
     */
    @Transactional
    public void suspend(String key, int number, boolean casesToo, String reason, Actor by) {
        Version version = versions.get(key, number);
        String why = Sentences.required("reason", reason, SHORTEST, LONGEST);
        if (version.suspended()) {
            throw Conflict.because("processadmin.run.error.stopped");
        }
        engine.suspendProcessDefinitionById(version.id(), casesToo, null);
        deeds.note(What.SUSPENDED, version.about(), why, by.accountId());
    }

    /** Lets the version go on, and with it the cases that were stopped with it. */
    @Transactional
    public void activate(String key, int number, String reason, Actor by) {
        Version version = versions.get(key, number);
        String why = Sentences.required("reason", reason, SHORTEST, LONGEST);
        if (!version.suspended()) {
            throw Conflict.because("processadmin.run.error.not-stopped");
        }
        engine.activateProcessDefinitionById(version.id(), true, null);
        deeds.note(What.ACTIVATED, version.about(), why, by.accountId());
    }
}
