package id.siks;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** Listens to what the application and the engine say to the database: a batch counts once. */
public final class Statements {

    private static final List<String> TELL_OF_STATEMENTS =
            List.of("org.springframework.jdbc.core.JdbcTemplate", "org.hibernate.SQL");

    private static final List<String> TELL_OF_THE_ENGINE =
            List.of("id.siks.platform.engine", "org.camunda.bpm.engine.impl.persistence.entity");

    private static final Pattern WRITTEN = Pattern.compile(
            "(?i)\\b(?:insert\\s+into|delete\\s+from|merge\\s+into|(?<!for |key |do )update)\\s+((?:\\w+\\.)?\\w+)");

    private static final String ONE_BY_ONE = "Executing";
    private static final String ASKED = "==>  Preparing: select";

    private Statements() {}

    /** What the engine asks the database during this thread's {@code deed}, in its order. */
    public static List<String> askedByTheEngine(Runnable deed) {
        return heard(TELL_OF_THE_ENGINE, deed).stream()
                .filter(message -> message.startsWith(ASKED))
                .toList();
    }

    /** The tables this thread's {@code deed} writes into, also where it asks for an answer; a lock writes nothing. */
    public static Set<String> tablesWrittenDuring(Runnable deed) {
        List<String> all = Stream.concat(TELL_OF_STATEMENTS.stream(), TELL_OF_THE_ENGINE.stream())
                .toList();
        return heard(all, deed).stream()
                .flatMap(said -> WRITTEN.matcher(said).results())
                .map(found -> found.group(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The statements of this thread's {@code deed} outside the engine, in their order. */
    public static List<String> during(Runnable deed) {
        List<String> said = heard(TELL_OF_STATEMENTS, deed).stream()
                .filter(message -> !message.startsWith(ONE_BY_ONE) || message.contains("["))
                .toList();
        // Hibernate tells each row of a batch, and nothing else tells the same twice of one statement.
        return IntStream.range(0, said.size())
                .filter(i -> i == 0
                        || said.get(i).startsWith(ONE_BY_ONE)
                        || !said.get(i).equals(said.get(i - 1)))
                .mapToObj(said::get)
                .toList();
    }

    private static List<String> heard(List<String> names, Runnable deed) {
        Thread mine = Thread.currentThread();
        // An event finds its thread's name when it is first asked for it, so the thread is looked at here.
        ListAppender<ILoggingEvent> heard = new ListAppender<>() {
            @Override
            protected void append(ILoggingEvent event) {
                if (Thread.currentThread() == mine) {
                    super.append(event);
                }
            }
        };
        heard.start();
        List<Logger> loggers = names.stream()
                .map(name -> (Logger) LoggerFactory.getLogger(name))
                .toList();
        loggers.forEach(logger -> {
            logger.setLevel(Level.DEBUG);
            logger.setAdditive(false);
            logger.addAppender(heard);
        });
        try {
            deed.run();
        } finally {
            loggers.forEach(logger -> {
                logger.detachAppender(heard);
                logger.setAdditive(true);
                logger.setLevel(null);
            });
        }
        return heard.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
