package wrong.code;

import id.siks.casework.OpenTask;
import id.siks.casework.TaskForm;
import id.siks.identity.Actor;
import id.siks.platform.engine.ProcessSteps;
import id.siks.platform.forms.FormInput;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;

/** Everything this house does not do, one example for each rule. It lies outside the house, where nothing finds it. */
public final class WrongCode {

    private WrongCode() {}

    static Instant readsTheClock() {
        return Instant.now();
    }

    static void prints() {
        System.out.println("standard output");
    }

    static void sleeps() throws InterruptedException {
        Thread.sleep(1);
    }

    /** Knows the engine outside its seam. */
    record EngineOutside(RuntimeService engine) {}

    /** An entity everybody can see and change. */
    @Entity
    public static class PublicEntity {

        @Id
        private Long id;

        private String state;

        public void setState(String state) {
            this.state = state;
        }

        String summary() {
            return id + state;
        }
    }

    /** A repository everybody can use. */
    public interface PublicRepository extends Repository<PublicEntity, Long> {}

    /** A controller everybody can call, with a repository, a field from nowhere and a write on reading. */
    @Controller
    public static class PublicController {

        private final PublicRepository repository;

        @Autowired
        private Runnable injected;

        PublicController(PublicRepository repository) {
            this.repository = repository;
        }

        @GetMapping("/wrong")
        @Transactional
        public String writesOnGet() {
            injected.run();
            return repository.toString();
        }
    }

    /** Steps outside the process. */
    @ProcessSteps("strayWork")
    static class StrayWork {}

    /** A task's handler outside the tasks. */
    static class StrayTask implements TaskForm {

        @Override
        public String task() {
            return "stray-task";
        }

        @Override
        public String view() {
            return "wrong/stray-task";
        }

        @Override
        public Map<String, Object> model(OpenTask task, Actor actor) {
            return Map.of();
        }

        @Override
        public void complete(OpenTask task, FormInput input, Actor actor) {
            throw new UnsupportedOperationException();
        }
    }
}
