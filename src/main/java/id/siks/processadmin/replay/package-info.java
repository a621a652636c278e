/**
 * Asks what a proposed table or diagram would have meant for the cases of the last period that was closed: how many get
 * another answer or go another way, and which. Tables are asked what the case tables keep. Along a diagram each case is led
 * as far as its history tells: most values are never written down, but the way a case went tells what its gateways knew. It
 * changes no case and starts nothing; what it counts is kept, so that a restart loses none of it.
 *
 * <p>Asked of diagrams are those a family's case goes through, alone or with those a village's meeting heard, and that of the
 * regency's period. A period is a case of its own: led along the proposed diagram are the periods of that month, with a decree
 * or without.
 *
 * <p>What is shown: an answer that fewer than five cases share is not shown apart (security requirement 22). Numbers of
 * cases are shown to those who see them in {@code run} already, except for the signs of poverty: with these a number would
 * say how a family lives.
 */
package id.siks.processadmin.replay;
