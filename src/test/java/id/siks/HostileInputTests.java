package id.siks;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import id.siks.Doors.Door;
import id.siks.Doors.Line;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Requirements 15 and 16: whatever somebody who may open a door sends to it, the answer is never an inner fault and shows nothing
 * of the inside. Doors and the names of their fields are read from the house as built, so a new door is knocked at too.
 */
@EngineTest
class HostileInputTests {

    private static final int WIDE = 2;
    private static final int STRANGERS = 3;
    private static final Pattern INSIDE =
            Pattern.compile("Exception\\b|at id\\.siks\\.|org\\.(camunda|springframework|hibernate|postgresql)\\.");

    @Autowired
    MockMvc mvc;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    TestActors actors;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    List<DoorSample> samples;

    private final Set<String> faults = new ConcurrentSkipListSet<>();

    @AfterEach
    void seeThemOff() {
        actors.seeOff();
    }

    @Test
    void noFieldOfAnyDoorTakesAnInnerFault() {
        atSeveralDoors(line -> true, this::knockWithEveryField);
        assertThat(faults).isEmpty();
    }

    private void knockWithEveryField(Line line) {
        Knocker knocker = knocker(line, made(sample(line)));
        List<String> fields = List.copyOf(fields(line.door()));
        for (String field : fields) {
            // Somebody new for every field, lest limits keep him from getting any further.
            knocker.as(passing(line), stranger -> {
                share(HostileTexts.values(), fields, field).forEach(value -> stranger.send(field, value));
                share(List.of("thrice", "[0]", ".x[99999999].y", ""), fields, field)
                        .forEach(shape -> stranger.misshapen(field, shape));
            });
        }
        knocker.as(passing(line), Knocker::bare);
    }

    @Test
    void noAddressIsTooStrange() {
        atSeveralDoors(line -> line.door().path().contains("{"), line -> knocker(line, Map.of())
                .as(passing(line), stranger -> HostileTexts.ids().forEach(stranger::at)));
        assertThat(faults).isEmpty();
    }

    @Test
    void noKindOfBodyIsTooStrange() {
        atSeveralDoors(line -> !line.door().method().equals("GET"), line -> knocker(line, made(sample(line)))
                .as(passing(line), stranger -> HostileTexts.bodies().forEach(stranger::body)));
        assertThat(faults).isEmpty();
    }

    @Test
    void theRuleFindsAnInnerFault() {
        MockHttpServletResponse broken = new MockHttpServletResponse();
        broken.setStatus(500);
        note("POST /broken x", broken);
        assertThat(faults).containsExactly("500: POST /broken x");
    }

    @Test
    void theRuleFindsWhatShowsTheInside() throws Exception {
        MockHttpServletResponse open = new MockHttpServletResponse();
        open.getWriter().write("java.lang.NullPointerException at id.siks.Room");
        note("GET /open", open);
        assertThat(faults).containsExactly("shows the inside: GET /open");
    }

    /** As strangers do, and because doors are many. All have left when this ends, also when one of them failed. */
    private void atSeveralDoors(Predicate<Line> which, Consumer<Line> knock) {
        ForkJoinPool strangers = new ForkJoinPool(STRANGERS);
        try {
            strangers
                    .submit(() -> Doors.matrix().parallelStream().filter(which).forEach(line -> knockAt(line, knock)))
                    .join();
        } finally {
            strangers.shutdown();
        }
    }

    private void knockAt(Line line, Consumer<Line> knock) {
        try {
            knock.accept(line);
        } catch (RuntimeException fault) {
            faults.add("thrown " + fault + ": " + line.door());
        }
    }

    /** All of them; of a wide form each field gets its share, so that together they get them all. */
    private static List<String> share(List<String> all, List<String> fields, String field) {
        int shares = (fields.size() + WIDE - 1) / WIDE;
        int mine = fields.indexOf(field) % shares;
        return IntStream.range(0, all.size())
                .filter(i -> i % shares == mine)
                .mapToObj(all::get)
                .toList();
    }

    private Set<String> fields(Door door) {
        Set<String> fields = new TreeSet<>();
        requestMappingHandlerMapping.getHandlerMethods().forEach((info, handler) -> {
            boolean same = info.getPatternValues().stream().anyMatch(path -> new Door(door.method(), path).equals(door))
                    && info.getMethodsCondition().getMethods().stream()
                            .anyMatch(method -> method.name().equals(door.method()));
            if (same) {
                fields.addAll(FormFields.of((HandlerMethod) handler));
            }
        });
        return fields;
    }

