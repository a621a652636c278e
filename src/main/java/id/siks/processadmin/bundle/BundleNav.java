package id.siks.processadmin.bundle;

import id.siks.platform.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where bundles stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class BundleNav {

    @Bean
    NavEntry bundlesEntry() {
        return new NavEntry("processadmin.nav.bundles", "/processadmin/bundles", "batch", 82);
    }
}
