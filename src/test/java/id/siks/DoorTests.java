package id.siks;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import id.siks.Doors.Door;
import id.siks.Doors.Line;
import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import id.siks.platform.forms.FormSchemas;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Requirement 9: every door is known, shut by default, and opens only to those it is meant for. */
@EngineTest
class DoorTests {

    /** Doors that filters and resource handlers have instead of a controller. */
    private static final Set<Door> WITHOUT_CONTROLLER =
            Set.of(new Door("GET", "/assets/**"), new Door("GET", "/actuator/health"), new Door("POST", "/logout"));

    /** The container comes here by itself; nobody opens it from outside. */
    private static final Door CONTAINER_ONLY = new Door("*", "/error");

    /** A comment is for whoever sees the case, wherever he works. */
    private static final Door COMMENT = new Door("POST", "/worklist/cases/{number}");

    /** That somebody looked or printed, and that somebody asks too often, is written down. */
    private static final Set<String> WRITTEN_BECAUSE_SOMEBODY_READS =
            Set.of("identity.access_log", "identity.alarm", "identity.daily_use", "evidence.print_log");

    private static final Set<Integer> REFUSALS = Set.of(403, 404);

    @Autowired
    List<OwnWork> ownWork;

    @Autowired
    TaskService tasks;

    @Autowired
    FormSchemas schemas;

    @Autowired
    JdbcClient db;

    @Autowired
    MockMvc mvc;

    @Autowired
    Areas areas;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    TestActors actors;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    List<DoorSample> samples;

    private final List<Line> matrix = Doors.matrix();

    @AfterEach
    void seeThemOff() {
        actors.seeOff();
    }

    @Test
    void everyDoorHasALineAndEveryLineADoor() {
        Set<Door> built = Doors.built(requestMappingHandlerMapping);
        built.remove(CONTAINER_ONLY);
        assertThat(built).isNotEmpty();
        assertThat(Doors.mismatches(built, opened(matrix), WITHOUT_CONTROLLER)).isEmpty();
    }

    @Test
    void theRuleFindsADoorWithoutLineAndALineWithoutDoor() {
        Set<Door> built = Set.of(new Door("GET", "/secret"));
        Set<Door> opened = opened(Doors.lines(List.of("GET,/nowhere,*")));
        assertThat(Doors.mismatches(built, opened, Set.of()))
                .containsExactly(
                        "GET /secret has no line in access/matrix.csv",
                        "GET /nowhere in access/matrix.csv leads nowhere");
    }

    @Test
    void noDoorIsChosenByWhatIsSent() {
        assertThat(Doors.chosenByWhatIsSent(
                        requestMappingHandlerMapping.getHandlerMethods().keySet()))
                .isEmpty();
    }

    @Test
    void theRuleFindsADoorChosenByWhatIsSent() {
        RequestMappingInfo careless =
                RequestMappingInfo.paths("/visit").params("drawing").build();
        assertThat(Doors.chosenByWhatIsSent(Set.of(careless)))
                .singleElement()
                .asString()
                .contains("/visit");
    }

    @Test
    void everyLineNamesKnownRolesOnly() {
        Set<String> known = Arrays.stream(Role.values()).map(Role::name).collect(Collectors.toSet());
        assertThat(matrix).allSatisfy(line -> assertThat(line.isForEverybody() || known.containsAll(line.roles()))
                .as("%s", line)
                .isTrue());
    }

    @Test
    void aStrangerIsLedToTheLoginOrToldToSignIn() throws Exception {
        assertThat(openToStrangers(
                        matrix.stream().filter(line -> !line.isPublic()).toList()))
                .isEmpty();
    }

    @Test
    void theRuleFindsADoorOpenToStrangers() throws Exception {
        assertThat(openToStrangers(Doors.lines(List.of("GET,/login,*")))).containsExactly("GET /login: 200");
    }

    @Test
    void aWrongRoleIsRefused() throws Exception {
        assertThat(openToWrongRoles(
                        matrix.stream().filter(line -> !line.isForEverybody()).toList()))
                .isEmpty();
    }

    @Test
    void theRuleFindsADoorOpenToAWrongRole() throws Exception {
        assertThat(openToWrongRoles(Doors.lines(List.of("GET,/login,AUDITOR")))).containsExactly("GET /login: 200");
    }

