package id.siks.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The made-up people of the demo login, by role and place. */
@Component
class DemoPeople {

    private final JdbcClient jdbc;
    private final Actors actors;
    private final AccountVisitors words;

    DemoPeople(JdbcClient jdbc, Actors actors, AccountVisitors words) {
        this.jdbc = jdbc;
        this.actors = actors;
        this.words = words;
    }

    /** Everybody one may log in as, once per role he holds. */
    List<Group> groups() {
        Map<Role, List<Person>> byRole = new TreeMap<>();
        for (Actor actor : actors.demo()) {
            for (Assignment assignment : actor.assignments()) {
                byRole.computeIfAbsent(assignment.role(), role -> new ArrayList<>())
                        .add(new Person(actor.accountId(), actor.displayName(), words.placeName(assignment.scope())));
            }
        }
        return byRole.entrySet().stream()
                .map(entry -> new Group(
                        entry.getKey(),
                        entry.getValue().stream()
                                .sorted(Comparator.comparing(Person::place).thenComparing(Person::name))
                                .toList()))
                .toList();
    }

    /** The demo person with this account, if he is one. */
    Optional<Actor> find(long accountId) {
        return jdbc.sql("select account_id from identity.account where account_id = :id and demo and enabled")
                .param("id", accountId)
                .query(Long.class)
                .optional()
                .map(actors::byId);
    }

    /** True when the account {@code login} is one of theirs, open or closed. */
    boolean has(String login) {
        return jdbc.sql("select exists (select 1 from identity.account where login = :login and demo)")
                .param("login", login)
                .query(Boolean.class)
                .single();
    }

    record Person(long accountId, String name, String place) {}

    record Group(Role role, List<Person> people) {}
}
