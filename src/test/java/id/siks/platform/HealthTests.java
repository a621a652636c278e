package id.siks.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.zaxxer.hikari.HikariDataSource;
import id.siks.EngineTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.CompositeHealthContributor;
import org.springframework.boot.actuate.health.HealthContributor;
import org.springframework.boot.actuate.health.HealthContributorRegistry;
import org.springframework.boot.actuate.health.NamedContributor;
import org.springframework.boot.actuate.jdbc.DataSourceHealthIndicator;
import org.springframework.test.web.servlet.MockMvc;

/** Whoever asks for our health, and however often, costs the database no connection. */
@EngineTest
class HealthTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    CompositeHealthContributor dbHealthContributor;

    @Autowired
    HealthContributorRegistry contributors;

    @Test
    void bothPoolsAreAsked() {
        assertThat(dbHealthContributor.stream().map(NamedContributor::getName))
                .containsExactlyInAnyOrder("siks", "notes");
    }

    @Test
    void noConnectionIsMadeForTheQuestion() throws Exception {
        mvc.perform(get("/actuator/health")).andExpect(status().isOk());

        assertThat(asked(contributors.stream())).isNotEmpty().allSatisfy(question -> assertThat(question)
                .extracting("dataSource")
                .as("keeps its connections")
                .isInstanceOf(HikariDataSource.class));
    }

    /** Whoever asks a database, wherever among the questions. */
    private static List<HealthContributor> asked(Stream<NamedContributor<HealthContributor>> questions) {
        return questions
                .map(NamedContributor::getContributor)
                .flatMap(one -> one instanceof CompositeHealthContributor several
                        ? asked(several.stream()).stream()
                        : Stream.of(one))
                .filter(DataSourceHealthIndicator.class::isInstance)
                .toList();
    }
}
