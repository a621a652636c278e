package id.siks.identity;

import java.net.InetAddress;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.server.ConfigurableServletWebServerFactory;
import org.springframework.boot.web.servlet.server.Session;
import org.springframework.stereotype.Component;

/**
 * Demo accounts need no password, so they are served to this machine only (requirement 19); a real login is served over
 * HTTPS or to this machine only. Also names the session cookie by what the connection allows.
 */
@Component
class LoginPlace implements WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> {

    private final ServerProperties server;

    LoginPlace(ServerProperties server, LoginSettings login) {
        this.server = server;
        require(login, server.getAddress(), secure(server));
    }

    @Override
    public void customize(ConfigurableServletWebServerFactory factory) {
        // The prefix __Host- is refused by browsers on plain http, which the demo on loopback is.
        Session session = server.getServlet().getSession();
        session.getCookie().setName(secure(server) ? "__Host-siks" : "siks");
        factory.setSession(session);
    }

    /** Refuses with {@link LoginUnsafe}; {@code address} is null when every network card is served. */
    static void require(LoginSettings login, InetAddress address, boolean secure) {
        boolean loopback = address != null && address.isLoopbackAddress();
        if (login.demo() && !loopback) {
            throw new LoginUnsafe("The demo accounts have no passwords and are served on loopback only, but"
                    + " server.address is " + (address == null ? "not set" : address.getHostAddress()) + ".");
        }
        if (!login.demo() && login.audience().equals(login.clientId())) {
            throw new LoginUnsafe(
                    "siks.login.audience must differ from siks.login.client-id: else what the login server"
                            + " tells about a login would open the house to other clients.");
        }
        if (!login.demo() && !loopback && !secure) {
            throw new LoginUnsafe("With a login server and an address others reach, cookies must be secure:"
                    + " set server.servlet.session.cookie.secure=true and serve over HTTPS.");
        }
    }

    private static boolean secure(ServerProperties server) {
        return Boolean.TRUE.equals(server.getServlet().getSession().getCookie().getSecure());
    }
}
