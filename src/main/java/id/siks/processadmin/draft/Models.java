package id.siks.processadmin.draft;

import id.siks.processadmin.check.ModelKind;
import id.siks.processadmin.check.Shipped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** What is in force: the newest version the engine has of each model, and what is shipped but was never deployed. */
@Service
public class Models {

    private static final Comparator<Model> ORDER =
            Comparator.comparing(Model::room).thenComparing(Model::kind).thenComparing(Model::key);

    private final Shipped shipped;
    private final DeployedFiles deployed;
    private final ModelNames names;

    Models(Shipped shipped, DeployedFiles deployed, ModelNames names) {
        this.shipped = shipped;
        this.deployed = deployed;
        this.names = names;
    }

    /** All of them, by room, kind and key. */
    public List<Model> all() {
        List<ModelFile> files = new ArrayList<>(newest());
        Map<String, String> tasks = taskNames(files);
        return files.stream().map(file -> model(file, tasks)).sorted(ORDER).toList();
    }

    /** The one in force; empty when there is none of that kind and key. */
    public Optional<Model> find(ModelKind kind, String key) {
        if (kind == ModelKind.FORM) {
            // What people call it, and whose it is, the diagrams say.
            return all().stream()
                    .filter(model -> model.kind() == kind && model.key().equals(key))
                    .findFirst();
        }
        Optional<ModelFile> brought = shipped.find(kind, key).map(ModelFile::of);
        return deployed.latest(kind, key, brought.stream().toList())
                .or(() -> brought)
                .map(file -> model(file, Map.of()));
    }

    /** What people call each of them, by the name of its file; what has no name is not among them. */
    public Map<String, String> titles() {
        return all().stream()
                .filter(model -> !model.title().isBlank())
                .collect(Collectors.toMap(Model::fileName, Model::title, (one, other) -> one));
    }

    /** The rooms that have models, in their order. */
    public List<String> rooms() {
        return newest().stream().map(ModelFile::room).distinct().sorted().toList();
    }

    private Collection<ModelFile> newest() {
        Map<String, ModelFile> files = new HashMap<>();
        List<ModelFile> brought = shipped.all().stream().map(ModelFile::of).toList();
        brought.forEach(file -> files.put(file.kind() + file.key(), file));
        deployed.latest(brought).forEach(file -> files.put(file.kind() + file.key(), file));
        return files.values();
    }

    /** What each user task is called, by the form it uses. */
    private Map<String, String> taskNames(List<ModelFile> files) {
        Map<String, String> tasks = new HashMap<>();
        files.stream()
                .filter(file -> file.kind() == ModelKind.BPMN)
                .forEach(file -> names.in(file.content()).tasks().forEach(tasks::putIfAbsent));
        return tasks;
    }

    private Model model(ModelFile file, Map<String, String> tasks) {
        return new Model(file.kind(), file.key(), file.room(), title(file, tasks), file.content());
    }

    private String title(ModelFile file, Map<String, String> tasks) {
        return file.kind() == ModelKind.FORM
                ? tasks.getOrDefault(file.key(), file.key())
                : names.in(file.content()).title();
    }
}
