package id.siks.models;

import java.util.Arrays;
import java.util.stream.Collectors;

/** From the words of a diagram to the names of classes. */
final class Words {

    private Words() {}

    /** {@code decide-proposal} becomes {@code DecideProposal}. */
    static String camel(String kebab) {
        return Arrays.stream(kebab.split("-"))
                .map(w -> w.substring(0, 1).toUpperCase() + w.substring(1))
                .collect(Collectors.joining());
    }

    /** {@code match-identity} becomes {@code matchIdentity}. */
    static String lowerCamel(String kebab) {
        String camel = camel(kebab);
        return camel.substring(0, 1).toLowerCase() + camel.substring(1);
    }

    /** The class called {@code name}, or null. */
    static Class<?> type(String name) {
        try {
            return Class.forName(name, false, Words.class.getClassLoader());
        } catch (ClassNotFoundException absent) {
            return null;
        }
    }
}
