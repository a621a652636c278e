package id.siks.processadmin.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.util.ExceptionUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.client.ResourceAccessException;

/** What is shown of an exception are kinds and places, whatever its message says. */
class FailureTests {

    @Test
    void kinds_are_shown_and_words_are_not() {
        Failure failure = Failure.in(ExceptionUtil.getExceptionStacktrace(new ProcessEngineException(
                "Nama: Budi Santoso\nCaused by: Siti, NIK 1804010101900001\nid.siks.Budi\n\tat Budi Santoso",
                new IllegalStateException("NIK 1804010101900001"))));

        assertThat(failure.classes())
                .containsExactly("org.camunda.bpm.engine.ProcessEngineException", "java.lang.IllegalStateException");
        assertThat(failure.places()).isNotEmpty().allMatch(p -> p.startsWith("id.siks.processadmin.run.FailureTests."));
        assertThat(failure.toString()).doesNotContain("Budi", "Siti", "1804");
        assertThat(failure.cause()).isEqualTo(IncidentCause.PROGRAM);
    }

    @Test
    void the_innermost_kind_that_is_known_tells_the_cause() {
        Failure failure = Failure.in(ExceptionUtil.getExceptionStacktrace(
                new ResourceAccessException("I/O error on GET request", new ConnectException("refused"))));

        assertThat(failure.cause()).isEqualTo(IncidentCause.OUTSIDE);
    }

    @ParameterizedTest
    @CsvSource({
        "org.springframework.dao.CannotAcquireLockException, COLLISION",
        "org.springframework.dao.DuplicateKeyException, DATA_CLASH",
        "org.springframework.jdbc.BadSqlGrammarException, DATABASE",
        "id.siks.platform.NotFound, DATABASE"
    })
    void whoever_wraps_what_the_driver_says_tells_more_of_the_database(String wrapping, IncidentCause cause) {
        assertThat(IncidentCause.of(List.of(
                        "java.lang.IllegalStateException",
                        wrapping,
                        "java.sql.BatchUpdateException",
                        "org.postgresql.util.PSQLException")))
                .isEqualTo(cause);
    }

    @Test
    void without_a_stack_nothing_is_known() {
        assertThat(Failure.in(null)).isEqualTo(new Failure(List.of(), List.of()));
        assertThat(Failure.in(null).cause()).isEqualTo(IncidentCause.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "org.camunda.bpm.engine.OptimisticLockingException, COLLISION",
        "org.springframework.dao.DuplicateKeyException, DATA_CLASH",
        "id.siks.platform.NotFound, MISSING",
        "id.siks.platform.Refused, RULE",
        "org.camunda.bpm.impl.juel.jakarta.el.PropertyNotFoundException, VALUE",
        "org.camunda.bpm.engine.delegate.BpmnError, UNCAUGHT",
        "com.example.Strange, UNKNOWN"
    })
    void kinds_have_causes(String kind, IncidentCause cause) {
        assertThat(IncidentCause.of(List.of("org.camunda.bpm.engine.ProcessEngineException", kind)))
                .isEqualTo(cause);
    }
}
