package id.siks.processadmin.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import id.siks.EngineTest;
import id.siks.processadmin.check.ModelKind;
import id.siks.processadmin.check.Shipped;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is in force is the same alone and among all. */
@EngineTest
class ModelsTests {

    @Autowired
    Models models;

    @Test
    void each_is_found_as_it_stands_among_all() {
        assertThat(models.all()).hasSizeGreaterThan(20).allSatisfy(model -> assertThat(
                        models.find(model.kind(), model.key()))
                .contains(model));
        for (ModelKind kind : ModelKind.values()) {
            assertThat(models.find(kind, "test-nobody")).isEmpty();
        }
    }

    @Test
    void who_asks_for_one_diagram_does_not_have_all_read() {
        DeployedFiles deployed = mock(DeployedFiles.class);
        when(deployed.latest(ModelKind.BPMN, "test-own", List.of()))
                .thenReturn(
                        Optional.of(new ModelFile(ModelKind.BPMN, "test-own", "proposal", "<process name='Uji'/>")));

        assertThat(new Models(mock(Shipped.class), deployed, new ModelNames()).find(ModelKind.BPMN, "test-own"))
                .get()
                .returns("proposal", Model::room);
        verify(deployed, never()).latest(any());
    }
}
