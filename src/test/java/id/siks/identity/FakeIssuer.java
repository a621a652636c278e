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
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A login server on loopback that says of whoever comes what the test told it to. */
final class FakeIssuer implements AutoCloseable {

    static final String DISCOVERY = "/.well-known/openid-configuration";
    static final String KEYS = "/keys";

    /** Made once: making one takes longer than most tests. */
    private static final RSAKey KEY = key();

    private final HttpServer server;
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private final Queue<HttpExchange> waiting = new ConcurrentLinkedQueue<>();
    private volatile String token = "";
    private volatile Mood mood = Mood.ANSWERS;
    private volatile String where = "/";
    private volatile String name;

    FakeIssuer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(DISCOVERY, exchange -> hear(exchange, metadata()));
        server.createContext(KEYS, exchange -> hear(exchange, new JWKSet(KEY.toPublicJWK()).toString()));
        server.createContext(
                "/token",
                exchange -> hear(
                        exchange,
                        """
                        {"access_token": "a", "token_type": "Bearer", "expires_in": 60, "id_token": "%s"}"""
                                .formatted(token)));
        server.start();
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("one").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From now on it is down: it ends every line without a word. */
    void isGone() {
        now(Mood.GONE, "/");
    }

    /** From now on whatever stands before it says that it is not there, also to who waits already. */
    void breaks() throws IOException {
        breaks("/");
    }

    /** The same of what lies at {@code path} alone. */
    void breaks(String path) throws IOException {
        now(Mood.BREAKS, path);
        for (HttpExchange kept = waiting.poll(); kept != null; kept = waiting.poll()) {
            say(kept, 503, "{}");
        }
    }

    /** From now on it takes what it is asked and says nothing. */
    void hangs() {
        hangs("/");
    }

    /** The same of what lies at {@code path} alone. */
    void hangs(String path) {
        now(Mood.HANGS, path);
    }

    /** From now on all is well again. */
    void isBack() {
        now(Mood.ANSWERS, "/");
    }

    private void now(Mood mood, String path) {
        this.where = path;
        this.mood = mood;
    }

    /** From now on it says that it is another. */
    void callsItself(String issuer) {
        name = issuer;
    }

    /** How often it was asked for what lies at {@code path}. */
    long asked(String path) {
        return asked.stream().filter(path::equals).count();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The next code is worth an ID token with these claims beside the usual ones. */
    void says(String subject, String login, String nonce, Map<String, Object> more) throws JOSEException {
        JWTClaimsSet.Builder claims =
                claims(subject, "siks").claim("nonce", nonce).claim("preferred_username", login);
        more.forEach(claims::claim);
        token = signed(claims.build(), KEY);
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
        return signed(claims, KEY);
    }

    /** The same with a header that says of what type it is. */
    String signed(JWTClaimsSet claims, String type) throws JOSEException {
        SignedJWT signed = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID("one")
                        .type(new JOSEObjectType(type))
                        .build(),
                claims);
        signed.sign(new RSASSASigner(KEY));
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
        return KEY.toPublicJWK();
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

    private void hear(HttpExchange exchange, String answer) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(path);
        switch (path.startsWith(where) ? mood : Mood.ANSWERS) {
            case ANSWERS -> say(exchange, 200, answer);
            case BREAKS -> say(exchange, 503, "{}");
            case GONE -> exchange.close();
            case HANGS -> waiting.add(exchange);
        }
    }

    private static void say(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private enum Mood {
        ANSWERS,
        BREAKS,
        GONE,
        HANGS
    }
}
