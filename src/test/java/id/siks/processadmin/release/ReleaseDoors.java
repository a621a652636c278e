package id.siks.processadmin.release;

import id.siks.DoorSample;
import id.siks.processadmin.check.ModelKind;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A release to knock at. */
@Component
class ReleaseDoors implements DoorSample {

    private final Releases releases;

    ReleaseDoors(Releases releases) {
        this.releases = releases;
    }

    @Override
    public List<String> doors() {
        return List.of(
                "/processadmin/releases/{release}",
                "/processadmin/releases/{release}/content",
                "/processadmin/releases/{release}/replay",
                "/processadmin/releases/of/{kind}/{model}");
    }

    @Override
    public boolean isOfTheWholeCountry() {
        return true;
    }

    @Override
    public Map<String, String> existing() {
        long release =
                releases.inForce(ModelKind.DMN, "poverty-level").orElseThrow().id();
        return Map.of("release", Long.toString(release), "kind", "dmn", "model", "poverty-level");
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of("key", UUID.randomUUID().toString(), "note", "Uji pintu saja.", "reason", "Uji pintu saja.");
    }
}
