package id.siks.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.siks.area.AreaCode;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.FreshLogin;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.apache.catalina.Context;
import org.apache.catalina.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.util.TestSocketUtils;

/**
 * Requirements 7, 13 and 19 at the login server itself: people come in as {@code src/docs/real-login.md} says. Apart from the
 * other journeys ({@code mvn verify -Pkeycloak}), because the server is large and slow to start.
 */
@Tag("keycloak")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@ActiveProfiles("journey")
@ExtendWith(BrowserExtension.class)
class KeycloakJourney {

    private static final int PORT = TestSocketUtils.findAvailableTcpPort();
    private static final String HERE = "http://127.0.0.1:" + PORT;
    private static final String RETURN = HERE + "/login/oauth2/code/siks";
    private static final String GIVEN = "sementara-untuk-uji";
    private static final String OWN = "kata-sandi-saya-sendiri";
    private static final AreaCode VILLAGE = new AreaCode("1804042004");

    private static Keycloak keycloak;

    @Autowired
    TestActors actors;

    @Autowired
    ServletWebServerApplicationContext application;

    @DynamicPropertySource
    static void atTheLoginServer(DynamicPropertyRegistry settings) throws IOException {
        keycloak = new Keycloak(HERE);
        settings.add("server.port", () -> PORT);
        settings.add("siks.sample", () -> "none");
        settings.add("siks.public-address", () -> HERE);
        settings.add("siks.login.issuer", keycloak::issuer);
        settings.add("siks.login.client-secret", () -> Keycloak.SECRET);
        settings.add("siks.login.first-keeper", () -> "siti.aminah");
    }

    @AfterAll
    static void itStops() {
        keycloak.close();
    }

    /** Steps 2 to 4 of the guide; the keeper's role counts, so the code he set up did. */
    @Test
    void theFirstKeeperEnrolsAnotherWhoComesAndGoes(People people) throws IOException {
        Officer keeper = newcomer(people, "siti.aminah");
        keeper.scansPicture();
        keeper.person().goTo("Petugas");
        keeper.page().getByText("Daftarkan petugas").click();
        keeper.person().fill("login", "budi");
        keeper.person().fill("name", "Petugas Baru");
        keeper.page().locator("form:has(#login) #role").selectOption("VILLAGE_OPERATOR");
        keeper.page().locator("form:has(#login) #area").fill(VILLAGE.value());
        keeper.person().press("Daftarkan");
        assertThat(keeper.page().locator("h1")).hasText("Petugas Baru");

        Officer operator = newcomer(people, "budi");
        assertThat(operator.page().locator(".who")).containsText("Petugas Baru");
        operator.person().press("Keluar");
        assertThat(operator.page()).hasURL(HERE + "/login?bye");
        operator.begins();
        assertThat(operator.page().locator(".who")).containsText("Petugas Baru");
    }

    @Test
    void whomOnlyTheLoginServerKnowsIsOutAtBothAndGetsNoToken(People people) throws IOException {
        Officer stranger = newcomer(people, "orang-lain");
        assertThat(stranger.page()).hasURL(HERE + "/login?unknown");
        assertThat(stranger.page().locator("main")).containsText("tidak dikenal di SIKS-NG");
        stranger.begins();
        assertThat(stranger.page()).hasURL(HERE + "/login?unknown");
        assertThat(keycloak.tokenForPassword("siks", "orang-lain", OWN).body()).doesNotContain("access_token");
    }

    /** Nor does anybody who found out the password put a telephone of his own beside it. */
    @Test
    void aSecondFactorIsSetUpWithTheFirstOneOnly(People people) throws IOException {
        Officer admin = enrolled(people, Role.USER_ADMIN);
        admin.person().press("Keluar");
        admin.page()
                .navigate(keycloak.asks(RETURN) + "&code_challenge_method=S256&code_challenge=" + "c".repeat(43)
                        + "&kc_action=CONFIGURE_TOTP");
        admin.saysWhoHeIs();
        admin.provesPassword();
        assertThat(admin.page().locator("#otp")).isVisible();
        admin.provesCode();
        assertThat(admin.page().locator("#kc-totp-secret-qr-code")).isVisible();
    }

    @Test
    void aReleaseIsAskedForAnewWithBothFactors(People people) throws IOException {
        Officer admin = enrolled(people, Role.PROCESS_ADMIN);
        Drawer drawer = new Drawer(admin.person());
        drawer.upload(
                "fresh-login.form",
                """
                {"type": "default", "id": "fresh-login", "components": [{"type": "textfield", "key": "a", "label": "Isian"}]}""");
        String proposed = drawer.propose("Formulir baru.");

        Officer releaser = enrolled(people, Role.PROCESS_RELEASER);
        everybodyLoggedInLongAgo();
        Page page = releaser.page();
        page.navigate(proposed);
        page.getByText("Masuk lagi sekarang").click();
        releaser.provesPassword();
        releaser.provesCode();
        assertThat(page).hasURL(proposed);
        page.locator("[name='effect'][value='NOW']").check();
        page.locator("#reason").fill("Sudah dibandingkan.");
        releaser.person().press("Rilis");
        assertThat(page.locator("main .badge").first()).hasText("Dirilis");
    }

    /** Requirement 19: exact addresses, and PKCE. */
    @Test
    void nothingButACodeForTheOneWhoBeganLeadsIn() throws IOException {
        HttpResponse<String> elsewhere = keycloak.answer(keycloak.asks(HERE + "/login/oauth2/code/other"));
        assertThat(elsewhere.statusCode()).isEqualTo(400);
        HttpResponse<String> withoutProof = keycloak.answer(keycloak.asks(RETURN));
        assertThat(withoutProof.headers().firstValue("Location").orElseThrow())
                .startsWith(RETURN + "?error=invalid_request")
                .contains("code_challenge_method");
    }

    /** Somebody of the nation with that role, who has come in with both factors. */
    private Officer enrolled(People people, Role role) throws IOException {
        Actor actor = actors.holding(List.of(Assignment.nation(role)));
        Officer officer = newcomer(people, TestActors.login(actor));
        officer.scansPicture();
        assertThat(officer.page().locator(".who")).containsText(actor.displayName());
        return officer;
    }

    /** Somebody who gets an account at the login server and logs in for the first time. */
    private static Officer newcomer(People people, String login) throws IOException {
        keycloak.addAccount(login, GIVEN);
        Officer officer = new Officer(people.stranger(login), login, GIVEN);
        officer.begins();
        officer.choosesPassword(OWN);
        return officer;
    }

    /** What a session remembers of its login is older than counts for a release. */
    private void everybodyLoggedInLongAgo() {
        long longAgo = System.currentTimeMillis() - FreshLogin.FRESH.toMillis() - 1;
        TomcatWebServer server = (TomcatWebServer) application.getWebServer();
        Context house = (Context) server.getTomcat().getHost().findChildren()[0];
        for (Session session : house.getManager().findSessions()) {
            session.getSession().setAttribute(FreshLogin.class.getName(), longAgo);
        }
    }
}
