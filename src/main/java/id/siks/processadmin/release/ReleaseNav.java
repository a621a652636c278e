package id.siks.processadmin.release;

import id.siks.platform.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where releases stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class ReleaseNav {

    @Bean
    NavEntry releasesEntry() {
        return new NavEntry("processadmin.nav.releases", "/processadmin/releases", "log", 61);
    }
}
