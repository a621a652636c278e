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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A new installation has one way in, and an old one has none by the settings. What happens here is taken back. */
@EngineTest
class FirstKeeperTests {

    @Autowired
    Accounts accounts;

    @Autowired
    Actors actors;

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
    void withoutANameNobodyComesIn() {
        Set<String> kept = undone(() -> {
            nobodyKeeps();
            start(" ");
            return actors.territories(Role.USER_ADMIN);
        });
        assertThat(kept).isEmpty();
    }

    private void start(String named) {
        LoginSettings settings = new LoginSettings("https://login.example", "siks", "", Set.of(), Set.of(), named);
        new FirstKeeper(settings, accounts, actors, messages).run(null);
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
