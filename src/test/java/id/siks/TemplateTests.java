package id.siks;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.expression.spel.SpelNode;
import org.springframework.expression.spel.ast.CompoundExpression;
import org.springframework.expression.spel.ast.MethodReference;
import org.springframework.expression.spel.ast.OpAnd;
import org.springframework.expression.spel.ast.OpOr;
import org.springframework.expression.spel.ast.OperatorNot;
import org.springframework.expression.spel.ast.Ternary;
import org.springframework.expression.spel.standard.SpelExpression;
import org.springframework.expression.spel.standard.SpelExpressionParser;

/**
 * The conditions of the pages. One that is a value alone may be anything: what is there counts as true. Inside {@code and},
 * {@code or}, {@code !} and before {@code ?} only what is true or false can be read, and anything else breaks the page.
 */
class TemplateTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern EXPRESSION = Pattern.compile("[$*]\\{((?:[^{}]|\\{[^{}]*\\})*)}");
    private static final List<Class<?>> OTHERS = List.of(
            String.class,
            Collection.class,
            Map.class,
            Instant.class,
            org.thymeleaf.expression.Strings.class,
            org.thymeleaf.expression.Lists.class);

    private final SpelExpressionParser parser = new SpelExpressionParser();

    @Test
    void what_a_condition_joins_is_true_or_false() throws IOException {
        Set<String> known = answeringYesOrNo();

        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            assertThat(files.filter(Files::isRegularFile).flatMap(file -> faults(read(file), known)
                            .map(fault -> TEMPLATES.relativize(file) + ": " + fault)))
                    .isEmpty();
        }
    }

    @Test
    void a_condition_that_joins_another_value_is_noticed() {
        String page =
                """
                <p th:if="${release.isAhead() and release.start().openingOf()}" th:text="${a.late() ? 1 : 2}"></p>
                <p th:if="${release.openingOf()}" th:unless="${!one.rows().size() or other}"></p>""";

        assertThat(faults(page, Set.of("isAhead/0", "late/0"))).containsExactly("openingOf/0", "size/0");
    }

    /** The methods, as name and number of what they take, that no class answers by true or false where a condition joins them. */
    private Stream<String> faults(String page, Set<String> known) {
        return EXPRESSION
                .matcher(page)
                .results()
                .map(found -> tree(found).getAST())
                .flatMap(TemplateTests::withAllBelow)
                .flatMap(TemplateTests::joined)
                .map(TemplateTests::last)
                .filter(MethodReference.class::isInstance)
                .map(node -> ((MethodReference) node).getName() + "/" + node.getChildCount())
                .filter(method -> !known.contains(method));
    }

    private SpelExpression tree(MatchResult found) {
        return parser.parseRaw(found.group(1).replace("&lt;", "<").replace("&gt;", ">"));
    }

    private static Stream<SpelNode> withAllBelow(SpelNode node) {
        return Stream.concat(Stream.of(node), children(node).flatMap(TemplateTests::withAllBelow));
    }

    private static Stream<SpelNode> children(SpelNode node) {
        return IntStream.range(0, node.getChildCount()).mapToObj(node::getChild);
    }

    private static Stream<SpelNode> joined(SpelNode node) {
        if (node instanceof Ternary) {
            return Stream.of(node.getChild(0));
        }
        return node instanceof OpAnd || node instanceof OpOr || node instanceof OperatorNot
                ? children(node)
                : Stream.empty();
    }

    private static SpelNode last(SpelNode node) {
        return node instanceof CompoundExpression ? node.getChild(node.getChildCount() - 1) : node;
    }

    private static Set<String> answeringYesOrNo() {
        JavaClasses house = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("id.siks");
        Stream<String> ours = house.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> isYesOrNo(method.getRawReturnType().getName()))
                .map(TemplateTests::called);
        Stream<String> others = OTHERS.stream()
                .flatMap(type -> Stream.of(type.getMethods()))
                .filter(method -> isYesOrNo(method.getReturnType().getName()))
                .map(method -> method.getName() + "/" + method.getParameterCount());
        return Stream.concat(ours, others).collect(Collectors.toSet());
    }

    private static String called(JavaMethod method) {
        return method.getName() + "/" + method.getRawParameterTypes().size();
    }

    private static boolean isYesOrNo(String type) {
        return type.equals("boolean") || type.equals("java.lang.Boolean");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
