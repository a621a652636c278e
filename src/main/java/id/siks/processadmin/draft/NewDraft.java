package id.siks.processadmin.draft;

/**
 * A draft to be begun.
 *
 * @param base content in force it starts from, null for something new
 * @param note what is said about the first revision
 */
record NewDraft(ModelKind kind, String key, String room, String base, String content, String note) {}
