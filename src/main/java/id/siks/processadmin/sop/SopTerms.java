package id.siks.processadmin.sop;

import id.siks.casework.Deadlines;
import id.siks.casework.TaskTerm;
import id.siks.platform.diagram.DrawnProcess;
import id.siks.processadmin.check.ModelKind;
import id.siks.processadmin.release.Release;
import id.siks.processadmin.release.Releases;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** What the released table of deadlines says of a task: for all cases, and where a kind or a regency has another term. */
@Component
class SopTerms {

    private static final int MOST = 12;
    private static final Pattern WORD = Pattern.compile("\"([^\"]{1,60})\"");

    private final Deadlines deadlines;
    private final Releases releases;

    SopTerms(Deadlines deadlines, Releases releases) {
        this.deadlines = deadlines;
        this.releases = releases;
    }

    /** The rule for all first; at most {@value #MOST} exceptions. */
    List<SopTerm> of(String task) {
        TaskTerm all = deadlines.term(task, "", "");
        List<SopTerm> terms = new ArrayList<>(List.of(new SopTerm(null, all)));
        rules().stream()
                .filter(rule -> rule.task().contains("\"" + task + "\""))
                .filter(rule -> !rule.kind().isBlank() || !rule.regency().isBlank())
                .limit(MOST)
                .map(rule -> new SopTerm(rule.name(), deadlines.term(task, word(rule.kind()), word(rule.regency()))))
                .filter(term -> !term.term().equals(all))
                .forEach(terms::add);
        return terms;
    }

    private List<Line> rules() {
        return releases.inForce(ModelKind.DMN, Deadlines.TABLE)
                .map(Release::content)
                .map(content -> lines(new DrawnProcess(content)))
                .orElse(List.of());
    }

    private static List<Line> lines(DrawnProcess table) {
        List<String> inputs = table.elements("inputExpression").stream()
                .map(input -> input.getTextContent().strip())
                .toList();
        return table.elements("rule").stream().map(rule -> line(rule, inputs)).toList();
    }

    private static Line line(Element rule, List<String> inputs) {
        List<String> cells = DrawnProcess.children(rule, "inputEntry").stream()
                .map(cell -> cell.getTextContent().strip())
                .toList();
        Element description = DrawnProcess.child(rule, "description");
        String kind = cell(cells, inputs.indexOf("kind"));
        String regency = cell(cells, inputs.indexOf("regency"));
        String name = description == null
                ? (kind + " " + regency).strip()
                : description.getTextContent().strip();
        return new Line(name, cell(cells, inputs.indexOf("task")), kind, regency);
    }

    private static String cell(List<String> cells, int column) {
        return column < 0 || column >= cells.size() ? "" : cells.get(column);
    }

    private static String word(String cell) {
        Matcher word = WORD.matcher(cell);
        return word.find() ? word.group(1) : "";
    }

    /** One rule of the table: its cells as they are written. */
    private record Line(String name, String task, String kind, String regency) {}
}
