package id.siks.processadmin.draft;

import id.siks.platform.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where drafts stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class DraftNav {

    @Bean
    NavEntry draftsEntry() {
        return new NavEntry("processadmin.nav.drafts", "/processadmin/drafts", "draft", 60);
    }
}
