/** What will be late, from the system's own history. */
package id.siks.worklist.forecast;
