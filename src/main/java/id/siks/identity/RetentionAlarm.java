package id.siks.identity;

import id.siks.platform.retention.RetentionFailed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells those in charge that old data are still there. */
@Component
class RetentionAlarm {

    private final Alarms alarms;

    RetentionAlarm(Alarms alarms) {
        this.alarms = alarms;
    }

    @EventListener
    void on(RetentionFailed failed) {
        alarms.raise(AlarmKind.RETENTION_FAILED, failed.kind());
    }
}
