package id.siks.platform;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Runs what rooms do by the clock ({@code @Scheduled}); tests switch it off and call the methods themselves. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "siks.schedule.enabled", havingValue = "true", matchIfMissing = true)
class Schedules {}
