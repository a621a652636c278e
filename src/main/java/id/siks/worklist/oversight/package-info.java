/** Over whose work somebody watches, and what he may do about it: remind, note, and who decides also pass it on and move its deadline. */
package id.siks.worklist.oversight;
