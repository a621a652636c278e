package id.siks.processadmin.run;

import java.util.Arrays;
import java.util.List;

/** Why a step failed, as an official would say it. Told by the kinds of the exceptions, the innermost first. */
enum IncidentCause {
    OUTSIDE(
            "ConnectException",
            "SocketException",
            "SocketTimeoutException",
            "UnknownHostException",
            "HttpTimeoutException",
            "ResourceAccessException",
            "MessagingException",
            "MailSendException"),
    DATABASE_AWAY(
            "CannotGetJdbcConnectionException",
            "SQLTransientConnectionException",
            "CannotCreateTransactionException",
            "QueryTimeoutException"),
    COLLISION(
            "OptimisticLockingException",
            "ObjectOptimisticLockingFailureException",
            "CannotAcquireLockException",
            "DeadlockLoserDataAccessException",
            "PessimisticLockingFailureException"),
    DATA_CLASH("DataIntegrityViolationException", "DuplicateKeyException"),
    DATABASE("PSQLException", "SQLException", "BadSqlGrammarException", "DataAccessException"),
    MISSING("NotFound", "NoSuchElementException", "EmptyResultDataAccessException"),
    RULE("InvalidInput", "Refused", "Conflict"),
    STOPPED("SuspendedEntityInteractionException"),
    DECISION("DmnEngineException", "DmnTransformException", "FeelException", "DmnHitPolicyException"),
    VALUE("PropertyNotFoundException", "ELException", "MethodNotFoundException"),
    UNCAUGHT("BpmnError"),
    PROGRAM(
            "NullPointerException",
            "IllegalStateException",
            "IllegalArgumentException",
            "ClassCastException",
            "IndexOutOfBoundsException",
            "ArithmeticException"),
    UNKNOWN();

    private final List<String> kinds;

    IncidentCause(String... kinds) {
        this.kinds = List.of(kinds);
    }

    /**
     * The cause of a failure.
     *
     * @param classes names of its exceptions, the outermost first
     */
    static IncidentCause of(List<String> classes) {
        for (int i = classes.size() - 1; i >= 0; i--) {
            String simple = classes.get(i).substring(classes.get(i).lastIndexOf('.') + 1);
            IncidentCause found = Arrays.stream(values())
                    .filter(cause -> cause.kinds.contains(simple))
                    .findFirst()
                    .orElse(UNKNOWN);
            if (found != UNKNOWN) {
                return found;
            }
        }
        return UNKNOWN;
    }
}
