package id.siks.processadmin.run;

import id.siks.DoorSample;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.springframework.stereotype.Component;

/** What administrators of processes look at belongs to the nation: nobody who may see it comes from elsewhere. */
@Component
class RunDoors implements DoorSample {

    // A process of its own: whoever knocks may suspend it, and nobody else starts it.
    private static final String KEY = "test-run-doors";

    private final RepositoryService repository;

    RunDoors(RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public List<String> doors() {
        return List.of("/processadmin/processes/{", "/processadmin/cases/{", "/processadmin/incidents/{");
    }

    @Override
    public Map<String, String> existing() {
        if (repository.createProcessDefinitionQuery().processDefinitionKey(KEY).count() == 0) {
            repository
                    .createDeployment()
                    .addModelInstance(
                            KEY + ".bpmn",
                            Bpmn.createExecutableProcess(KEY)
                                    .camundaHistoryTimeToLiveString("P1D")
                                    .startEvent("begun")
                                    .userTask("look")
                                    .endEvent("ended")
                                    .done())
                    .deploy();
        }
        return Map.of("key", KEY, "version", "1");
    }
}
