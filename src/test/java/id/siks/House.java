package id.siks;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;

/** The rooms from the ground up, and the compiled house. */
final class House {

    /** A room may use only rooms before it. */
    static final List<String> ROOMS = List.of(
            "platform",
            "area",
            "identity",
            "casework",
            "evidence",
            "register",
            "program",
            "fieldcheck",
            "finalization",
            "proposal",
            "worklist",
            "processadmin",
            "sample");

    private static JavaClasses classes;

    private House() {}

    /** The classes of the house, without its tests. */
    static synchronized JavaClasses classes() {
        if (classes == null) {
            classes = new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("id.siks");
        }
        return classes;
    }
}