    @Test
    void aRequestWithoutTheTokenOfOurPageIsRefused() throws Exception {
        List<String> open = new ArrayList<>();
        for (Line line : matrix) {
            if (!line.door().method().equals("GET")) {
                MockHttpServletRequestBuilder bare =
                        knock(line.door(), Map.of()).with(with(anybody(line)));
                note(open, line.door(), answer(bare), 403);
            }
        }
        assertThat(open).isEmpty();
    }

    /** Requirement 20, as the database hears it: {@link ReadingRule} sees what may be called, but not what is said then. */
    @Test
    void whoOnlyReadsChangesNothing() throws Exception {
        List<Line> reading = matrix.stream()
                .filter(line -> line.door().method().equals("GET"))
                .toList();
        assertThat(writtenByReading(reading)).isEmpty();
    }

    @Test
    void theRuleHearsWhatIsWrittenWhereAnAnswerIsAskedFor() {
        String claim =
                "insert into identity.email_claim (account_id, email, asked_at) values (%d, 'a@b.id', now()) returning email";
        long account = actors.passing(List.of()).accountId();
        assertThat(Statements.tablesWrittenDuring(() -> transactions.executeWithoutResult(status -> {
                    db.sql("select email from identity.account where account_id = 1 for update of account")
                            .query(String.class)
                            .optional();
                    db.sql(claim.formatted(account)).query(String.class).single();
                    status.setRollbackOnly();
                })))
                .containsExactly("identity.email_claim");
    }

    @Test
    void everyDoorToASingleThingHasASampleForPeopleFromElsewhere() {
        assertThat(matrix.stream()
                        .filter(line ->
                                !line.isForEverybody() && line.door().path().contains("{"))
                        .map(Line::door)
                        .filter(door -> sample(door, samples).isEmpty()))
                .as("doors without a DoorSample")
                .isEmpty();
    }

    @Test
    void theRuleFindsADoorOpenToPeopleFromElsewhere() throws Exception {
        DoorSample careless = new DoorSample() {
            @Override
            public List<String> doors() {
                return List.of("/identity/{page}");
            }

            @Override
            public Map<String, String> existing() {
                return Map.of("page", "access-log");
            }
        };
        List<Line> line = Doors.lines(List.of("GET,/identity/{page},AUDITOR"));
        assertThat(openToPeopleFromElsewhere(line, List.of(careless))).containsExactly("GET /identity/{page}: 200");
        assertThat(openToPeopleFromElsewhere(line, List.of())).isEmpty();
    }

    @Test
    void peopleFromElsewhereHearThatThereIsNothing() throws Exception {
        assertThat(openToPeopleFromElsewhere(matrix, samples)).isEmpty();
    }

    /** Sight here and a role elsewhere add up to nothing. */
    @Test
    void whoLooksOnHereAndWorksElsewhereHearsThatThereIsNothingToDo() throws Exception {
        List<Line> work = matrix.stream()
                .filter(line -> !line.roles().contains(Role.AUDITOR.name()))
                .filter(line -> !line.door().equals(COMMENT))
                .toList();
        assertThat(openTo(this::onlooker, work, samples)).isEmpty();
    }

    @Test
    void theRuleFindsADoorOpenToWhoOnlyLooksOnHere() throws Exception {
        List<Line> line = Doors.lines(List.of("GET,/register/{id},VILLAGE_OPERATOR"));
        assertThat(openTo(this::onlooker, line, samples)).containsExactly("GET /register/{id}: 200");
    }

    /** Else a refusal of people from elsewhere would say nothing. */
    @Test
    void everySampleOpensToSomebodyItIsMeantFor() throws Exception {
        assertThat(shutToEverybody(matrix, samples)).isEmpty();
    }

    @Test
    void theRuleFindsASampleThatIsNotThere() throws Exception {
        DoorSample missing = new DoorSample() {
            @Override
            public List<String> doors() {
                return List.of("/finalization/{ref}");
            }

            @Override
            public Map<String, String> existing() {
                return Map.of("ref", "PRD-1804-26-999999");
            }
        };
        List<Line> line = Doors.lines(List.of("GET,/finalization/{ref},REGENCY_OFFICE_HEAD"));
        assertThat(shutToEverybody(line, List.of(missing))).containsExactly("GET /finalization/{ref}: [404]");
    }

    /** Where people may come from elsewhere; other doors need no sample. */
    private List<String> shutToEverybody(List<Line> lines, List<DoorSample> samples) throws Exception {
        List<String> shut = new ArrayList<>();
        for (Line line : lines) {
            Optional<DoorSample> sample = sample(line.door(), samples);
            if (sample.isPresent() && !strangersTo(line).isEmpty()) {
                Set<Integer> answers = answersToTheRightful(line, sample.get());
                if (REFUSALS.containsAll(answers)) {
                    shut.add(line.door() + ": " + answers);
                }
            }
        }
        return shut;
    }

