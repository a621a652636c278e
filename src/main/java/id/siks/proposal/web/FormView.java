package id.siks.proposal.web;

import id.siks.platform.FieldError;
import id.siks.platform.Message;
import id.siks.proposal.Remark;
import java.util.List;
import java.util.Set;

/**
 * What a page needs to draw its fields: what is entered, and beside each field what others have to say about it.
 *
 * @param entered texts as typed, or as saved when nothing was typed yet
 * @param saved what is saved by now, when the page was stale; else the same as {@code entered}
 * @param errors faults that kept the form from being taken
 * @param warnings doubts
 * @param missing what the step still lacks
 * @param remarks of the reviewer who sent the proposal back
 */
record FormView(
        FieldValues entered,
        FieldValues saved,
        List<FieldError> errors,
        List<FieldError> warnings,
        List<FieldError> missing,
        List<Remark> remarks) {

    /** The text in the field. */
    public String value(String field) {
        return entered.one(field);
    }

    /** True when {@code code} is chosen or ticked in the field. */
    public boolean has(String field, String code) {
        return entered.all(field).contains(code);
    }

    /** True when somebody has saved something else in the meantime. */
    public boolean stale(String field) {
        return !Set.copyOf(saved.all(field)).equals(Set.copyOf(entered.all(field)));
    }

    /** What somebody has saved in the meantime. */
    public String newer(String field) {
        return saved.one(field);
    }

    /** The codes somebody has saved in the meantime. */
    public List<String> newerCodes(String field) {
        return saved.all(field);
    }

    /** Whether somebody has saved the field ticked in the meantime. */
    public boolean newerTick(String field) {
        return saved.all(field).contains("true");
    }

    /** True when the field kept the form from being taken. */
    public boolean bad(String field) {
        return errors.stream().anyMatch(e -> e.field().equals(field));
    }

    /** Doubts about the field. */
    public List<Message> doubts(String field) {
        return warnings.stream()
                .filter(w -> w.field().equals(field))
                .map(FieldError::message)
                .toList();
    }

    /** What the reviewer said about the field. */
    public List<String> remarks(String field) {
        return remarks.stream()
                .filter(r -> r.field().equals(field))
                .map(Remark::text)
                .toList();
    }

    /** Key of the label: members and their fields share one, whatever their place in the list. */
    public static String label(String field) {
        return "proposal.field." + field.replaceAll("^members\\[\\d+]\\.", "member.");
    }

    /** Key of the label of one code of a list. */
    public static String codeLabel(String list, String code) {
        return CodeLists.labels(list) + code;
    }

    /** The codes of a list. */
    public static List<String> codes(String list) {
        return CodeLists.of(list);
    }
}
