package id.siks.register.web;

import id.siks.platform.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The register's place in the navigation. */
@Configuration
class RegisterNav {

    @Bean
    NavEntry registerEntry() {
        return new NavEntry("register.nav", "/register", "data", 40);
    }
}
