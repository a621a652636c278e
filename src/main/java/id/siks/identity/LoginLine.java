package id.siks.identity;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import id.siks.platform.Causes;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * How we speak with the login server: patiently for a few seconds, never without end, so that a server that hangs does not take the
 * places of those who work on (requirement 29).
 */
final class LoginLine {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private LoginLine() {}

    /** True when {@code failure} is about the server or the way to it, and not about who wants to come in. */
    static boolean isDown(Throwable failure) {
        return Causes.of(failure)
                .anyMatch(cause -> cause instanceof IOException
                        || cause instanceof HttpServerErrorException
                        || cause instanceof AuthenticationServiceException
                        || cause instanceof JWKSetUnavailableException);
    }

    /** How the server at {@code issuer} describes itself (OpenID Connect Discovery 1.0); a runtime exception when it does not. */
    static Map<String, Object> metadata(String issuer) {
        Map<String, Object> said = RestClient.builder()
                .requestFactory(line())
                .build()
                .get()
                .uri(URI.create(issuer.replaceFirst("/+$", "") + "/.well-known/openid-configuration"))
                .accept(MediaType.APPLICATION_JSON)
                .retrieve()
                .body(new ParameterizedTypeReference<>() {});
        if (said == null) {
            throw new IllegalStateException("it says nothing of itself");
        }
        return said;
    }

    /** Exchanges the code of a login for what the server says. */
    static RestClientAuthorizationCodeTokenResponseClient codes() {
        RestClientAuthorizationCodeTokenResponseClient codes = new RestClientAuthorizationCodeTokenResponseClient();
        codes.setRestClient(RestClient.builder()
                .requestFactory(line())
                .messageConverters(converters -> {
                    converters.clear();
                    converters.add(new FormHttpMessageConverter());
                    converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return codes;
    }

    /** Asks who somebody is. */
    static OidcUserService people() {
        RestTemplate asking = new RestTemplate(line());
        asking.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        DefaultOAuth2UserService asked = new DefaultOAuth2UserService();
        asked.setRestOperations(asking);
        OidcUserService people = new OidcUserService();
        people.setOauth2UserService(asked);
        return people;
    }

    /** Reads what the server says in the ID token of a login; its keys are kept for a while. */
    static JwtDecoderFactory<ClientRegistration> idTokens() {
        Map<String, JwtDecoder> known = new ConcurrentHashMap<>();
        return client -> known.computeIfAbsent(client.getRegistrationId(), id -> idTokens(client));
    }

    private static JwtDecoder idTokens(ClientRegistration client) {
        NimbusJwtDecoder decoder = decoder(client.getProviderDetails().getJwkSetUri(), true);
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(), new OidcIdTokenValidator(client)));
        decoder.setClaimSetConverter(
                new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
        return decoder;
    }

    /**
     * Reads what is signed by the {@link LoginKeys keys} at {@code keys} with the one algorithm that counts.
     *
     * @param plainType true when only a plain JWT is taken; else who calls looks at the type himself
     */
    static NimbusJwtDecoder decoder(String keys, boolean plainType) {
        return NimbusJwtDecoder.withJwkSetUri(keys)
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .validateType(plainType)
                .jwtProcessorCustomizer(reading -> reading.setJWSKeySelector(
                        new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, LoginKeys.at(keys))))
                .build();
    }

    /** The keys the server shows at {@code address} now; a runtime exception when it does not. */
    static JWKSet keys(String address) {
        try {
            return JWKSet.parse(new RestTemplate(line()).getForObject(URI.create(address), String.class));
        } catch (ParseException | IllegalArgumentException shapeless) {
            throw new IllegalStateException("it does not say its keys", shapeless);
        }
    }

    private static ClientHttpRequestFactory line() {
        SimpleClientHttpRequestFactory line = new SimpleClientHttpRequestFactory();
        line.setConnectTimeout(PATIENCE);
        line.setReadTimeout(PATIENCE);
        return line;
    }
}
