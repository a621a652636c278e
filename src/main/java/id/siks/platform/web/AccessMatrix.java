package id.siks.platform.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may open which door (requirement 9): {@code access/matrix.csv}, one line {@code METHOD,path pattern,roles} per
 * endpoint. Roles are joined with {@code |}; {@code *} is anybody signed in, {@code public} everybody. A door without a
 * line stays shut. A fourth word {@code client} opens it to other clients that act for somebody with such a role.
 */
@Component
class AccessMatrix {

    private static final Comparator<Row> MOST_SPECIFIC =
            Comparator.comparing(Row::path, PathPattern.SPECIFICITY_COMPARATOR);

    private final List<Row> rows;

    @Autowired
    AccessMatrix(@Value("classpath:access/matrix.csv") Resource file) {
        this(lines(file));
    }

    AccessMatrix(List<String> lines) {
        rows = lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(Row::parse)
                .sorted(MOST_SPECIFIC)
                .toList();
    }

    /** The line for a request, if there is one; of several the most specific. */
    Optional<Row> row(String method, String path) {
        String asked = "HEAD".equals(method) ? "GET" : method;
        PathContainer parsed = PathContainer.parsePath(path);
        return rows.stream()
                .filter(row -> row.method().equals(asked) && row.path().matches(parsed))
                .findFirst();
    }

    /** Methods that lead somewhere at this path. */
    List<String> methods(String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return rows.stream()
                .filter(row -> row.path().matches(parsed))
                .map(Row::method)
                .distinct()
                .toList();
    }

    List<Row> rows() {
        return rows;
    }

    private static List<String> lines(Resource file) {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One line of the matrix. */
    record Row(String method, PathPattern path, Set<String> roles, boolean isForClients) {

        static Row parse(String line) {
            String[] cells = line.split(",", -1);
            boolean forClients = cells.length == 4 && cells[3].strip().equals("client");
            if (cells.length != 3 && !forClients || Arrays.stream(cells).anyMatch(String::isBlank)) {
                throw new IllegalStateException("access/matrix.csv: not METHOD,path,roles[,client]: " + line);
            }
            Set<String> roles =
                    Arrays.stream(cells[2].split("\\|")).map(String::strip).collect(Collectors.toUnmodifiableSet());
            return new Row(
                    cells[0].strip(), PathPatternParser.defaultInstance.parse(cells[1].strip()), roles, forClients);
        }

        /** What stands in {@code asked}, which it matches, for the names between its braces. */
        Map<String, String> keys(String asked) {
            return path.matchAndExtract(PathContainer.parsePath(asked)).getUriVariables();
        }

        boolean isPublic() {
            return roles.contains("public");
        }

        boolean isAsSpecificAs(Row other) {
            return MOST_SPECIFIC.compare(this, other) <= 0;
        }

        boolean admits(Optional<Visitor> visitor) {
            return isPublic()
                    || visitor.filter(v ->
                                    roles.contains("*") || v.roles().stream().anyMatch(roles::contains))
                            .isPresent();
        }
    }
}
