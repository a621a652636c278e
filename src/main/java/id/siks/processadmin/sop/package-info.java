/**
 * The standard operating procedure of a process on paper, from the version that is released: its identity, its diagram, and a
 * table of its steps in the order of the flow with who acts, what he needs, how long he has and what comes of it. Form and
 * words follow the guideline of PermenPAN-RB 35/2012 (pelaksana; mutu baku: kelengkapan, waktu, output).
 *
 * <p>The list is for those who look after processes and those who oversee work; the paper itself is for everybody who is
 * signed in: it holds no personal data, and whoever works by a procedure may read it.
 */
package id.siks.processadmin.sop;
