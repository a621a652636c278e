package id.siks.identity;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A new installation has one way in, and an old one has none by the settings. What happens here is taken back. */
@EngineTest
@ExtendWith(OutputCaptureExtension.class)
class FirstKeeperTests {

    @Autowired
    Accounts accounts;

    @Autowired
    Actors actors;

    @Autowired
    Posts posts;

    @Autowired
    DemoPeople demo;

    @Autowired
    MessageSource messages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final String login = "pertama." + UUID.randomUUID();

    @Test
    void whereNobodyKeepsTheAccountsTheNamedOneDoes() {
        Actor keeper = undone(() -> {
            nobodyKeeps();
            start(" " + login.toUpperCase() + " ");
            return actors.byLogin(login).orElseThrow();
        });
        assertThat(keeper.assignments()).containsExactly(Assignment.nation(Role.USER_ADMIN));
        assertThat(keeper.displayName()).isEqualTo("Pengelola pengguna pertama");
    }

    @Test
    void whoIsNamedKeepsWhatHeHasBeen() {
        Assignment before = Assignment.of(Role.AUDITOR, new AreaCode("1804"));
        Actor keeper = undone(() -> {
            nobodyKeeps();
            accounts.enrol(login, "Siti", List.of(before));
            start(login);
            return actors.byLogin(login).orElseThrow();
        });
        assertThat(keeper.assignments()).containsExactly(before, Assignment.nation(Role.USER_ADMIN));
        assertThat(keeper.displayName()).isEqualTo("Siti");
    }

    @Test
    void whereSomebodyKeepsThemTheSettingMeansNothing() {
        Optional<Actor> keeper = undone(() -> {
            accounts.enrol("lain." + login, "Siti", List.of(Assignment.of(Role.USER_ADMIN, new AreaCode("1804"))));
            start(login);
            return actors.byLogin(login);
        });
        assertThat(keeper).isEmpty();
    }

    @Test
    void theKeeperOfTheSampleKeepsNobodyOut() {
        Optional<Actor> keeper = undone(() -> {
            nobodyKeeps();
            accounts.enrolDemo("contoh." + login, "Contoh", List.of(Assignment.nation(Role.USER_ADMIN)));
            start(login);
            return actors.byLogin(login);
        });
        assertThat(keeper).isPresent();
    }

    @Test
    void whoeverIsOfTheSampleIsNotMadeTheFirstKeeper(CapturedOutput log) {
        List<Assignment> before = List.of(Assignment.of(Role.AUDITOR, new AreaCode("1804")));
        Actor named = undone(() -> {
            nobodyKeeps();
            accounts.enrolDemo(login, "Contoh", before);
            start(login);
            return actors.byLogin(login).orElseThrow();
        });
        assertThat(named.assignments()).isEqualTo(before);
        assertThat(log).contains("names somebody of the sample").doesNotContain(login);
    }

    @Test
    void withoutANameNobodyComesIn() {
        Set<String> kept = undone(() -> {
            nobodyKeeps();
            start(" ");
            return posts.territories(Role.USER_ADMIN);
        });
        assertThat(kept).isEmpty();
    }

    private void start(String named) {
        LoginSettings settings =
                new LoginSettings("https://login.example", "siks", "", Set.of(), Set.of(), "siks-api", named);
        new FirstKeeper(settings, accounts, actors, demo, messages).run(null);
    }

    private void nobodyKeeps() {
        jdbc.sql("update identity.assignment set ended_at = now() where role = 'USER_ADMIN' and ended_at is null")
                .update();
    }

    private <T> T undone(Supplier<T> deeds) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            return deeds.get();
        });
    }
}
