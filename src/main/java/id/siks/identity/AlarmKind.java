package id.siks.identity;

/** What an alarm is about. Labels are {@code identity.alarm.kind.<code>}. */
public enum AlarmKind {
    LIMIT_EXCEEDED,
    LOG_ALTERED,
    WORKLIST_DIFFERS,
    RETENTION_FAILED
}
