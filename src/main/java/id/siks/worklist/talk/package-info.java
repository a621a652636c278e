/** What those who handle a case tell each other about it. */
package id.siks.worklist.talk;
