/** What supervisors see: what is late, where, with whom; the processes as pictures; villages compared. */
package id.siks.worklist.board;
