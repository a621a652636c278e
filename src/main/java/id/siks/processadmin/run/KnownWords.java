package id.siks.processadmin.run;

import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.platform.engine.EngineVariables;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What people call the routing values of a case, in the language of the request; templates ask it. */
@Component
class KnownWords {

    private final Areas areas;
    private final MessageSource messages;

    KnownWords(Areas areas, MessageSource messages) {
        this.areas = areas;
        this.messages = messages;
    }

    /** What a value is about; its name in the engine where nobody has called it otherwise. */
    public String name(String name) {
        return said("processadmin.known." + name, name);
    }

    /** The value: areas, kinds of cases, yes and no are words, everything else stands as it is. */
    public String value(String name, String value) {
        if (name.equals(EngineVariables.AREA_CODE) && isKnownArea(value)) {
            return areas.path(new AreaCode(value));
        }
        return said(
                name.equals(EngineVariables.KIND) ? "worklist.kind." + value : "processadmin.model.value." + value,
                value);
    }

    /** Whoever looks into a case that goes wrong may meet any code. */
    private boolean isKnownArea(String code) {
        return AreaCode.isShaped(code) && areas.find(new AreaCode(code)).isPresent();
    }

    private String said(String key, String otherwise) {
        return messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale());
    }
}
