package id.siks.processadmin.run;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

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

    private static final Set<IncidentCause> OF_THE_DATABASE = Set.of(DATABASE_AWAY, COLLISION, DATA_CLASH);

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
        List<IncidentCause> known = IntStream.rangeClosed(1, classes.size())
                .mapToObj(fromBehind -> ofClass(classes.get(classes.size() - fromBehind)))
                .filter(cause -> cause != UNKNOWN)
                .toList();
        IncidentCause innermost = known.isEmpty() ? UNKNOWN : known.get(0);
        // The driver's own exception lies in each of these and says less than whoever wraps it.
        return innermost == DATABASE
                ? known.stream()
                        .filter(cause -> cause != DATABASE)
                        .findFirst()
                        .filter(OF_THE_DATABASE::contains)
                        .orElse(DATABASE)
                : innermost;
    }

    private static IncidentCause ofClass(String name) {
        String simple = name.substring(name.lastIndexOf('.') + 1);
        return Arrays.stream(values())
                .filter(cause -> cause.kinds.contains(simple))
                .findFirst()
                .orElse(UNKNOWN);
    }
}
