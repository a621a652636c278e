/** Work as people read it in any list. */
package id.siks.worklist.row;
