package id.siks.processadmin.release;

import id.siks.platform.InvalidInput;
import id.siks.platform.diagram.DrawnProcess;
import id.siks.platform.engine.ProcessDiagrams;
import id.siks.processadmin.check.ModelKind;
import id.siks.processadmin.check.Shipped;
import id.siks.processadmin.run.Version;
import id.siks.processadmin.run.Versions;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Who still needs a form or a table: the application itself, a released diagram, or cases that run or will be moved. */
@Component
class Uses {

    private static final int NAMED = 6;

    private final Shipped shipped;
    private final ReleaseRows rows;
    private final Versions versions;
    private final ProcessDiagrams diagrams;
    private final MessageSource messages;

    Uses(Shipped shipped, ReleaseRows rows, Versions versions, ProcessDiagrams diagrams, MessageSource messages) {
        this.shipped = shipped;
        this.rows = rows;
        this.versions = versions;
        this.diagrams = diagrams;
        this.messages = messages;
    }

    /** Refuses at {@code field}, naming who needs it and how many cases, unless nobody does. */
    void requireNone(ModelKind kind, String key, String field) {
        if (kind == ModelKind.BPMN) {
            throw InvalidInput.at(field, "processadmin.withdraw.error.diagram");
        }
        if (shipped.find(kind, key).isPresent()) {
            throw InvalidInput.at(field, "processadmin.withdraw.error.shipped");
        }
        List<String> uses =
                Stream.concat(released(kind, key), running(kind, key)).toList();
        if (!uses.isEmpty()) {
            String named = String.join("; ", uses.subList(0, Math.min(NAMED, uses.size())));
            throw InvalidInput.at(field, "processadmin.withdraw.error.used", uses.size(), named);
        }
    }

    /** True for a form or table the application does not bring. */
    boolean isMadeHere(ModelKind kind, String key) {
        return kind != ModelKind.BPMN && shipped.find(kind, key).isEmpty();
    }

    private Stream<String> released(ModelKind kind, String key) {
        return Stream.concat(rows.newest().stream().flatMap(this::alsoInForce), rows.ahead().stream())
                .filter(release -> release.kind() == ModelKind.BPMN)
                .map(release -> new DrawnProcess(release.content()))
                .filter(diagram -> uses(diagram, kind, key))
                .map(diagram -> said("processadmin.withdraw.use.released", diagram.title()))
                .distinct();
    }

    /** While the newest waits for its moment, or when it missed it, new cases follow an older one; several can wait. */
    private Stream<Release> alsoInForce(Release newest) {
        return Stream.concat(Stream.of(newest), rows.inForce(newest.kind(), newest.key()).stream())
                .distinct();
    }

    private Stream<String> running(ModelKind kind, String key) {
        return versions.all().values().stream()
                .flatMap(List::stream)
                .filter(Version::isFollowed)
                .filter(version -> uses(diagrams.of(version.id()), kind, key))
                .map(this::cases);
    }

    private String cases(Version version) {
        return version.running() > 0
                ? said("processadmin.withdraw.use.cases", version.name(), version.number(), version.running())
                : said("processadmin.withdraw.use.target", version.name(), version.number());
    }

    private static boolean uses(DrawnProcess diagram, ModelKind kind, String key) {
        String element = kind == ModelKind.FORM ? "userTask" : "businessRuleTask";
        String attribute = kind == ModelKind.FORM ? "formRef" : "decisionRef";
        return diagram.engineValues(element, attribute).contains(key);
    }

    private String said(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }
}
