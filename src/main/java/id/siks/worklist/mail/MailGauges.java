package id.siks.worklist.mail;

import id.siks.worklist.notice.DeliveryState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The metrics {@code siks.mail.waiting}, {@code .failed} and {@code .unsure}: how many mails are in that state. */
@Configuration(proxyBeanMethods = false)
class MailGauges {

    private static final List<DeliveryState> SHOWN =
            List.of(DeliveryState.WAITING, DeliveryState.FAILED, DeliveryState.UNSURE);

    @Bean
    MeterBinder mailStates(DeliveryRows rows) {
        return registry -> SHOWN.forEach(state -> Gauge.builder(nameOf(state), () -> rows.count(state))
                .description("Mails of notices in the state " + state)
                .register(registry));
    }

    static String nameOf(DeliveryState state) {
        return "siks.mail." + state.name().toLowerCase(java.util.Locale.ROOT);
    }
}
