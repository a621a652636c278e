/** One deed done to many pieces of work, with an answer for each. */
package id.siks.worklist.bulk;
