package id.siks.platform;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.EngineTest;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class ContextTests {

    @Autowired
    ProcessEngine engine;

    @Autowired
    OnceOnly onceOnly;

    @Test
    void the_house_starts_on_a_temporary_database() {
        assertThat(engine.getRepositoryService()).isNotNull();
    }

    @Test
    void a_deed_that_is_sent_twice_happens_once() {
        UUID key = UUID.randomUUID();
        AtomicInteger deeds = new AtomicInteger();

        String first = onceOnly.once(key, 1, () -> "/deed/" + deeds.incrementAndGet());
        String second = onceOnly.once(key, 1, () -> "/deed/" + deeds.incrementAndGet());

        assertThat(second).isEqualTo(first);
        assertThat(deeds).hasValue(1);
    }
}
