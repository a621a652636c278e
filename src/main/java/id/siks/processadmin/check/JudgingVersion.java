package id.siks.processadmin.check;

import id.siks.casework.TaskForm;
import id.siks.platform.Sha256;
import id.siks.platform.engine.StepFacades;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Which version of the application judges: while servers are replaced one by one, each has another opinion of what is in force.
 * Servers that bring the same rules, files, steps and tasks judge alike, whatever number their build has.
 */
@Component
public class JudgingVersion {

    private final ClassFiles rules;
    private final Shipped shipped;
    private final StepFacades steps;
    private final List<TaskForm> tasks;
    private volatile String code;

    JudgingVersion(ClassFiles rules, Shipped shipped, StepFacades steps, List<TaskForm> tasks) {
        this.rules = rules;
        this.shipped = shipped;
        this.steps = steps;
        this.tasks = tasks;
    }

    /** The same for every server of one version; in hexadecimal. */
    public String code() {
        // The steps can be asked only when the engine is there.
        if (code == null) {
            code = reckoned();
        }
        return code;
    }

    private String reckoned() {
        Stream<String> files = shipped.all().stream()
                .map(file -> file.key() + file.kind().ending() + " " + Sha256.hex(file.content()));
        Stream<String> methods = new TreeMap<>(steps.methods())
                .entrySet().stream().map(facade -> facade.getKey() + " " + new TreeSet<>(facade.getValue()));
        Stream<String> pages = tasks.stream().map(TaskForm::task).sorted();
        return Sha256.hex(Stream.of(Stream.of(rules.hash()), files, methods, pages)
                .flatMap(part -> part)
                .collect(Collectors.joining("\n")));
    }
}
