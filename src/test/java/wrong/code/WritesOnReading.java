package wrong.code;

import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.repository.CrudRepository;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** Every way to change something although somebody only reads. */
final class WritesOnReading {

    private WritesOnReading() {}

    /** What a page asks. */
    interface Desk {
        void look();
    }

    /** Stands behind the desk. */
    static class WritingDesk implements Desk {

        private final JdbcClient jdbc;

        WritingDesk(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @Override
        public void look() {
            jdbc.sql("update wrong.code set looked = true").update();
        }
    }

    /** Things that can be kept. */
    interface Things extends CrudRepository<WrongCode.PublicEntity, Long> {}

    /** Pages that write. */
    @Controller
    static class Pages {

        private final Desk desk;
        private final JdbcTemplate jdbc;
        private final ApplicationEventPublisher events;
        private final RuntimeService engine;
        private final Things things;

        Pages(Desk desk, JdbcTemplate jdbc, ApplicationEventPublisher events, RuntimeService engine, Things things) {
            this.desk = desk;
            this.jdbc = jdbc;
            this.events = events;
            this.engine = engine;
            this.things = things;
        }

        @RequestMapping("/wrong/everything")
        String writesWhereEverythingIsAnswered() {
            jdbc.execute("truncate wrong.code");
            return "";
        }

        @GetMapping("/wrong/interface")
        String writesBehindAnInterface() {
            desk.look();
            return "";
        }

        @RequestMapping(path = "/wrong/lambda", method = RequestMethod.GET)
        String writesInALambda() {
            List.of("a").forEach(one -> jdbc.update("delete from wrong.code where code = ?", one));
            return "";
        }

        @GetMapping("/wrong/event")
        String announcesOnGet() {
            events.publishEvent(this);
            return "";
        }

        @GetMapping("/wrong/case")
        String startsACaseOnGet() {
            return engine.startProcessInstanceByKey("wrong").getId();
        }

        @GetMapping("/wrong/save")
        String savesOnGet() {
            things.save(new WrongCode.PublicEntity());
            return "";
        }

        @GetMapping("/wrong/nothing")
        String onlyReads() {
            return engine.createProcessInstanceQuery().list().toString()
                    + jdbc.queryForList("select code from wrong.code");
        }

        @PostMapping("/wrong/post")
        String writesOnPost() {
            desk.look();
            return "";
        }
    }

    /** A page whose whole class may write. */
    @Controller
    @Transactional
    static class ClassThatWrites {

        @GetMapping("/wrong/class")
        String opensOnGet() {
            return "";
        }
    }
}
