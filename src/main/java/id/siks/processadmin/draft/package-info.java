/**
 * Where diagrams, decision tables and forms are drawn: what is in force can be opened as a draft, drafts are kept with
 * every save, and nothing that is saved here is ever shown to the engine.
 */
package id.siks.processadmin.draft;
