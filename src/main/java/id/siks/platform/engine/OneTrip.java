package id.siks.platform.engine;

import java.lang.reflect.InvocationTargetException;
import org.apache.ibatis.executor.CachingExecutor;
import org.apache.ibatis.executor.Executor;
import org.apache.ibatis.plugin.Interceptor;
import org.apache.ibatis.plugin.Invocation;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;

/**
 * Lets the rows of a starting case travel to the database together, and those that many cases leave behind go together: the
 * engine writes table by table or row by row and waits for each answer, here it waits once.
 */
final class OneTrip implements Interceptor {

    private final Configuration configuration;
    private final RowParameters parameters;
    private final RowsTogether together = new RowsTogether();
    private final KnownRows known;

    private OneTrip(Configuration configuration) {
        this.configuration = configuration;
        this.parameters = new RowParameters(configuration);
        this.known = new KnownRows(configuration);
    }

    /** An engine that does not write in batches is left as it is. */
    static void installIn(Configuration configuration) {
        if (configuration.getDefaultExecutorType() == ExecutorType.BATCH) {
            configuration.addInterceptor(new OneTrip(configuration));
        }
    }

    @Override
    public Object plugin(Object target) {
        if (target instanceof Executor usual) {
            return new CachingExecutor(
                    new OneTripExecutor(configuration, usual.getTransaction(), parameters, together, known));
        }
        return target;
    }

    @Override
    public Object intercept(Invocation call) throws InvocationTargetException, IllegalAccessException {
        return call.proceed();
    }
}
