package id.siks.proposal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The statements that the calling thread sends to the database, as its driver notes them; begin and commit are among them. */
final class SentStatements extends Handler {

    // The protocol prepares a statement once, binds its values and executes it each time.
    private static final Pattern PREPARED =
            Pattern.compile(" FE=> Parse\\(stmt=(\\w+),query=\"(.*)\",oids=.*", Pattern.DOTALL);
    private static final Pattern BOUND = Pattern.compile(" FE=> Bind\\(stmt=(\\w+),.*", Pattern.DOTALL);
    private static final String EXECUTED = " FE=> Execute";
    private static final String ANSWER_ASKED = " FE=> Sync";

    private static final SimpleFormatter FORM = new SimpleFormatter();

    private final long thread = Thread.currentThread().getId();
    private final Map<String, String> prepared = new HashMap<>();
    private final List<String> sent = new ArrayList<>();
    private String bound;
    private int trips;

    private SentStatements() {
        setLevel(Level.FINEST);
    }

    /** What is sent while {@code work} is done. */
    static List<String> during(Runnable work) {
        return heard(work).sent;
    }

    /** How often an answer is waited for while {@code work} is done. */
    static int tripsDuring(Runnable work) {
        return heard(work).trips;
    }

    private static SentStatements heard(Runnable work) {
        SentStatements statements = new SentStatements();
        Logger driver = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");
        Level before = driver.getLevel();
        boolean parents = driver.getUseParentHandlers();
        driver.addHandler(statements);
        driver.setUseParentHandlers(false);
        driver.setLevel(Level.FINEST);
        try {
            work.run();
        } finally {
            driver.setLevel(before);
            driver.setUseParentHandlers(parents);
            driver.removeHandler(statements);
        }
        return statements;
    }

    @Override
    public void publish(LogRecord note) {
        if (note.getLongThreadID() != thread) {
            return;
        }
        String text = FORM.formatMessage(note);
        Matcher parse = PREPARED.matcher(text);
        Matcher bind = BOUND.matcher(text);
        if (parse.matches()) {
            prepared.put(parse.group(1), parse.group(2));
        } else if (bind.matches()) {
            bound = bind.group(1);
        } else if (text.startsWith(EXECUTED)) {
            sent.add(prepared.getOrDefault(bound, bound));
        } else if (text.startsWith(ANSWER_ASKED)) {
            trips++;
        }
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
