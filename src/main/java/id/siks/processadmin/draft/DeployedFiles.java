package id.siks.processadmin.draft;

import id.siks.platform.forms.FormsInForce;
import id.siks.processadmin.check.EngineModels;
import id.siks.processadmin.check.ModelKind;
import id.siks.processadmin.check.Withdrawn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The newest version the engine has of each model. */
@Component
class DeployedFiles {

    private final EngineModels engine;
    private final FormsInForce forms;
    private final Withdrawn withdrawn;
    private final DraftRows drafts;
    private final ModelNames names;

    DeployedFiles(EngineModels engine, FormsInForce forms, Withdrawn withdrawn, DraftRows drafts, ModelNames names) {
        this.engine = engine;
        this.forms = forms;
        this.withdrawn = withdrawn;
        this.drafts = drafts;
        this.names = names;
    }

    /**
     * The files. Their room is that of the shipped file with the same key, else the folder of the deployed resource; a new
     * form belongs to the diagram that uses it, or, while none does, where it was drawn. What lies in no room is nobody's to
     * draw, what was withdrawn neither.
     */
    List<ModelFile> latest(List<ModelFile> shipped) {
        List<ModelFile> newest = new ArrayList<>(engine.all().stream()
                .flatMap(known -> file(known, shipped).stream())
                .toList());
        List<ModelFile> homes = Stream.concat(shipped.stream(), newest.stream()).toList();
        Map<String, String> rooms = rooms(homes);
        forms.tasks().stream().flatMap(key -> form(key, rooms).stream()).forEach(newest::add);
        Set<String> gone = withdrawn.fileNames();
        newest.removeIf(file -> gone.contains(file.key() + file.kind().ending()));
        return newest;
    }

    /** One of the diagrams or tables, without reading the others. */
    Optional<ModelFile> latest(ModelKind kind, String key, List<ModelFile> shipped) {
        return engine.find(kind, key).filter(known -> !withdrawn.has(kind, key)).flatMap(known -> file(known, shipped));
    }

    private static Optional<ModelFile> file(EngineModels.File known, List<ModelFile> shipped) {
        return ModelFile.at(known.path(), known.content())
                .map(file -> inRoom(file, shipped))
                .filter(file -> !file.room().isEmpty());
    }

    private Optional<ModelFile> form(String key, Map<String, String> rooms) {
        return Optional.ofNullable(rooms.get(key))
                .or(() -> drafts.room(ModelKind.FORM, key))
                .flatMap(room -> forms.find(key).map(form -> new ModelFile(ModelKind.FORM, key, room, form.content())));
    }

    /** The room of each form: its own, else that of the first diagram that uses it; diagrams are read only for these. */
    private Map<String, String> rooms(List<ModelFile> homes) {
        Map<String, String> rooms = new HashMap<>();
        homes.stream()
                .filter(file -> file.kind() == ModelKind.FORM)
                .forEach(form -> rooms.put(form.key(), form.room()));
        if (!rooms.keySet().containsAll(forms.tasks())) {
            homes.stream().filter(file -> file.kind() == ModelKind.BPMN).forEach(diagram -> names.in(diagram.content())
                    .tasks()
                    .keySet()
                    .forEach(form -> rooms.putIfAbsent(form, diagram.room())));
        }
        return rooms;
    }

    private static ModelFile inRoom(ModelFile file, List<ModelFile> shipped) {
        return shipped.stream()
                .filter(s -> s.kind() == file.kind() && s.key().equals(file.key()))
                .findFirst()
                .map(s -> new ModelFile(file.kind(), file.key(), s.room(), file.content()))
                .orElse(file);
    }
}
