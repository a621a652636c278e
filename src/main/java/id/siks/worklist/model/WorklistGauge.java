package id.siks.worklist.model;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The metric {@code siks.worklist.difference}: tasks open in the engine minus tasks the worklist shows. It should be 0; the page
 * {@code /worklist/reconcile} tells it as well.
 */
@Configuration(proxyBeanMethods = false)
class WorklistGauge {

    static final String NAME = "siks.worklist.difference";

    @Bean
    MeterBinder worklistDifference(WorklistReconcile reconcile) {
        return registry -> Gauge.builder(NAME, reconcile::difference)
                .description("Tasks open in the engine minus tasks shown")
                .register(registry);
    }
}
