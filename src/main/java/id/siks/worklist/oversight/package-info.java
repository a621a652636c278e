/** Over whose work somebody watches, and what he may do about it: pass it on, remind, note, move its deadline. */
package id.siks.worklist.oversight;
