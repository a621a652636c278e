package id.siks.platform.postgres;

/** The database cannot be used as it is; the message is one sentence for whoever starts the application. */
class DatabaseUnusable extends RuntimeException {

    private final String remedy;

    DatabaseUnusable(String sentence, String remedy) {
        super(sentence);
        this.remedy = remedy;
    }

    DatabaseUnusable(String sentence, String remedy, Throwable cause) {
        super(sentence, cause);
        this.remedy = remedy;
    }

    /** What to do about it. */
    String remedy() {
        return remedy;
    }
}
