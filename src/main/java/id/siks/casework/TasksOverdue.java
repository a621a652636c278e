package id.siks.casework;

import java.util.List;

/**
 * Rungs of the ladders of tasks were reached in one transaction.
 *
 * @param tasks of which somebody is told, each once; not empty
 */
public record TasksOverdue(List<OverdueTask> tasks) {}
