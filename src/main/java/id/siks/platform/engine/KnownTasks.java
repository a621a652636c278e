package id.siks.platform.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/** The open tasks at which the timers stand that fire in a command, each read once and kept from everybody else. */
final class KnownTasks implements Session {

    private final Map<String, List<TaskOpened>> byScope = new HashMap<>();

    private KnownTasks() {}

    static SessionFactory factory() {
        return new OwnSession(KnownTasks.class, KnownTasks::new);
    }

    /** Those of the running command. */
    static KnownTasks current() {
        return Context.getCommandContext().getSession(KnownTasks.class);
    }

    /** The tasks at the timer of an execution, or null when they are not known yet. */
    List<TaskOpened> at(String scope) {
        return byScope.get(scope);
    }

    void put(String scope, List<TaskOpened> tasks) {
        byScope.put(scope, List.copyOf(tasks));
    }

    /** All that are known. */
    Collection<TaskOpened> all() {
        return byScope.values().stream().flatMap(List::stream).toList();
    }

    @Override
    public void flush() {
        // Nothing is written.
    }

    @Override
    public void close() {
        // It ends with the command.
    }
}
