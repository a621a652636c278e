/** Periods and batches as they are kept; knows nothing of the engine. */
package id.siks.finalization.model;
