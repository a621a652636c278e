/** The lists of work with their filters, and the page one starts from. */
package id.siks.worklist.list;
