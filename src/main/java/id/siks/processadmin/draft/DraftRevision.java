package id.siks.processadmin.draft;

import java.time.Instant;

/**
 * One save of a draft.
 *
 * @param note what its author said about it
 * @param by account
 */
public record DraftRevision(int revision, String note, long by, Instant at) {}
