/** What the diagrams tell casework. */
package id.siks.casework.process;
