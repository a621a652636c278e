package id.siks.fieldcheck.web;

import id.siks.platform.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room adds to the navigation. */
@Configuration(proxyBeanMethods = false)
class FieldCheckNav {

    @Bean
    NavEntry visitsEntry() {
        return new NavEntry("fieldcheck.nav.visits", "/fieldcheck", "visit", 30);
    }
}
