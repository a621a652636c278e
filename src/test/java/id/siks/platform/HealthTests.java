package id.siks.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.EngineTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.CompositeHealthContributor;
import org.springframework.boot.actuate.health.NamedContributor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Whoever asks for our health, and however often, costs the database no connection. */
@EngineTest
class HealthTests {

    private static final int OFTEN = 20;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CompositeHealthContributor dbHealthContributor;

    @Test
    void bothPoolsAreAsked() {
        assertThat(dbHealthContributor.stream().map(NamedContributor::getName))
                .containsExactlyInAnyOrder("siks", "notes");
    }

    @Test
    void noConnectionIsMadeForTheQuestion() throws Exception {
        int before = connectionsMade();
        for (int i = 0; i < OFTEN; i++) {
            mvc.perform(get("/actuator/health")).andExpect(status().isOk());
        }
        assertThat(connectionsMade() - before).isLessThan(OFTEN / 2);
    }

    private int connectionsMade() {
        return jdbc.sql("select sessions from pg_stat_database where datname = current_database()")
                .query(Integer.class)
                .single();
    }
}
