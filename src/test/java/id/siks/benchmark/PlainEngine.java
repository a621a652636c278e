package id.siks.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.task.TaskQuery;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * The engine as its Spring Boot starter sets it up, with the case's fields as process variables: what one would otherwise
 * take. It lies in a schema of its own in the same server, with the same durability.
 */
final class PlainEngine implements AutoCloseable {

    private static final String SCRIPTS = "org/camunda/bpm/engine/db/create/activiti.postgres.create.%s.sql";
    private static final List<String> PARTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");
    private static final String INTAKE =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="plain">
              <bpmn:message id="determined" name="determined"/>
              <bpmn:process id="intake" isExecutable="true" camunda:historyTimeToLive="P180D">
                <bpmn:startEvent id="started"/>
                <bpmn:sequenceFlow id="a" sourceRef="started" targetRef="check"/>
                <bpmn:userTask id="check" camunda:candidateGroups="REGENCY_VERIFIER"/>
                <bpmn:sequenceFlow id="b" sourceRef="check" targetRef="ended"/>
                <bpmn:endEvent id="ended"/>
              </bpmn:process>
              <bpmn:process id="waiting" isExecutable="true" camunda:historyTimeToLive="P180D">
                <bpmn:startEvent id="wait-started"/>
                <bpmn:sequenceFlow id="c" sourceRef="wait-started" targetRef="wait"/>
                <bpmn:intermediateCatchEvent id="wait"><bpmn:messageEventDefinition messageRef="determined"/></bpmn:intermediateCatchEvent>
                <bpmn:sequenceFlow id="d" sourceRef="wait" targetRef="wait-ended"/>
                <bpmn:endEvent id="wait-ended"/>
              </bpmn:process>
              <bpmn:process id="deadline" isExecutable="true" camunda:historyTimeToLive="P180D">
                <bpmn:startEvent id="deadline-started"/>
                <bpmn:sequenceFlow id="e" sourceRef="deadline-started" targetRef="work"/>
                <bpmn:userTask id="work" camunda:candidateGroups="REGENCY_VERIFIER"/>
                <bpmn:boundaryEvent id="late" cancelActivity="false" attachedToRef="work"><bpmn:timerEventDefinition>
                  <bpmn:timeDate xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="bpmn:tFormalExpression">${dueAt}</bpmn:timeDate>
                </bpmn:timerEventDefinition></bpmn:boundaryEvent>
                <bpmn:sequenceFlow id="f" sourceRef="late" targetRef="tell"/>
                <bpmn:serviceTask id="tell" camunda:delegateExpression="${tell}"/>
                <bpmn:sequenceFlow id="g" sourceRef="tell" targetRef="told"/>
                <bpmn:endEvent id="told"/>
              </bpmn:process>
            </bpmn:definitions>""";

    private final HikariDataSource pool;
    private final ProcessEngine engine;

    PlainEngine(DataSource owner) throws Exception {
        JdbcTemplate db = new JdbcTemplate(owner);
        db.execute("drop schema if exists plain cascade");
        db.execute("create schema plain");
        db.execute("create table plain.notice (id bigserial primary key, case_ref text, at timestamptz)");
        db.execute("create table plain.escalation (id bigserial primary key, case_ref text, at timestamptz)");
        pool = new HikariDataSource();
        pool.setDataSource(inSchema(owner.unwrap(PGSimpleDataSource.class)));
        pool.setMaximumPoolSize(10);
        try (Connection connection = pool.getConnection()) {
            for (String part : PARTS) {
                ScriptUtils.executeSqlScript(connection, new ClassPathResource(SCRIPTS.formatted(part)));
            }
        }
        engine = start();
        engine.getRepositoryService()
                .createDeployment()
                .addString("plain.bpmn", INTAKE)
                .deploy();
    }

    private static PGSimpleDataSource inSchema(PGSimpleDataSource owner) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(owner.getUrl());
        source.setUser(owner.getUser());
        source.setPassword(owner.getPassword());
        source.setCurrentSchema("plain");
        return source;
    }

    private ProcessEngine start() {
        SpringProcessEngineConfiguration plain = new SpringProcessEngineConfiguration();
        StaticApplicationContext noBeans = new StaticApplicationContext();
        noBeans.refresh();
        plain.setApplicationContext(noBeans);
        plain.setProcessEngineName("plain");
        plain.setDataSource(pool);
        plain.setTransactionManager(new DataSourceTransactionManager(pool));
        plain.setDatabaseType("postgres");
        plain.setDatabaseSchemaUpdate("false");
        plain.setHistory("full");
        plain.setIdGenerator(new StrongUuidGenerator());
        plain.setJobExecutorActivate(false);
        plain.setMetricsEnabled(false);
        plain.setBeans(Map.of("tell", (JavaDelegate) this::tell));
        return plain.buildProcessEngine();
    }

    /** Starts one case with its fields as variables; answers its key. */
    String start(String process) {
        String key = UUID.randomUUID().toString();
        engine.getRuntimeService().startProcessInstanceByKey(process, key, fields(key));
        return key;
    }

    /** Starts one case whose work is due at once. */
    void startDue() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> fields = fields(key);
        fields.put("dueAt", new Date());
        engine.getRuntimeService().startProcessInstanceByKey("deadline", key, fields);
    }

    /** Lets the default executor do what is due until {@code count} cases have been told of. */
    void drain(int count) {
        DueDeadlines.drain(
                engine,
                new DefaultJobExecutor(),
                DueDeadlines.untilNew("plain.escalation", "id", count, new JdbcTemplate(pool)));
    }

    private void tell(DelegateExecution execution) {
        JdbcTemplate db = new JdbcTemplate(pool);
        db.update("insert into notice (case_ref, at) values (?, now())", execution.getProcessBusinessKey());
        db.update("insert into escalation (case_ref, at) values (?, now())", execution.getProcessBusinessKey());
    }

    /** Tells one waiting case that it is determined. */
    void determine(String key, String decree) {
        engine.getRuntimeService()
                .createMessageCorrelation("determined")
                .processInstanceBusinessKey(key)
                .setVariable("decree", decree)
                .correlate();
    }

    /** The first page of a verifier's list in a regency and how long the list is. */
    void screen(String regency) {
        screen(mine(regency));
    }

    /** How long that list is. */
    void count(String regency) {
        mine(regency).count();
    }

    /** The same page of those alone whose name contains this. */
    void named(String regency, String part) {
        screen(mine(regency).processVariableValueLike("subject", "%" + part + "%"));
    }

    /** The same page of one case. */
    void byCase(String regency, String ref) {
        screen(mine(regency).processInstanceBusinessKey(ref));
    }

    private TaskQuery mine(String regency) {
        return engine.getTaskService()
                .createTaskQuery()
                .taskCandidateGroup("REGENCY_VERIFIER")
                .processVariableValueEquals("regency", regency);
    }

    private static void screen(TaskQuery list) {
        list.orderByDueDate().asc().listPage(0, 25);
        list.count();
    }

    private static Map<String, Object> fields(String key) {
        Map<String, Object> fields = new TreeMap<>();
        for (int i = 1; i <= 11; i++) {
            fields.put("field" + i, "value " + i + " of " + key);
        }
        fields.put("areaCode", "1804042002");
        fields.put("members", 4);
        fields.put("floorArea", 36.5);
        fields.put("electricity", true);
        return fields;
    }

    @Override
    public void close() {
        engine.close();
        pool.close();
    }
}
