package id.siks.identity;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people sign in.
 *
 * @param issuer address of the OpenID Connect server; empty means local demo accounts
 * @param clientId our name there
 * @param clientSecret our secret there, from the environment only; empty for a public client, which proves itself by PKCE alone
 * @param acr values of the ID token's {@code acr} (authentication context) that mean a second factor; they are asked for at a
 *     step-up. 2 is what a Keycloak realm with levels of authentication says
 * @param amr values of the ID token's {@code amr} (means used, RFC 8176) of which one is enough to mean a second factor
 * @param audience what the {@code aud} of a token must name with which another client acts for somebody; never our own client,
 *     whose ID tokens would be keys to the house then
 * @param firstKeeper name at the login server of who keeps the accounts as long as nobody else does; empty for nobody
 */
@ConfigurationProperties("siks.login")
record LoginSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("siks-ng") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("2") Set<String> acr,
        @DefaultValue("mfa") Set<String> amr,
        @DefaultValue("siks-ng-api") String audience,
        @DefaultValue("") String firstKeeper) {

    boolean demo() {
        return issuer.isBlank();
    }
}
