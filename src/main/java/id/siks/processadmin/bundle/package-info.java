/**
 * Models on their way between installations: a bundle is a ZIP of released diagrams, tables and forms with a manifest that names
 * each with its hash. The same set gives the same bytes. What comes in becomes drafts, all of them or none, and is released
 * here like everything else: no bundle carries a release with it.
 */
package id.siks.processadmin.bundle;
