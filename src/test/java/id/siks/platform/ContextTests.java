package id.siks.platform;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.EngineTest;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.ClassUtils;

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

    /** Requirement 8: neither the engine's REST interface nor its web applications are there, nor a user or group of its own. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.camunda.bpm.engine.rest.impl.CamundaRestResources",
                "org.camunda.bpm.webapp.impl.security.auth.AuthenticationFilter",
                "org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration"
            })
    void nothing_of_the_engine_faces_the_web(String type) {
        assertThat(ClassUtils.isPresent(type, getClass().getClassLoader())).isFalse();
        assertThat(engine.getIdentityService().createUserQuery().count()).isZero();
        assertThat(engine.getIdentityService().createGroupQuery().count()).isZero();
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
