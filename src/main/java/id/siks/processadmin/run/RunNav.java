package id.siks.processadmin.run;

import id.siks.platform.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this part adds to the navigation. */
@Configuration(proxyBeanMethods = false)
class RunNav {

    @Bean
    NavEntry runningProcessesEntry() {
        return new NavEntry("processadmin.nav.run", "/processadmin/processes", "board", 81);
    }
}
