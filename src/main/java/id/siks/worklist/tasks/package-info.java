/** Tasks that administrators have drawn into a diagram: any room's people do them, no room has a class for them. */
package id.siks.worklist.tasks;
