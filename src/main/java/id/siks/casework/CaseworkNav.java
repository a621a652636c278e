package id.siks.casework;

import id.siks.platform.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room adds to the navigation. */
@Configuration(proxyBeanMethods = false)
class CaseworkNav {

    @Bean
    NavEntry holdsEntry() {
        return new NavEntry("casework.nav.holds", "/casework/holds", "hold", 85);
    }

    @Bean
    NavEntry calendarEntry() {
        return new NavEntry("casework.nav.calendar", "/casework/calendar", "calendar", 86);
    }
}
