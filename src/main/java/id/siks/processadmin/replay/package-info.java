/**
 * Asks what a proposed decision table would have answered to the cases of the last period that was closed: how many get
 * another answer, and which. It reads what the case tables keep, never the engine's variables, starts nothing and keeps
 * nothing.
 *
 * <p>What is shown: an answer that fewer than five cases share is not shown apart (security requirement 22). Numbers of
 * cases are shown to those who see them in {@code run} already, except for the signs of poverty: with these a number would
 * say how a family lives.
 */
package id.siks.processadmin.replay;
