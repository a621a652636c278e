package id.siks.platform.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/**
 * Gives each command a session of ours.
 *
 * @param type what commands ask for; one of the engine's types stands in the place of the engine's own
 * @param fresh makes it
 */
record OwnSession(Class<?> type, Supplier<? extends Session> fresh) implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
        return type;
    }

    @Override
    public Session openSession() {
        return fresh.get();
    }
}
