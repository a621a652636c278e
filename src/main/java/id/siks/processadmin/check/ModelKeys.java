package id.siks.processadmin.check;

import java.util.regex.Pattern;

/**
 * How models may be called. Hyphens stand singly between words: a name that differs from another one's by its hyphens only
 * would call the same steps under rules that were not written for it.
 */
public final class ModelKeys {

    private static final Pattern KEY = Pattern.compile("(?=.{2,63}$)[a-z][a-z0-9]*(?:-[a-z0-9]+)*");

    private ModelKeys() {}

    /** True for 2 to 63 small letters, digits and single inner hyphens that begin with a letter; null is no name. */
    public static boolean valid(String key) {
        return key != null && KEY.matcher(key).matches();
    }
}
