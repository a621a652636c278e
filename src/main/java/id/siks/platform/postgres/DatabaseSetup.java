package id.siks.platform.postgres;

import com.zaxxer.hikari.HikariDataSource;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.actuate.health.CompositeHealthContributor;
import org.springframework.boot.actuate.health.HealthContributor;
import org.springframework.boot.actuate.jdbc.DataSourceHealthIndicator;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.boot.autoconfigure.flyway.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * One database, two roles: the owner migrates, the application reads and writes rows (security requirement 30). The pools
 * take the server as a parameter, so that Spring closes them before it.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseSetup {

    private static final int CONNECTIONS = 10;
    private static final int NOTE_CONNECTIONS = 2;
    private static final int CALL_PATIENCE_SECONDS = 5;

    @Bean
    DatabaseServer databaseServer(StartingServer starting) {
        return starting.take();
    }

    @Bean
    @FlywayDataSource
    DataSource ownerDataSource(DatabaseServer server) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(server.access().url());
        source.setUser(server.access().owner().user());
        source.setPassword(server.access().owner().password());
        return source;
    }

    @Bean
    @Primary
    HikariDataSource dataSource(DatabaseServer server) {
        return pool(server, "siks", CONNECTIONS);
    }

    /** For {@link id.siks.platform.StandingNotes} alone. */
    @Bean
    HikariDataSource noteDataSource(DatabaseServer server) {
        return pool(server, "siks-notes", NOTE_CONNECTIONS);
    }

    /** For {@link id.siks.platform.Calls} alone, which keeps one connection and makes it anew when it breaks. */
    @Bean
    DataSource callDataSource(DatabaseServer server) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(server.access().url());
        source.setUser(server.access().application().user());
        source.setPassword(server.access().application().password());
        source.setApplicationName("siks-calls");
        source.setConnectTimeout(CALL_PATIENCE_SECONDS);
        source.setTcpKeepAlive(true);
        return source;
    }

    /** Asks the pools alone: every other source would make a connection for the question, whoever asks and however often. */
    @Bean
    HealthContributor dbHealthContributor(
            HikariDataSource dataSource, @Qualifier("noteDataSource") HikariDataSource notes) {
        return CompositeHealthContributor.fromMap(Map.of(
                "siks", new DataSourceHealthIndicator(dataSource), "notes", new DataSourceHealthIndicator(notes)));
    }

    private static HikariDataSource pool(DatabaseServer server, String name, int connections) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName(name);
        pool.setJdbcUrl(server.access().url());
        pool.setUsername(server.access().application().user());
        pool.setPassword(server.access().application().password());
        pool.setMaximumPoolSize(connections);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        // The details of a failed statement repeat the row, and rows hold names and numbers of persons.
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        pool.addDataSourceProperty("ApplicationName", name);
        return pool;
    }

    /** The grants at the end of every migration need to know whom they are for. */
    @Bean
    FlywayConfigurationCustomizer applicationRole(DatabaseServer server) {
        String role = server.access().application().user();
        return flyway -> {
            Map<String, String> placeholders = new HashMap<>(flyway.getPlaceholders());
            placeholders.put("applicationRole", role);
            flyway.placeholders(placeholders);
        };
    }
}
