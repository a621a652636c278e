package id.siks.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;

/** A login server on loopback that says of whoever comes what the test told it to. */
final class FakeIssuer implements AutoCloseable {

    private final HttpServer server;
    private final RSAKey key;
    private volatile String token = "";
    private volatile boolean broken;
    private volatile boolean silent;
    private volatile String name;

    FakeIssuer() throws IOException, JOSEException {
        this(0);
    }

    /** One that is found at {@code port}. */
    FakeIssuer(int port) throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("one").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, metadata()));
        server.createContext("/keys", exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext(
                "/token",
                exchange -> answer(
                        exchange,
                        """
                        {"access_token": "a", "token_type": "Bearer", "expires_in": 60, "id_token": "%s"}"""
                                .formatted(token)));
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** From now on whatever stands before it says that it is not there. */
    void breaks() {
        broken = true;
    }

    /** From now on it takes what it is asked and says nothing. */
    void hangs() {
        silent = true;
    }

    /** From now on it says that it is another. */
    void callsItself(String issuer) {
        name = issuer;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The next code is worth an ID token with these claims beside the usual ones. */
    void says(String subject, String login, String nonce, Map<String, Object> more) throws JOSEException {
        JWTClaimsSet.Builder claims =
                claims(subject, "siks").claim("nonce", nonce).claim("preferred_username", login);
        more.forEach(claims::claim);
        token = signed(claims.build(), key);
    }

    /** What it says of {@code subject} to {@code audience}, for a minute. */
    JWTClaimsSet.Builder claims(String subject, String audience) {
        return new JWTClaimsSet.Builder()
                .issuer(address())
                .subject(subject)
                .audience(audience)
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plusSeconds(60)));
    }

    /** A token it signs, as every login server that is right does. */
    String signed(JWTClaimsSet claims) throws JOSEException {
        return signed(claims, key);
    }

    /** The same with a header that says of what type it is. */
    String signed(JWTClaimsSet claims, String type) throws JOSEException {
        SignedJWT signed = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID("one")
                        .type(new JOSEObjectType(type))
                        .build(),
                claims);
        signed.sign(new RSASSASigner(key));
        return signed.serialize();
    }

    /** A token somebody else signs under the name of its key. */
    static String signed(JWTClaimsSet claims, RSAKey by) throws JOSEException {
        SignedJWT signed = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), claims);
        signed.sign(new RSASSASigner(by));
        return signed.serialize();
    }

    /** The key everybody may know. */
    RSAKey publicKey() {
        return key.toPublicJWK();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String metadata() {
        return """
                {"issuer": "%2$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/keys", "end_session_endpoint": "%1$s/logout", "subject_types_supported": ["public"],
                 "id_token_signing_alg_values_supported": ["RS256"]}"""
                .formatted(address(), name == null ? address() : name);
    }

    private void answer(HttpExchange exchange, String json) throws IOException {
        if (silent) {
            return;
        }
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(broken ? 503 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
