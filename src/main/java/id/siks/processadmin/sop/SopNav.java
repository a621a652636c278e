package id.siks.processadmin.sop;

import id.siks.platform.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where procedures stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class SopNav {

    @Bean
    NavEntry proceduresEntry() {
        return new NavEntry("processadmin.nav.sop", "/processadmin/sop", "log", 83);
    }
}
