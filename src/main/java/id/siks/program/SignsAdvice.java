package id.siks.program;

import java.util.List;

/**
 * What the answers point to. Advice only: people decide.
 *
 * @param signs found, in their order
 * @param level what follows in this regency
 */
public record SignsAdvice(List<Sign> signs, Level level) {

    /** What the signs together say. Labels are {@code program.level.<code>}. */
    public enum Level {
        /** No shelter: directly poor. */
        DIRECT,
        INDICATED,
        NEEDS_JUDGEMENT,
        NOT_INDICATED
    }
}
