package id.siks.processadmin.draft;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.CamundaFormDefinition;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.springframework.stereotype.Component;

/** The newest version the engine has of each model. */
@Component
class DeployedFiles {

    private final RepositoryService engine;
    private final ProcessEngineConfigurationImpl setup;
    // A deployed file never changes.
    private final Map<String, String> contents = new ConcurrentHashMap<>();

    DeployedFiles(RepositoryService engine, ProcessEngineConfigurationImpl setup) {
        this.engine = engine;
        this.setup = setup;
    }

    /**
     * The files, whose room is that of the shipped file with the same key, else the folder of the deployed resource; what
     * lies in no room is nobody's to draw.
     */
    List<ModelFile> latest(List<ModelFile> shipped) {
        List<ResourceDefinition> definitions = new ArrayList<>();
        definitions.addAll(engine.createProcessDefinitionQuery().latestVersion().list());
        definitions.addAll(
                engine.createDecisionDefinitionQuery().latestVersion().list());
        shipped.stream()
                .filter(file -> file.kind() == ModelKind.FORM)
                .map(file -> form(file.key()))
                .filter(Objects::nonNull)
                .forEach(definitions::add);
        return definitions.stream()
                .flatMap(d -> ModelFile.at(d.getResourceName(), content(d)).stream())
                .map(file -> inRoom(file, shipped))
                .filter(file -> !file.room().isEmpty())
                .toList();
    }

    private static ModelFile inRoom(ModelFile file, List<ModelFile> shipped) {
        return shipped.stream()
                .filter(s -> s.kind() == file.kind() && s.key().equals(file.key()))
                .findFirst()
                .map(s -> new ModelFile(file.kind(), file.key(), s.room(), file.content()))
                .orElse(file);
    }

    private CamundaFormDefinition form(String key) {
        return setup.getCommandExecutorTxRequired()
                .execute(command -> command.getCamundaFormDefinitionManager().findLatestDefinitionByKey(key));
    }

    private String content(ResourceDefinition definition) {
        return contents.computeIfAbsent(definition.getId(), id -> read(definition));
    }

    private String read(ResourceDefinition definition) {
        try (InputStream file =
                engine.getResourceAsStream(definition.getDeploymentId(), definition.getResourceName())) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