    /** What each of those the door is meant for hears, until it opens. */
    private Set<Integer> answersToTheRightful(Line line, DoorSample sample) throws Exception {
        Map<String, String> values = transactions.execute(status -> sample.existing());
        Set<Integer> answers = new TreeSet<>();
        for (Actor actor : rightful(line, sample)) {
            MockHttpServletRequestBuilder request =
                    knock(line.door(), values).with(with(actor)).with(csrf());
            sample.parameters().forEach(request::param);
            answers.add(answer(request).getStatus());
            if (!REFUSALS.containsAll(answers)) {
                return answers;
            }
        }
        return answers;
    }

    private List<Actor> rightful(Line line, DoorSample sample) {
        AreaCode district =
                areas.children(new AreaCode(sample.regency())).get(0).code();
        String village = areas.children(district).get(0).code().value();
        List<Actor> rightful = new ArrayList<>();
        strangersTo(line)
                .forEach(role -> rightful.add(actors.holding(role, new AreaCode(village.substring(0, role.digits())))));
        Optional.ofNullable(sample.owner()).ifPresent(rightful::add);
        return rightful;
    }

    /** Requirement 13, at the door and not only behind it. */
    @Test
    void theAuthorIsRefusedWhereDutiesAreSeparatedAndASecondPersonIsNot() throws Exception {
        assertThat(ownWork).isNotEmpty();
        for (OwnWork work : ownWork) {
            OwnWork.Attempt own = work.prepare();
            MockHttpServletResponse refused = sent(own, own.author());
            assertThat(refused.getStatus()).as("%s, by its author", own.key()).isIn(403, 404, 422);
            assertThat(tasks.createTaskQuery().taskId(own.taskId()).count())
                    .as("%s, still to be done", own.key())
                    .isEqualTo(1);

            OwnWork.Attempt other = work.prepare();
            sent(other, other.second());
            assertThat(tasks.createTaskQuery().taskId(other.taskId()).count())
                    .as("%s, done by a second person", other.key())
                    .isZero();
        }
    }

    /** As his page sends it; taken up before, if he may. */
    private MockHttpServletResponse sent(OwnWork.Attempt attempt, Actor actor) throws Exception {
        Map<String, String> values = Map.of("taskId", attempt.taskId());
        answer(knock(new Door("POST", "/worklist/tasks/{taskId}/claim"), values)
                .with(with(actor))
                .with(csrf()));
        String version = db.sql("select version from worklist.work_item where task_id = :task")
                .param("task", attempt.taskId())
                .query(String.class)
                .single();
        MockHttpServletRequestBuilder request = knock(new Door("POST", "/worklist/tasks/{taskId}/complete"), values)
                .param("key", UUID.randomUUID().toString())
                .param("version", version)
                .param("form", schemas.of(attempt.key()).fingerprint())
                .with(with(actor))
                .with(csrf());
        attempt.answers().forEach(request::param);
        return answer(request);
    }

    private List<String> openToPeopleFromElsewhere(List<Line> lines, List<DoorSample> samples) throws Exception {
        Map<Role, Actor> elsewhere = new EnumMap<>(Role.class);
        return openTo(
                (role, sample) -> elsewhere.computeIfAbsent(role, r -> actors.holding(List.of(elsewhere(r)))),
                lines,
                samples);
    }

    /** Doors of single things that open to people who, with the role a door asks for, are not meant for them. */
    private List<String> openTo(
            BiFunction<Role, DoorSample, Actor> strangers, List<Line> lines, List<DoorSample> samples)
            throws Exception {
        Map<DoorSample, Map<String, String>> existing = new IdentityHashMap<>();
        List<String> open = new ArrayList<>();
        for (Line line : lines) {
            Optional<DoorSample> sample = sample(line.door(), samples);
            if (sample.isEmpty() || sample.get().isOfTheWholeCountry()) {
                continue;
            }
            Map<String, String> values =
                    existing.computeIfAbsent(sample.get(), s -> transactions.execute(status -> s.existing()));
            for (Role role : strangersTo(line)) {
                MockHttpServletRequestBuilder request = knock(line.door(), values)
                        .with(with(strangers.apply(role, sample.get())))
                        .with(csrf());
                sample.get().parameters().forEach(request::param);
                note(open, line.door(), answer(request), 404);
            }
        }
        return open;
    }

