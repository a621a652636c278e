package id.siks.processadmin.draft;

import id.siks.platform.engine.EngineFiles;
import id.siks.platform.forms.FormsInForce;
import id.siks.processadmin.check.ModelKind;
import id.siks.processadmin.check.Withdrawn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.springframework.stereotype.Component;

/** The newest version the engine has of each model. */
@Component
class DeployedFiles {

    private final RepositoryService engine;
    private final FormsInForce forms;
    private final EngineFiles files;
    private final Withdrawn withdrawn;
    private final DraftRows drafts;

    DeployedFiles(
            RepositoryService engine, FormsInForce forms, EngineFiles files, Withdrawn withdrawn, DraftRows drafts) {
        this.engine = engine;
        this.drafts = drafts;
        this.files = files;
        this.forms = forms;
        this.withdrawn = withdrawn;
    }

    /**
     * The files. Their room is that of the shipped file with the same key, else the folder of the deployed resource; a new
     * form belongs to the diagram that uses it, or, while none does, where it was drawn. What lies in no room is nobody's to draw, what was withdrawn neither.
     */
    List<ModelFile> latest(List<ModelFile> shipped) {
        List<ResourceDefinition> definitions = new ArrayList<>();
        definitions.addAll(engine.createProcessDefinitionQuery().latestVersion().list());
        definitions.addAll(
                engine.createDecisionDefinitionQuery().latestVersion().list());
        List<ModelFile> newest = new ArrayList<>(definitions.stream()
                .flatMap(d -> ModelFile.at(d.getResourceName(), files.text(d)).stream())
                .map(file -> inRoom(file, shipped))
                .filter(file -> !file.room().isEmpty())
                .toList());
        List<ModelFile> homes = Stream.concat(shipped.stream(), newest.stream()).toList();
        forms.tasks().stream().flatMap(key -> form(key, homes).stream()).forEach(newest::add);
        Set<String> gone = withdrawn.fileNames();
        newest.removeIf(file -> gone.contains(file.key() + file.kind().ending()));
        return newest;
    }

    private Optional<ModelFile> form(String key, List<ModelFile> homes) {
        return homes.stream()
                .filter(file -> file.kind() == ModelKind.FORM && file.key().equals(key)
                        || file.kind() == ModelKind.BPMN && file.content().contains("formRef=\"" + key + "\""))
                .findFirst()
                .map(ModelFile::room)
                .or(() -> drafts.room(ModelKind.FORM, key))
                .flatMap(room ->
                        forms.find(key).map(released -> new ModelFile(ModelKind.FORM, key, room, released.content())));
    }

    private static ModelFile inRoom(ModelFile file, List<ModelFile> shipped) {
        return shipped.stream()
                .filter(s -> s.kind() == file.kind() && s.key().equals(file.key()))
                .findFirst()
                .map(s -> new ModelFile(file.kind(), file.key(), s.room(), file.content()))
                .orElse(file);
    }
}
