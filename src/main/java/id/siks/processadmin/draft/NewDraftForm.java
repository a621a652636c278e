package id.siks.processadmin.draft;

import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import id.siks.processadmin.check.ModelKeys;
import id.siks.processadmin.check.ModelKind;
import java.util.ArrayList;
import java.util.List;

/** What somebody says about a draft he begins: which kind, which name, which room. */
final class NewDraftForm {

    private NewDraftForm() {}

    /** The name of an uploaded file without folder and ending; {@link InvalidInput} when no model is called so. */
    static Named named(String fileName) {
        String name = fileName == null ? "" : fileName.replaceFirst("^.*[/\\\\]", "");
        ModelKind kind = ModelFile.kindOf(name)
                .orElseThrow(() -> InvalidInput.at("content", "processadmin.draft.error.content.ending"));
        String key = name.substring(0, name.lastIndexOf('.'));
        if (!ModelKeys.valid(key)) {
            throw InvalidInput.at("content", "processadmin.draft.error.content.name");
        }
        return new Named(kind, key);
    }

    /** What somebody typed about something new; {@link InvalidInput} names every field that is wrong. */
    static Named named(String kind, String key) {
        List<FieldError> errors = new ArrayList<>();
        if (ModelFile.kindNamed(kind).isEmpty()) {
            errors.add(FieldError.of("kind", "processadmin.draft.error.kind"));
        }
        if (!ModelKeys.valid(key)) {
            errors.add(FieldError.of("name", "processadmin.draft.error.name"));
        }
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return new Named(ModelFile.kindNamed(kind).orElseThrow(), key);
    }

    /** The room, one of those there are. */
    static String room(String room, List<String> rooms) {
        if (!rooms.contains(room)) {
            throw InvalidInput.at("room", "processadmin.draft.error.room");
        }
        return room;
    }

    /** Kind and name of a model. */
    record Named(ModelKind kind, String key) {}
}
