package id.siks.proposal.web;

import id.siks.platform.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way to this room's pages in the frame of every page. */
@Configuration(proxyBeanMethods = false)
class ProposalNavigation {

    @Bean
    NavEntry proposalList() {
        return new NavEntry("proposal.page.nav", "/proposal", "proposal", 30);
    }
}
