package id.siks.processadmin.migration;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.casework.TestCases;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Made-up processes with several versions, and cases that follow them. */
@Component
public class MovingCases {

    /** Two tasks after each other, as older diagrams were: nobody is reminded. */
    public static final String BARE = "worklist/test-weighing.bpmn";

    /** The first of them alone, with the ladder every diagram has. */
    public static final String WATCHED = "casework/test-watched.bpmn";

    private final RepositoryService repository;
    private final TestCases cases;
    private final JdbcTemplate jdbc;

    MovingCases(RepositoryService repository, TestCases cases, JdbcTemplate jdbc) {
        this.repository = repository;
        this.cases = cases;
        this.jdbc = jdbc;
    }

    /** The next version of the process {@code key}; answers its number. */
    public int version(String key, String model) {
        DeploymentWithDefinitions deployment = repository
                .createDeployment()
                .name(key)
                .addString(key + ".bpmn", model)
                .deployWithResult();
        return deployment.getDeployedProcessDefinitions().get(0).getVersion();
    }

    /** One of the made-up diagrams as the process {@code key}. */
    public static String model(String file, String key) {
        return TestCases.diagram(file, key);
    }

    /** A case that follows the latest version. */
    public CaseRef open(String key, AreaCode village) {
        return cases.open(key, village, "Barang uji", null);
    }

    /** Number of the version the case follows now. */
    int version(CaseRef ref) {
        return jdbc.queryForObject(
                """
                select d.version_ from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
                where e.business_key_ = ? and e.parent_id_ is null""",
                Integer.class,
                ref.value());
    }

    /** Ends all that still follow the process {@code key}, and takes it back: others that read what is in force do not meet it. */
    public void end(String key) {
        cases.end(key);
        repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .list()
                .forEach(version -> repository.deleteDeployment(version.getDeploymentId(), true));
    }
}
