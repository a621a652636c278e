package id.siks.worklist.forecast;

import id.siks.worklist.model.WorkItem;

/** An open piece of work and how many in a hundred comparable ones would be late. */
public record Risk(WorkItem item, int risk) {}
