/**
 * Says of an uploaded diagram, decision table or form whether the engine may ever see it (security requirements 1 to 6). It
 * reads the file itself, by an allow-list, and never asks the engine to try it. What it refuses is listed, with an example
 * and a remedy each, in {@code src/docs/refusals.md}.
 */
package id.siks.processadmin.check;
