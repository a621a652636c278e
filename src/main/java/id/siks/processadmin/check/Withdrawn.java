package id.siks.processadmin.check;

import java.util.Set;

/** Which forms and tables were taken out of use though the engine keeps them: nothing new may use them. */
public interface Withdrawn {

    /** Names of their files, as {@code second-look.form}. */
    Set<String> fileNames();

    /** True when it is one of them. */
    default boolean has(ModelKind kind, String key) {
        return fileNames().contains(key + kind.ending());
    }
}
