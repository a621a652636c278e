package id.siks.program;

/**
 * A sign of poverty of Kepmensos 262/HUK/2022 (glossary 10). Labels are {@code program.sign.<code>}, the plain sentence
 * is {@code program.sign.<code>.why}.
 */
public enum Sign {
    C0,
    C1,
    C2,
    C3,
    C4,
    C5,
    C6,
    C7,
    C8
}
