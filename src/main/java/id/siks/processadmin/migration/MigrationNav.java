package id.siks.processadmin.migration;

import id.siks.platform.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this part adds to the navigation. */
@Configuration(proxyBeanMethods = false)
class MigrationNav {

    @Bean
    NavEntry migrationsEntry() {
        return new NavEntry("processadmin.nav.migrations", "/processadmin/migrations", "batch", 83);
    }
}
