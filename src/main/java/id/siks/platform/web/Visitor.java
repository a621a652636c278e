package id.siks.platform.web;

import java.util.List;
import java.util.Set;

/**
 * Who stands before the page, as far as the shell must know.
 *
 * @param id his account, by which an open page knows that it is still he who is signed in
 * @param name shown in the header
 * @param roles codes the access matrix speaks of
 * @param duties what he is and where, in words, for example {@code Operator desa – Padang Cahya, Balik Bukit}
 * @param withheld what he would be too, in words, had he proven better who he is
 */
public record Visitor(String id, String name, Set<String> roles, List<String> duties, List<String> withheld) {}