    private List<String> openToStrangers(List<Line> lines) throws Exception {
        List<String> open = new ArrayList<>();
        for (Line line : lines) {
            MockHttpServletResponse page = answer(knock(line.door(), Map.of()).with(csrf()));
            boolean ledAway = page.getStatus() == 302
                    && String.valueOf(page.getRedirectedUrl()).startsWith("/login");
            if (!ledAway) {
                note(open, line.door(), page, 302);
            }
            MockHttpServletResponse json =
                    answer(knock(line.door(), Map.of()).with(csrf()).accept("application/json"));
            if (ledAway && !line.door().path().equals("/logout")) {
                note(open, line.door(), json, 401);
            }
        }
        return open;
    }

    private List<String> openToWrongRoles(List<Line> lines) throws Exception {
        List<String> open = new ArrayList<>();
        for (Line line : lines) {
            List<Assignment> others = Arrays.stream(Role.values())
                    .filter(role -> !line.roles().contains(role.name()))
                    .map(Assignment::nation)
                    .toList();
            MockHttpServletRequestBuilder request = knock(line.door(), Map.of())
                    .with(with(actors.passing(others)))
                    .with(csrf());
            note(open, line.door(), answer(request), 403);
        }
        return open;
    }

    /** Every reading door as everybody opens it whom it is meant for, and what was written besides who read. */
    private List<String> writtenByReading(List<Line> lines) throws Exception {
        List<String> written = new ArrayList<>();
        for (Line line : lines) {
            Optional<DoorSample> sample = sample(line.door(), samples);
            Map<String, String> values = sample.map(
                            s -> transactions.<Map<String, String>>execute(status -> s.existing()))
                    .orElse(Map.of());
            List<Actor> readers = new ArrayList<>(List.of(anybody(line)));
            sample.ifPresent(s -> readers.addAll(rightful(line, s)));
            for (Actor reader : readers) {
                Set<String> tables = Statements.tablesWrittenDuring(
                        () -> answered(knock(line.door(), values).with(with(reader))));
                tables.removeAll(WRITTEN_BECAUSE_SOMEBODY_READS);
                tables.forEach(table -> written.add(line.door() + " writes " + table));
            }
        }
        return written;
    }

    private void answered(MockHttpServletRequestBuilder request) {
        try {
            answer(request);
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    /** Roles the line admits whose holders have a territory; somebody of the nation is nowhere from elsewhere. */
    private static List<Role> strangersTo(Line line) {
        return line.roles().stream()
                .filter(name -> !name.equals("*") && !name.equals("public"))
                .map(Role::valueOf)
                .filter(role -> role.digits() > 0)
                .toList();
    }

    private static Assignment elsewhere(Role role) {
        return Assignment.of(role, new AreaCode("1101012001".substring(0, role.digits())));
    }

    /** Somebody who sees the sample without any work there, and has the role elsewhere. */
    private Actor onlooker(Role role, DoorSample sample) {
        return actors.passing(List.of(elsewhere(role), Assignment.of(Role.AUDITOR, new AreaCode(sample.regency()))));
    }

    private Actor anybody(Line line) {
        return actors.passing(
                line.isForEverybody()
                        ? List.of(Assignment.nation(Role.AUDITOR))
                        : line.roles().stream()
                                .map(Role::valueOf)
                                .map(Assignment::nation)
                                .toList());
    }

    private static Optional<DoorSample> sample(Door door, List<DoorSample> samples) {
        return samples.stream()
                .filter(sample -> sample.doors().stream().anyMatch(door.path()::startsWith))
                .findFirst();
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse();
    }

    private static MockHttpServletRequestBuilder knock(Door door, Map<String, String> values) {
        String path = door.path();
        for (Map.Entry<String, String> value : values.entrySet()) {
            path = path.replace("{" + value.getKey() + "}", value.getValue());
        }
        return request(
                HttpMethod.valueOf(door.method()),
                path.replaceAll("\\{[^}]*}", "1").replace("/**", "/x"));
    }

    private static void note(List<String> open, Door door, MockHttpServletResponse answer, int expected) {
        if (answer.getStatus() != expected) {
            open.add(door + ": " + answer.getStatus());
        }
    }

    private static Set<Door> opened(List<Line> lines) {
        return lines.stream().map(Line::door).collect(Collectors.toCollection(TreeSet::new));
    }
}
