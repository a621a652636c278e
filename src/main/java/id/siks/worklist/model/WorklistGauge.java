package id.siks.worklist.model;

import id.siks.platform.engine.EngineLedger;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The metric {@code siks.worklist.difference}: tasks open in the engine minus tasks the worklist shows. It should be 0. */
@Configuration(proxyBeanMethods = false)
class WorklistGauge {

    static final String NAME = "siks.worklist.difference";

    @Bean
    MeterBinder worklistDifference(EngineLedger engine, ItemLedger items) {
        return registry -> Gauge.builder(NAME, () -> engine.size() - items.size())
                .description("Tasks open in the engine minus tasks shown")
                .register(registry);
    }
}
