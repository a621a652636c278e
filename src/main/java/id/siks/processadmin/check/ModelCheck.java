package id.siks.processadmin.check;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/**
 * Says of a file whether the engine may ever see it, before the engine does (security requirements 1 to 3, 5 and 6). Reads the
 * file only: nothing is stored, started or fetched, whatever it contains.
 */
@Service
public class ModelCheck {

    /** Bytes of the largest file (security requirement 1). */
    public static final int MOST_BYTES = 1_000_000;

    private final Shipped shipped;
    private final List<BpmnRule> rules;
    private final BpmnSchema grammar;
    private final DmnContent tables;
    private final FormContent forms;

    ModelCheck(Shipped shipped, List<BpmnRule> rules, BpmnSchema grammar, DmnContent tables, FormContent forms) {
        this.shipped = shipped;
        this.rules = rules;
        this.grammar = grammar;
        this.tables = tables;
        this.forms = forms;
    }

    /** As {@link #check(ModelKind, String, byte[])}, for a file that is text already. */
    public Report check(ModelKind kind, String key, String content) {
        return check(kind, key, content.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Checks one file.
     *
     * @param kind what it should be
     * @param key its name without the ending: id of the process, the decision or the user task
     * @param content as it was sent
     * @return what is wrong with it; without refusals it may be released
     */
    public Report check(ModelKind kind, String key, byte[] content) {
        Findings findings = new Findings();
        try {
            switch (kind) {
                case BPMN -> diagram(key, content, findings);
                case DMN -> table(key, content, findings);
                case FORM -> forms.check(key, PlainText.of(content), findings);
            }
        } catch (Unreadable refused) {
            refused.tell(findings);
        }
        return findings.report();
    }

    /**
     * What people call the elements of a file: names by id, or by key for the fields of a form. What has no name is not among
     * them, and nothing is when the check could not read the file.
     */
    public Map<String, String> names(ModelKind kind, String content) {
        try {
            return kind == ModelKind.FORM
                    ? ElementNames.of(FormContent.read(content))
                    : ElementNames.of(XmlReader.read(PlainText.xml(content.getBytes(StandardCharsets.UTF_8))));
        } catch (Unreadable refused) {
            return Map.of();
        }
    }

    /**
     * The file without what belongs to another vendor or ties it to another table, and otherwise to the letter as it is;
     * the same text when there is nothing to take out, as in a form or in a file that cannot be read.
     */
    public String withoutForeign(ModelKind kind, String content) {
        if (kind == ModelKind.FORM) {
            return content;
        }
        try {
            XmlReader.read(PlainText.xml(content.getBytes(StandardCharsets.UTF_8)));
            return ForeignParts.removed(kind == ModelKind.BPMN ? BpmnSpaces.ALLOWED : DmnSpaces.ALLOWED, content);
        } catch (Unreadable refused) {
            return content;
        }
    }

    /**
     * Why no editor can open a file that should be XML.
     *
     * @param content which a reader has refused
     */
    public static Finding unreadable(String content) {
        Findings findings = new Findings();
        try {
            XmlReader.read(PlainText.xml(content.getBytes(StandardCharsets.UTF_8)));
            findings.add(Rule.FILE_BROKEN, 1);
        } catch (Unreadable refused) {
            refused.tell(findings);
        }
        return findings.report().findings().get(0);
    }

    private void diagram(String key, byte[] content, Findings findings) {
        String text = PlainText.xml(content);
        Part root = visible(XmlReader.read(text));
        if (!root.is(BpmnSpaces.BPMN, "definitions")) {
            throw new Unreadable(Rule.FILE_WRONG_ROOT, root.name());
        }
        findings.know(ElementNames.of(root));
        BpmnSpaces.ALLOWED.check(root, findings);
        if (BpmnNames.areWhole(root, key, findings)) {
            Bpmn diagram =
                    new Bpmn(key, root, new Graph(root.children("process").get(0)), shipped.words(key));
            rules.forEach(rule -> rule.check(diagram, findings));
        }
        // What a rule has named is not told a second time by its line.
        if (!findings.isRefused()) {
            grammar.check(text, findings);
        }
    }

    private void table(String key, byte[] content, Findings findings) {
        String text = PlainText.xml(content);
        Part root = visible(XmlReader.read(text));
        if (!root.is(DmnSpaces.DMN, "definitions")) {
            throw new Unreadable(Rule.FILE_WRONG_ROOT, root.name());
        }
        findings.know(ElementNames.of(root));
        DmnSpaces.ALLOWED.check(root, findings);
        tables.check(root, text, key, findings);
    }

    /** What was written as a reference is there only now. */
    private static Part visible(Part root) {
        root.all().forEach(part -> {
            part.attributes().values().forEach(PlainText::requireVisible);
            PlainText.requireVisible(part.text());
        });
        return root;
    }
}
