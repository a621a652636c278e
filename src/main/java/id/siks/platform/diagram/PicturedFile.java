package id.siks.platform.diagram;

/**
 * The file of a diagram as people are shown it.
 *
 * @param origin where its picture comes from
 */
public record PicturedFile(String content, Origin origin) {

    /** Tells the pages that draw the file where its picture comes from, so that they need no rule of their own. */
    public static final String HEADER = "Picture-Origin";

    /** Where the picture of a file comes from. */
    public enum Origin {
        /** From nowhere else: the file has one, or cannot be read. */
        FILE,
        /** The file came without one, and its elements were placed here. */
        ARRANGED,
        /** There is none: the file came without one and is too large to be arranged. */
        TOO_LARGE
    }

    /** The file with a picture where it needs one. */
    public static PicturedFile of(String content) {
        try {
            DrawnProcess process = new DrawnProcess(content);
            if (process.isTooLarge()) {
                return new PicturedFile(content, Origin.TOO_LARGE);
            }
            DrawnProcess shown = process.pictured();
            return shown == process ? asItIs(content) : new PicturedFile(shown.text(), Origin.ARRANGED);
        } catch (IllegalArgumentException e) {
            return asItIs(content);
        }
    }

    /** The file without a look at it. */
    public static PicturedFile asItIs(String content) {
        return new PicturedFile(content, Origin.FILE);
    }
}
