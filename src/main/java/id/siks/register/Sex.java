package id.siks.register;

/** Sex as the identity card prints it; codes 1 and 2 of glossary 8.3. */
public enum Sex {
    MALE,
    FEMALE
}
