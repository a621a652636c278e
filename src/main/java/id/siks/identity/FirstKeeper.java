package id.siks.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Lets the first person in: with a login server and nobody who keeps the accounts, the one named in the settings keeps those
 * of the nation. As soon as somebody keeps accounts the setting means nothing.
 */
@Component
@ConditionalOnExpression("!'${siks.login.issuer:}'.isBlank()")
class FirstKeeper implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstKeeper.class);

    private final LoginSettings settings;
    private final Accounts accounts;
    private final Actors actors;
    private final MessageSource messages;

    FirstKeeper(LoginSettings settings, Accounts accounts, Actors actors, MessageSource messages) {
        this.settings = settings;
        this.accounts = accounts;
        this.actors = actors;
        this.messages = messages;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!actors.territories(Role.USER_ADMIN).isEmpty()) {
            return;
        }
        if (settings.firstKeeper().isBlank()) {
            LOG.warn(
                    "Nobody keeps the accounts, so nobody can be enrolled. Name the first one by siks.login.first-keeper.");
            return;
        }
        enrol(settings.firstKeeper().strip().toLowerCase(Locale.ROOT));
    }

    private void enrol(String login) {
        Optional<Actor> known = actors.byLogin(login);
        String name = known.map(Actor::displayName)
                .orElseGet(() -> messages.getMessage("identity.officer.first", null, Locale.forLanguageTag("id")));
        Stream<Assignment> held = known.stream().flatMap(actor -> actor.own().stream());
        Actor keeper = accounts.enrol(
                login,
                name,
                Stream.concat(held, Stream.of(Assignment.nation(Role.USER_ADMIN)))
                        .toList());
        LOG.info("Account {} keeps the accounts of the nation, because nobody did", keeper.accountId());
    }
}
