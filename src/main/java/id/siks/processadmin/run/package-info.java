/**
 * What runs: processes with their versions and cases, one case's way through its diagram, failed steps, the queue of jobs.
 * Nothing here names a person of a case.
 */
package id.siks.processadmin.run;
