/** The seam with the engine: the only place of this room that knows it. */
package id.siks.finalization.process;
