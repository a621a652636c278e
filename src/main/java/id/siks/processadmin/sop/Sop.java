package id.siks.processadmin.sop;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * The procedure of one process, of the version new cases follow. It belongs to no regency.
 *
 * @param key id of the process
 * @param title what people call it
 * @param version number of the release
 * @param fingerprint first digits of the hash of the released file
 * @param proposedAt when this version was proposed
 * @param releasedAt when it was released
 * @param effectiveAt since when new cases follow it
 * @param releasedBy who released it; null for what the application brought
 * @param reason why it was released
 * @param roles who acts, names of roles, in the order of the flow
 * @param tables decision tables it is bound to
 * @param calls processes it calls, by name
 * @param sections the main flow first, then its parts
 */
record Sop(
        String key,
        String title,
        int version,
        String fingerprint,
        Instant proposedAt,
        Instant releasedAt,
        Instant effectiveAt,
        Long releasedBy,
        String reason,
        Set<String> roles,
        List<String> tables,
        List<String> calls,
        List<Section> sections) {

    /**
     * A flow of its own: the main one, or what stands in a box of the diagram.
     *
     * @param title name of the box; null for the main flow
     * @param steps in the order of the flow
     */
    record Section(String title, List<Step> steps) {}

    /**
     * One step.
     *
     * @param number counts through all sections, from 1
     * @param kind who or what does it
     * @param name what the diagram calls it
     * @param note what is to be done, in the words of who drew it; may be empty
     * @param role of whom; null unless a person does it
     * @param repeated true when it is done once for each of many
     * @param begins names of the events that begin the flow here
     * @param after numbers of the steps whose result arrives here
     * @param fields what the form asks for
     * @param terms how long it may take: the rule for all first, then exceptions; empty unless a person does it
     * @param ways where it goes on
     */
    record Step(
            int number,
            Kind kind,
            String name,
            String note,
            String role,
            boolean repeated,
            List<String> begins,
            List<Integer> after,
            List<Field> fields,
            List<SopTerm> terms,
            List<Way> ways) {}

    /** Who or what does a step. */
    enum Kind {
        PERSON,
        SYSTEM,
        TABLE,
        NEWS,
        MOMENT,
        TELLS,
        PART,
        PROCESS
    }

    /** How a way stands to the others: by answers only, taken at the same time, or whichever happens first. */
    enum Choice {
        ANSWERED,
        TOGETHER,
        FIRST
    }

    /** A field of a form. */
    record Field(String label, boolean required) {}

    /**
     * Where a step goes on.
     *
     * @param conditions answers that lead there, in the order they are asked; empty when nothing is asked
     * @param choice how it stands to the other ways
     * @param number of the next step; 0 when the flow ends there
     * @param name of the next step or the end; empty for an end nobody named
     */
    record Way(List<String> conditions, Choice choice, int number, String name) {}
}
