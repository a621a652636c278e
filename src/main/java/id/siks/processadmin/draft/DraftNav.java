package id.siks.processadmin.draft;

import id.siks.platform.web.NavEntry;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where drafts stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class DraftNav {

    @Bean
    NavEntry draftsEntry() {
        List<String> trials = List.of("/processadmin/releases/drafts");
        return new NavEntry("processadmin.nav.drafts", "/processadmin/drafts", "draft", 60, trials);
    }
}
