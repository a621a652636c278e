package id.siks.platform.forms;

import id.siks.platform.InvalidInput;
import id.siks.platform.Sha256;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A form as its file describes it: what is shown and what a submission must satisfy. The engine checks nothing of a
 * submission, so everything is checked here, from the same file that is shown.
 *
 * @param id id of the user task
 * @param fingerprint digest of the file: a page made from another version of the form can be told
 * @param fields components in the order of the page
 */
public record FormSchema(String id, String fingerprint, List<FormField> fields) {

    /**
     * Name of a value in {@link #given}'s data that stands for what a page shows beside the form. With another value the
     * fingerprint is another: a page that showed something else can be told too.
     */
    public static final String SEEN = "seen";

    /**
     * Reads the file of a form.
     *
     * @param id the task it should belong to
     * @param content the file
     * @throws UnusableForm when it cannot be used
     */
    public static FormSchema read(String id, byte[] content) {
        return FormReader.read(id, content);
    }

    /**
     * Checks what a page sent. Fields the form hides are dropped, so are fields it does not have.
     *
     * @param sent parameters of the request by name
     * @param today the day dates are compared with
     * @return typed values
     * @throws InvalidInput naming every field that is wrong; keys {@code forms.…}
     */
    public FormInput check(Map<String, String[]> sent, LocalDate today) {
        return new FormCheck(this, today).check(sent);
    }

    /**
     * This form for one task: options that are not in the file and conditions on what is known before the first answer
     * come from {@code data}, Camunda Forms' input data. Show and check the form that comes back.
     *
     * @param data by name; the value behind a {@code valuesKey} is a list of maps with {@code value} and {@code label}.
     *     A condition that names a value of {@code data} which is no field of the form names no field beside it.
     */
    public FormSchema given(Map<String, Object> data) {
        Object seen = data.get(SEEN);
        String made = seen == null ? fingerprint : Sha256.hex(fingerprint + seen);
        return new FormSchema(id, made, new GivenData(this, data).apply(fields));
    }

    /** This form for one answer to many tasks: only the fields of these keys, out of their groups and worded for many. */
    public FormSchema forMany(Set<String> keys) {
        return new FormSchema(
                id,
                fingerprint,
                inputs().stream()
                        .filter(f -> keys.contains(f.key()))
                        .map(FormField::forMany)
                        .toList());
    }

    /** What was sent, untouched, so that a refused page can be shown again: by key, a text or a list of texts. */
    public Map<String, Object> echo(Map<String, String[]> sent) {
        return FormCheck.echo(this, sent);
    }

    /** All fields that carry a value, those in groups included. */
    public List<FormField> inputs() {
        return fields.stream()
                .flatMap(FormField::all)
                .filter(f -> f.kind().isInput())
                .toList();
    }
}
