package id.siks.identity;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people sign in.
 *
 * @param issuer address of the OpenID Connect server; empty means local demo accounts
 * @param clientId our name there
 * @param clientSecret our secret there, from the environment only
 */
@ConfigurationProperties("siks.login")
record LoginSettings(
        @DefaultValue("") String issuer, @DefaultValue("siks") String clientId, @DefaultValue("") String clientSecret) {

    boolean demo() {
        return issuer.isBlank();
    }
}
