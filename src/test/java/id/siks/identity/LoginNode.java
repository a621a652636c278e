package id.siks.identity;

import id.siks.area.Areas;
import id.siks.platform.BusinessTime;
import id.siks.platform.web.DoorKeeper;
import id.siks.platform.web.Landing;
import id.siks.platform.web.MatrixAuthorization;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.DefaultMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** One more node of ours beside the one that runs, at a login server of the test's. */
final class LoginNode {

    /** What tokens of clients must be meant for. */
    static final String AUDIENCE = "siks-api";

    final LoginSettings settings;
    private final WebApplicationContext context;
    private final LoginServer server;

    /** One that has not asked the server at {@code issuer} anything yet. */
    LoginNode(WebApplicationContext context, String issuer) {
        this(context, issuer, OneAsksForAll.PAUSE);
    }

    /** The same; what failed it tries again after {@code pause}. */
    LoginNode(WebApplicationContext context, String issuer, Duration pause) {
        this.context = context;
        this.settings = new LoginSettings(issuer, "siks", "secret", Set.of("2"), Set.of("mfa"), AUDIENCE, "");
        this.server = new LoginServer(settings, "http://localhost/", pause);
    }

    OpenIdLogin login() {
        return new OpenIdLogin(
                settings,
                server,
                new ServerLogout(server),
                its(Subjects.class),
                its(SignIn.class),
                its(Limits.class),
                its(Emails.class),
                its(Landing.class),
                new SecondFactor(settings));
    }

    ClientTokens tokens() {
        return new ClientTokens(settings, server, its(Subjects.class), its(Actors.class), new SecondFactor(settings));
    }

    /** The chain of browsers, as {@link SecuritySetup} builds it. */
    FilterChainProxy browsers() throws Exception {
        return new FilterChainProxy(new SecuritySetup()
                .doors(
                        its(HttpSecurity.class),
                        its(MatrixAuthorization.class),
                        its(DoorKeeper.class),
                        Optional.of(login())));
    }

    /** The chain of clients with limits of its own. */
    FilterChainProxy clients() throws Exception {
        ClientDoor door = new ClientDoor(
                tokens(),
                its(MatrixAuthorization.class),
                its(DoorKeeper.class),
                new Limits(its(Alarms.class), its(BusinessTime.class), its(DailyUses.class), its(Areas.class)));
        return new FilterChainProxy(door.open(its(HttpSecurity.class)));
    }

    /** Pages behind {@link #browsers}, in the shell every request passes. */
    MockMvc pages() throws Exception {
        DefaultMockMvcBuilder pages = MockMvcBuilders.webAppContextSetup(context);
        context.getBeansOfType(FilterRegistrationBean.class)
                .values()
                .forEach(shell -> pages.addFilters(shell.getFilter()));
        return pages.addFilters(browsers()).build();
    }

    /** Doors behind {@link #clients}. */
    MockMvc doors() throws Exception {
        return MockMvcBuilders.webAppContextSetup(context).addFilters(clients()).build();
    }

    /** A bean of the node that runs; of {@link HttpSecurity} there is a new one each time. */
    private <T> T its(Class<T> type) {
        return context.getBean(type);
    }
}
