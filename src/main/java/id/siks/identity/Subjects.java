package id.siks.identity;

import id.siks.platform.NotFound;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the account of somebody the login server has proven. */
@Component
class Subjects {

    private final JdbcClient jdbc;
    private final Actors actors;

    Subjects(JdbcClient jdbc, Actors actors) {
        this.jdbc = jdbc;
        this.actors = actors;
    }

    /**
     * The account bound to {@code subject}. At the first visit the one called {@code login}, in small or capital letters, is
     * bound to it; an account bound to another subject, a closed one or a demo account is nobody's. Without a {@code login}
     * nothing is bound.
     */
    @Transactional
    Optional<Actor> actor(String subject, String login) {
        Optional<Long> bound = jdbc.sql("select account_id from identity.account where subject = :subject")
                .param("subject", subject)
                .query(Long.class)
                .optional();
        return bound.or(() -> Optional.ofNullable(login).flatMap(name -> bind(subject, name.toLowerCase(Locale.ROOT))))
                .flatMap(this::open);
    }

    private Optional<Long> bind(String subject, String login) {
        return jdbc.sql(
                        """
                        update identity.account set subject = :subject
                        where login = :login and subject is null and enabled and not demo
                        returning account_id
                        """)
                .param("subject", subject)
                .param("login", login)
                .query(Long.class)
                .optional();
    }

    private Optional<Actor> open(long accountId) {
        try {
            return Optional.of(actors.byId(accountId));
        } catch (NotFound closed) {
            return Optional.empty();
        }
    }
}
