package id.siks.processadmin.bundle;

import id.siks.platform.InvalidInput;

/** What is wrong with a file that should be a bundle, said at its field. */
final class BundleFault {

    /** Name of the field. */
    static final String FIELD = "bundle";

    private static final int LONGEST = 80;

    private BundleFault() {}

    static InvalidInput because(String why, Object... args) {
        return InvalidInput.at(FIELD, "processadmin.bundle.error." + why, args);
    }

    static InvalidInput tooLarge() {
        return because("too-large", BundleArchive.MOST_BYTES / 1_000_000);
    }

    /** A name out of the file, fit to be shown. */
    static String shown(String name) {
        String line = name.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
