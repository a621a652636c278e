package id.siks.platform.engine;

import java.lang.reflect.InvocationTargetException;
import org.apache.ibatis.executor.BatchExecutor;
import org.apache.ibatis.executor.CachingExecutor;
import org.apache.ibatis.executor.Executor;
import org.apache.ibatis.plugin.Interceptor;
import org.apache.ibatis.plugin.Invocation;
import org.apache.ibatis.session.Configuration;

/**
 * Lets the rows of a starting case travel to the database together: the engine writes table by table and waits for each
 * answer, here it waits once.
 */
final class OneTripInserts implements Interceptor {

    private final Configuration configuration;

    private OneTripInserts(Configuration configuration) {
        this.configuration = configuration;
    }

    static void installIn(Configuration configuration) {
        configuration.addInterceptor(new OneTripInserts(configuration));
    }

    /** The engine works with batches only; another kind of executor is left as it is. */
    @Override
    public Object plugin(Object target) {
        if (target instanceof CachingExecutor caching) {
            return new CachingExecutor(together(caching));
        }
        return target instanceof BatchExecutor batches ? together(batches) : target;
    }

    private Executor together(Executor usual) {
        return new OneTripExecutor(configuration, usual.getTransaction());
    }

    @Override
    public Object intercept(Invocation call) throws InvocationTargetException, IllegalAccessException {
        return call.proceed();
    }
}
