package id.siks.platform.postgres;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts the database before the application is put together, and at the same time: both take seconds, and the first
 * connection is needed only after most of them.
 */
class DatabaseAhead implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        StartingServer server = StartingServer.of(Binder.get(context.getEnvironment())
                .bind("siks.database", DatabaseProperties.class)
                .get());
        context.getBeanFactory().registerSingleton("startingServer", server);
        context.addApplicationListener(server);
    }
}
