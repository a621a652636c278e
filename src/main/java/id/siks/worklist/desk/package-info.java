/** One piece of work in somebody's hands: taken, done, given on, lent, put off, moved to a deputy. */
package id.siks.worklist.desk;
