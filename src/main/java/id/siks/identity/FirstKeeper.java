package id.siks.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Lets the first person in: with a login server and nobody who keeps the accounts, the one named in the settings keeps those
 * of the nation. As soon as somebody keeps accounts the setting means nothing. The made-up people of the sample count for
 * nobody: the login server lets none of them in.
 */
@Component
@WithLoginServer
class FirstKeeper implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstKeeper.class);

    private final LoginSettings settings;
    private final Accounts accounts;
    private final Actors actors;
    private final DemoPeople demo;
    private final MessageSource messages;

    FirstKeeper(LoginSettings settings, Accounts accounts, Actors actors, DemoPeople demo, MessageSource messages) {
        this.settings = settings;
        this.accounts = accounts;
        this.actors = actors;
        this.demo = demo;
        this.messages = messages;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (actors.isHeldForReal(Role.USER_ADMIN)) {
            return;
        }
        String login = settings.firstKeeper().strip().toLowerCase(Locale.ROOT);
        if (login.isEmpty()) {
            LOG.warn(
                    "Nobody keeps the accounts, so nobody can be enrolled. Name the first one by siks.login.first-keeper.");
        } else if (demo.has(login)) {
            LOG.warn(
                    "siks.login.first-keeper names somebody of the sample, whom the login server lets in nowhere, so nobody"
                            + " can be enrolled. Name another account; siks.sample=none brings no sample.");
        } else {
            enrol(login);
        }
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
