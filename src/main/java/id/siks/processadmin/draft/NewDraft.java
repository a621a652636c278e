package id.siks.processadmin.draft;

import id.siks.processadmin.check.ModelKind;

/**
 * A draft to be begun.
 *
 * @param base content in force it starts from, null for something new
 * @param note what is said about the first revision
 */
record NewDraft(ModelKind kind, String key, String room, String base, String content, String note) {}
