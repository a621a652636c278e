/** What people are told. */
package id.siks.worklist.notice;
