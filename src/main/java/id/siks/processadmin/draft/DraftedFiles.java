package id.siks.processadmin.draft;

import id.siks.processadmin.check.ModelKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Forms and tables one may refer to while drawing: those in force, and those somebody has under way. */
@Component
class DraftedFiles {

    /** Files under way that are read at once; each may have a million letters. */
    private static final int MOST = 100;

    private final Drafts drafts;

    DraftedFiles(Drafts drafts) {
        this.drafts = drafts;
    }

    /** Keys of drafts of that kind for which nothing is in force yet, the one changed last first. */
    List<String> newKeys(ModelKind kind, List<Model> inForce) {
        Set<String> known = keys(kind, inForce);
        return drafts.underWay(kind).stream()
                .map(Draft::key)
                .filter(key -> !known.contains(key))
                .distinct()
                .toList();
    }

    /** The files of each key: that in force first, then those under way; of very many of these those changed last. */
    Map<String, List<String>> contents(ModelKind kind, List<Model> inForce) {
        Map<String, List<String>> contents = new LinkedHashMap<>();
        inForce.stream().filter(m -> m.kind() == kind).forEach(m -> of(contents, m.key())
                .add(m.content()));
        drafts.underWay(kind).stream().limit(MOST).forEach(draft -> of(contents, draft.key())
                .add(drafts.find(draft.id()).content()));
        return contents;
    }

    private static List<String> of(Map<String, List<String>> contents, String key) {
        return contents.computeIfAbsent(key, k -> new ArrayList<>());
    }

    private static Set<String> keys(ModelKind kind, List<Model> models) {
        return models.stream()
                .filter(m -> m.kind() == kind)
                .map(Model::key)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
