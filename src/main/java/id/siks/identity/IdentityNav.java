package id.siks.identity;

import id.siks.platform.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room adds to the navigation. */
@Configuration(proxyBeanMethods = false)
class IdentityNav {

    @Bean
    NavEntry accessLogEntry() {
        return new NavEntry("identity.nav.log", "/identity/access-log", "log", 90);
    }

    @Bean
    NavEntry officersEntry() {
        return new NavEntry("identity.nav.officers", OfficerPages.HERE, "people", 91);
    }
}