    private Actor passing(Line line) {
        List<Assignment> held = (line.isForEverybody()
                        ? List.of(Role.AUDITOR)
                        : line.roles().stream().map(Role::valueOf).toList())
                .stream().map(Assignment::nation).toList();
        return actors.passing(held);
    }

    /** {@code existing} stands in place of the variables of the address. */
    private Knocker knocker(Line line, Map<String, String> existing) {
        DoorSample sample = sample(line);
        return new Knocker(line.door(), null, existing, sample == null ? Map.of() : sample.parameters());
    }

    private DoorSample sample(Line line) {
        return samples.stream()
                .filter(s -> s.doors().stream().anyMatch(line.door().path()::startsWith))
                .findFirst()
                .orElse(null);
    }

    /** One at a time: samples are made for tests that run alone. */
    private synchronized Map<String, String> made(DoorSample sample) {
        return sample == null ? Map.of() : transactions.execute(status -> sample.existing());
    }

    private void note(String what, MockHttpServletResponse answer) {
        String text = text(answer);
        if (answer.getStatus() >= 500) {
            faults.add(answer.getStatus() + ": " + what);
        } else if (INSIDE.matcher(text).find()) {
            faults.add("shows the inside: " + what);
        }
    }

    private static String text(MockHttpServletResponse answer) {
        String type = String.valueOf(answer.getContentType());
        boolean readable = answer.getContentType() == null || type.contains("text/html") || type.contains("json");
        return readable ? new String(answer.getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8) : "";
    }

    /** Somebody who may open the door, with everything else in his hand as it should be. */
    private final class Knocker {

        private final Door door;
        private final Actor actor;
        private final Map<String, String> path;
        private final Map<String, String> usual;

        Knocker(Door door, Actor actor, Map<String, String> path, Map<String, String> usual) {
            this.door = door;
            this.actor = actor;
            this.path = path;
            this.usual = usual;
        }

        /** As {@code stranger}, who leaves afterwards: were all still there, every page would name them as colleagues. */
        void as(Actor stranger, Consumer<Knocker> knocks) {
            try {
                knocks.accept(new Knocker(door, stranger, path, usual));
            } finally {
                actors.seeOff(stranger);
            }
        }

        void send(String field, String... values) {
            MockHttpServletRequestBuilder request = at(address()).param(field, values);
            others(field).forEach(request::param);
            answer(request, field + "=" + shortened(values[0]));
        }

        void misshapen(String field, String shape) {
            switch (shape) {
                case "thrice" -> send(field, "a", "b", "");
                case "" -> {
                    MockHttpServletRequestBuilder request = at(address());
                    others(field).forEach(request::param);
                    answer(request, "without " + field);
                }
                default -> send(field + shape, "a");
            }
        }

        void bare() {
            answer(at(address()), "without anything");
        }

        void at(String id) {
            MockHttpServletRequestBuilder request = at(URI.create(door.path().replaceAll("\\{[^}]*}", id)));
            others("").forEach(request::param);
            answer(request, "at " + shortened(id));
        }

        void body(String type, String content) {
            answer(at(address()).header("Content-Type", type).content(content), "body " + type);
        }

        private MockHttpServletRequestBuilder at(URI address) {
            return request(HttpMethod.valueOf(door.method()), address)
                    .with(with(actor))
                    .with(csrf());
        }

        private URI address() {
            String address = door.path();
            for (Map.Entry<String, String> value : path.entrySet()) {
                address = address.replace("{" + value.getKey() + "}", value.getValue());
            }
            return URI.create(address.replaceAll("\\{[^}]*}", "1").replace("/**", "/x"));
        }

        private Map<String, String> others(String field) {
            Map<String, String> others = new LinkedHashMap<>(usual);
            others.replaceAll(
                    (name, value) -> name.equals("key") ? UUID.randomUUID().toString() : value);
            others.remove(field);
            return others;
        }

        private void answer(MockHttpServletRequestBuilder request, String what) {
            try {
                note(door + " " + what, mvc.perform(request).andReturn().getResponse());
            } catch (Exception thrown) {
                faults.add("thrown " + thrown.getClass().getSimpleName() + ": " + door + " " + what);
            }
        }

        private static String shortened(String text) {
            return text.length() > 30 ? text.substring(0, 30) + "… (" + text.length() + ")" : text;
        }
    }
}
