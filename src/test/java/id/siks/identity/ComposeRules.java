package id.siks.identity;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the compose file must hand to whom (requirement 30: no default passwords, two database roles). */
final class ComposeRules {

    private static final Pattern ASKED = Pattern.compile("(?<!\\$)\\$\\{([A-Z_]+)(:[-?])?([^}]*)}");
    private static final Pattern EXAMPLE = Pattern.compile("(?m)^([A-Z_]+)=(.*)$");
    private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|SECRET)");
    private static final Pattern FROM = Pattern.compile("(?m)FROM (\\S+)");
    private static final Set<String> OPTIONAL = Set.of("SIKS_MAIL_PASSWORD");

    /** Settings with records of their own, and those read one by one. */
    private static final Map<String, String> RECORDS = Map.of(
            "SIKS_LOGIN_", "id.siks.identity.LoginSettings",
            "SIKS_DATABASE_", "id.siks.platform.postgres.DatabaseProperties",
            "SIKS_MAIL_", "id.siks.platform.mail.MailSettings");

    private static final Set<String> SINGLE = Set.of("SIKS_SAMPLE", "SIKS_PUBLIC_ADDRESS");

    private final Map<?, ?> services;
    private final List<String> faults = new ArrayList<>();

    private ComposeRules(Map<?, ?> compose) {
        services = (Map<?, ?>) compose.get("services");
    }

    /**
     * What is wrong; empty when nothing is.
     *
     * @param compose the compose file as read
     * @param text the same as it is written
     * @param example the file that is copied to {@code .env}
     * @param realm the realm as it is written
     */
    static List<String> faults(Map<?, ?> compose, String text, String example, String realm) {
        ComposeRules rules = new ComposeRules(compose);
        rules.asked(text, example);
        rules.application();
        rules.replaced(realm);
        rules.services.forEach((name, service) -> rules.secrets(name.toString()));
        rules.images();
        rules.log();
        return rules.faults;
    }

    /** Whatever is asked for stands in the example; what has no default ends the start with a sentence. */
    private void asked(String text, String example) {
        Set<String> names = new TreeSet<>();
        Matcher asked = ASKED.matcher(text);
        while (asked.find()) {
            names.add(asked.group(1));
            boolean sentence = ":?".equals(asked.group(2)) && asked.group(3).contains(" in .env, ");
            need(sentence || ":-".equals(asked.group(2)), asked.group(1) + " may be missing without a word");
            boolean secret = SECRET.matcher(asked.group(1)).matches() && !OPTIONAL.contains(asked.group(1));
            need(sentence || !secret, asked.group(1) + " has a default");
        }
        Set<String> offered = new TreeSet<>();
        Matcher line = EXAMPLE.matcher(example);
        while (line.find()) {
            offered.add(line.group(1));
            need(line.group(2).isBlank(), line.group(1) + " has a value in the example");
        }
        need(names.equals(offered), "the example asks for other things than the compose file");
    }

    /** The application reads what it is told, works as two roles, and believes the realm it stands beside. */
    private void application() {
        Map<?, ?> told = environment("siks");
        Set<String> read = new HashSet<>(SINGLE);
        RECORDS.forEach((prefix, type) -> read.addAll(variables(prefix, type)));
        told.keySet().stream()
                .map(Object::toString)
                .filter(name -> name.startsWith("SIKS_") && !read.contains(name))
                .forEach(name -> faults.add(name + " is read by nobody"));
        for (String role : List.of("SIKS_DATABASE_OWNER_USER", "SIKS_DATABASE_USER")) {
            need(told.get(role) != null, role + " is missing");
        }
        need(!told.get("SIKS_DATABASE_OWNER_USER").equals(told.get("SIKS_DATABASE_USER")), "one role for all");
        need("none".equals(told.get("SIKS_SAMPLE")), "made-up people in a real installation");
        need("true".equals(told.get("SERVER_SERVLET_SESSION_COOKIE_SECURE")), "cookies are not secure");
        String server = environment("keycloak").get("KC_HOSTNAME") + "/realms/siks";
        need(server.equals(told.get("SIKS_LOGIN_ISSUER")), "another issuer than the login server");
    }

    private static Set<String> variables(String prefix, String type) {
        try {
            return Arrays.stream(Class.forName(type).getRecordComponents())
                    .map(RecordComponent::getName)
                    .map(name -> prefix + name.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT))
                    .collect(Collectors.toSet());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every word of the realm that is to be replaced is told to the login server, and alike to the application. */
    private void replaced(String realm) {
        Matcher word = Pattern.compile("\\$\\{([^}]*)}").matcher(realm);
        while (word.find()) {
            Object told = environment("keycloak").get(word.group(1));
            need(told != null, word.group(1) + " of the realm is told by nobody");
            need(told == null || told.equals(environment("siks").get(word.group(1))), word.group(1) + " differs");
        }
    }

    private void secrets(String service) {
        environment(service).forEach((name, value) -> {
            boolean secret = SECRET.matcher(name.toString()).matches();
            need(!secret || value.toString().startsWith("${"), name + " is written in the file");
        });
    }

    // One number floats: tomorrow it is another image.
    private void images() {
        services.values().stream()
                .map(service -> (Map<?, ?>) service)
                .flatMap(service -> Stream.concat(
                        Stream.ofNullable(service.get("image")).map(Object::toString),
                        Stream.ofNullable(service.get("build"))
                                .flatMap(build -> FROM.matcher(build.toString()).results())
                                .map(from -> from.group(1))))
                .forEach(image -> need(image.matches(".+:\\d+\\.\\d[\\w.-]*"), image + " has no version"));
    }

    // What the server refuses would stand in its log with the row that is refused; the rows hold persons.
    private void log() {
        List<?> command = (List<?>) ((Map<?, ?>) services.get("database")).get("command");
        for (String quiet : List.of("log_error_verbosity=terse", "log_min_error_statement=panic")) {
            int at = command == null ? -1 : command.indexOf(quiet);
            need(at > 0 && "-c".equals(command.get(at - 1)), "the database is not told " + quiet);
        }
    }

    private Map<?, ?> environment(String service) {
        return (Map<?, ?>) ((Map<?, ?>) services.get(service)).get("environment");
    }

    private void need(boolean right, String fault) {
        if (!right && !faults.contains(fault)) {
            faults.add(fault);
        }
    }
}
