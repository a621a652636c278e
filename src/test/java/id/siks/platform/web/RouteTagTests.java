package id.siks.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.EngineTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.actuate.autoconfigure.metrics.MetricsProperties;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Requests are measured by route; beyond the most that are told apart the rest would be measured no more. */
@EngineTest
class RouteTagTests {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    @Autowired
    MetricsProperties metrics;

    @Test
    void every_route_of_ours_can_be_measured() {
        long ours = routes.getHandlerMethods().keySet().stream()
                .flatMap(route -> route.getPatternValues().stream())
                .distinct()
                .count();

        assertThat(metrics.getWeb().getServer().getMaxUriTags()).isGreaterThan((int) ours * 2);
    }
}
