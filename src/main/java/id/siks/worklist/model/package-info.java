/**
 * Work items as they are kept: written in the transaction of the task, counted, compared with the engine; who waits for
 * news of them is told.
 */
package id.siks.worklist.model;
