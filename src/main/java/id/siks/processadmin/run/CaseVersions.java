package id.siks.processadmin.run;

import id.siks.casework.CaseModels;
import id.siks.casework.CaseRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** The versions a case was handled by, its moves from one to another included, for the trail of the case. */
@Component
class CaseVersions implements CaseModels {

    private final CasePaths paths;

    CaseVersions(CasePaths paths) {
        this.paths = paths;
    }

    @Override
    public List<Followed> of(CaseRef ref) {
        return paths.runs(ref.value()).stream()
                .sorted(Comparator.comparing(CaseRun::startedAt))
                .flatMap(run -> followed(run).stream())
                .toList();
    }

    private List<Followed> followed(CaseRun run) {
        List<Followed> followed = new ArrayList<>();
        Instant from = run.startedAt();
        for (Stage stage : paths.stages(run)) {
            Instant until = stage.until() == null ? run.endedAt() : stage.until();
            followed.add(new Followed(run.key(), stage.version(), from, until));
            from = until;
        }
        return followed;
    }
}
