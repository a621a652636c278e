package id.siks.processadmin.draft;

import id.siks.DoorSample;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import id.siks.processadmin.check.ModelKind;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A draft to knock at. */
@Component
class DraftDoors implements DoorSample {

    private final Drafts drafts;
    private final TestActors actors;

    DraftDoors(Drafts drafts, TestActors actors) {
        this.drafts = drafts;
        this.actors = actors;
    }

    @Override
    public List<String> doors() {
        return List.of("/processadmin/drafts/{draft}", "/processadmin/releases/drafts/{draft}");
    }

    @Override
    public Map<String, String> existing() {
        var admin = actors.holding(List.of(Assignment.nation(Role.PROCESS_ADMIN)));
        byte[] sheet = BlankModels.of(ModelKind.FORM, "knock-knock");
        long draft = drafts.begin(ModelKind.FORM, "knock-knock", "proposal", sheet, "Untuk uji pintu.", admin);
        return Map.of("draft", Long.toString(draft));
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of(
                "key", UUID.randomUUID().toString(),
                "seen", "1",
                "revision", "1",
                "note", "Uji pintu.",
                "reason", "Uji pintu.");
    }
}
