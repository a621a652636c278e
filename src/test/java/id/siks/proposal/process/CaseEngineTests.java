package id.siks.proposal.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import id.siks.casework.CaseRef;
import id.siks.casework.LateComers;
import id.siks.platform.Conflict;
import id.siks.platform.engine.EngineMessages;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said of a race that was lost. */
class CaseEngineTests {

    private static final CaseRef CASE = new CaseRef("UJI-2026-12-000001");

    private final EngineMessages messages = mock(EngineMessages.class);
    private final LateComers lateComers = mock(LateComers.class);
    private CaseEngine cases;

    @BeforeEach
    void build() {
        ProcessEngine engine = mock(ProcessEngine.class);
        when(engine.getProcessEngineConfiguration()).thenReturn(mock(ProcessEngineConfigurationImpl.class));
        cases = new CaseEngine(mock(RuntimeService.class), mock(TaskService.class), messages, lateComers, engine);
    }

    @Test
    void who_was_faster_is_named() {
        Conflict named = Conflict.because("proposal.error.task-gone");
        when(lateComers.told(any(), any(), any(), any())).thenReturn(named);
        lost(new OptimisticLockingException("changed meanwhile"));

        assertThatThrownBy(this::tell).isSameAs(named);
    }

    @Test
    void of_a_transaction_the_database_has_stopped_nothing_more_is_asked() {
        OptimisticLockingException stopped =
                new OptimisticLockingException("stopped", new SQLException("deadlock detected", "40P01"));
        lost(stopped);

        assertThatThrownBy(this::tell).isSameAs(stopped);
        verifyNoInteractions(lateComers);
    }

    private void lost(OptimisticLockingException thrown) {
        when(messages.tell(any(), anyCollection(), anyMap())).thenThrow(thrown);
    }

    private void tell() {
        cases.tell("proposal-withdrawn", List.of(CASE), Map.of());
    }
}
