/** What people are told, taken out of the house: when, in which words, and exactly once as far as mail allows. */
package id.siks.worklist.mail;
