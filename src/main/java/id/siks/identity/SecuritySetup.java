package id.siks.identity;

import id.siks.platform.web.DoorKeeper;
import id.siks.platform.web.FormTarget;
import id.siks.platform.web.MatrixAuthorization;
import jakarta.servlet.DispatcherType;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/** Every door is shut unless the access matrix opens it (requirements 9, 19, 20). */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LoginSettings.class)
class SecuritySetup {

    @Bean
    SecurityFilterChain doors(
            HttpSecurity http, MatrixAuthorization matrix, DoorKeeper keeper, Optional<OpenIdLogin> openId)
            throws Exception {
        http.authorizeHttpRequests(request -> request.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .anyRequest()
                        .access(matrix))
                .exceptionHandling(
                        refusal -> refusal.authenticationEntryPoint(keeper).accessDeniedHandler(keeper))
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(logout -> logout.logoutUrl("/logout")
                        .logoutSuccessUrl("/login?bye")
                        .invalidateHttpSession(true)
                        .deleteCookies("siks", "__Host-siks"))
                .addFilterBefore(new SessionAge(), SecurityContextHolderFilter.class)
                .headers(SecuritySetup::safe);
        if (openId.isPresent()) {
            openId.get().join(http);
        }
        return http.build();
    }

    /** Other clients come with a token; they have a chain of their own, before the one of the browsers. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @WithLoginServer
    SecurityFilterChain doorsForClients(HttpSecurity http, ClientDoor door) throws Exception {
        return door.open(http);
    }

    /** What every answer says of itself (requirement 20). */
    static void safe(HeadersConfigurer<HttpSecurity> headers) {
        headers.httpStrictTransportSecurity(strict -> strict.requestMatcher(AnyRequestMatcher.INSTANCE))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        permissions -> permissions.policy("camera=(self), geolocation=(self), microphone=()"));
    }

    /** Whoever logs out is led through the login server. */
    @Bean
    @WithLoginServer
    FormTarget formsThroughTheLoginServer(LoginSettings settings) {
        return FormTarget.of(settings.issuer());
    }

    /** There are no local passwords; without this bean the framework would invent a user. */
    @Bean
    UserDetailsService noLocalPasswords() {
        return name -> {
            throw new UsernameNotFoundException("no local passwords");
        };
    }
}
