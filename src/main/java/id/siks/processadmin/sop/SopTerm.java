package id.siks.processadmin.sop;

import id.siks.casework.TaskTerm;

/**
 * How long a task may take.
 *
 * @param when for which cases, in the words of the table; null for all
 * @param term working days and ladder
 */
record SopTerm(String when, TaskTerm term) {}
