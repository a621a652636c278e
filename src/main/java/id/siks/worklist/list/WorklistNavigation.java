package id.siks.worklist.list;

import id.siks.platform.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The places of this room in the navigation. */
@Configuration(proxyBeanMethods = false)
class WorklistNavigation {

    @Bean
    NavEntry homeEntry() {
        return new NavEntry("worklist.nav.home", "/", "home", 10);
    }

    @Bean
    NavEntry worklistEntry() {
        return new NavEntry("worklist.nav.tasks", "/worklist", "tasks", 20);
    }

    @Bean
    NavEntry deliveriesEntry() {
        return new NavEntry("worklist.nav.deliveries", "/worklist/deliveries", "log", 90);
    }

    @Bean
    NavEntry boardEntry() {
        return new NavEntry("worklist.nav.board", "/worklist/board", "board", 25);
    }
}
