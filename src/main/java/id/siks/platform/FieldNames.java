package id.siks.platform;

/** What the fields of a page are called; a page without a form schema gives it to its list of faults. */
public interface FieldNames {

    /** The label of {@code field} in the language of the request; the field itself when it has none. */
    String label(String field);
}
