package id.siks.processadmin.check;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * What stands in every attribute and every text (security requirements 2 and 3). The engine evaluates many of them, some
 * while it deploys: where no expression belongs, none may stand.
 */
@Component
class BpmnValues implements BpmnRule {

    private static final int LONGEST = 255;
    private static final int LONGEST_PROSE = 4000;
    private static final Set<String> PROSE = Set.of("documentation", "text");
    private static final Pattern YES_OR_NO = Pattern.compile("true|false");
    private static final Pattern VARIABLE = Pattern.compile("[a-z][A-Za-z0-9]{0,59}");
    private static final Pattern LATEST = Pattern.compile("latest");
    /** How long the engine waits before it tries again; what it cannot read it silently replaces by its own habit. */
    private static final String RETRY = "(?:PT[1-9]\\d{0,2}[SMH]|P[1-9]\\d{0,2}D)";

    private static final Map<String, Pattern> SHAPES = Map.ofEntries(
            Map.entry("historyTimeToLive", Pattern.compile("P[1-9]\\d{0,3}D")),
            Map.entry("formRefBinding", Pattern.compile("latest|deployment")),
            // A diagram is deployed with its forms and nothing else: tables and processes lie in other deployments.
            Map.entry("decisionRefBinding", LATEST),
            Map.entry("calledElementBinding", LATEST),
            // Rows and lists would be written down as serialised objects (security requirement 4).
            Map.entry("mapDecisionResult", Pattern.compile("singleEntry")),
            Map.entry("jobPriority", Pattern.compile("\\d{1,4}")),
            Map.entry("elementVariable", VARIABLE),
            Map.entry("resultVariable", VARIABLE),
            Map.entry("errorCodeVariable", VARIABLE),
            Map.entry("variables", Pattern.compile("all")),
            Map.entry("asyncBefore", YES_OR_NO),
            Map.entry("asyncAfter", YES_OR_NO),
            Map.entry("exclusive", YES_OR_NO),
            Map.entry("isInterrupting", YES_OR_NO),
            Map.entry("cancelActivity", YES_OR_NO),
            Map.entry("isSequential", YES_OR_NO),
            Map.entry("triggeredByEvent", YES_OR_NO),
            Map.entry("local", YES_OR_NO));
    private static final Pattern RETRIES = Pattern.compile(RETRY + "(," + RETRY + "){0,9}|R[1-9]\\d?/" + RETRY);

    /** The code says nothing to a process that is called, but what every diagram reads. */
    private static final Words CALLED = Words.of(null);

    private final Known known;

    BpmnValues(Known known) {
        this.known = known;
    }

    @Override
    public void check(Bpmn diagram, Findings findings) {
        Expressions expressions = new Expressions(diagram.variables(), diagram.facade(), known, findings);
        diagram.root().all().forEach(part -> {
            part.attributes().forEach((name, value) -> attribute(part, name, value, expressions, findings));
            text(part, expressions, findings);
            written(part, diagram.words(), findings);
        });
    }

    private static void attribute(Part part, Part.Name name, String value, Expressions expressions, Findings findings) {
        if (name.uri().equals(BpmnSpaces.XSI)) {
            if (!value.matches("([a-z0-9]+:)?tFormalExpression")) {
                findings.at(part, Rule.VALUE_NOT_ALLOWED, name.local(), value);
            }
            return;
        }
        boolean engine = name.uri().equals(BpmnSpaces.CAMUNDA);
        switch (engine ? name.local() : "") {
            case "expression" -> expressions.step(part, value);
            case "assignee", "dueDate" -> expressions.variable(part, value);
            case "collection" -> collection(part, value, expressions);
            default -> constant(part, name.local(), value, findings);
        }
    }

    // The engine takes a bare word for the name of a variable.
    private static void collection(Part part, String value, Expressions expressions) {
        if (VARIABLE.matcher(value).matches()) {
            expressions.declared(part, value);
        } else {
            expressions.variable(part, value);
        }
    }

    private static void constant(Part part, String name, String value, Findings findings) {
        Pattern shape = part.uri().equals(BpmnSpaces.CAMUNDA) && (name.equals("source") || name.equals("target"))
                ? VARIABLE
                : SHAPES.get(name);
        if (Expressions.isIn(value)) {
            findings.at(part, Rule.EXPRESSION_NOT_ALLOWED, value);
        } else if (value.length() > LONGEST
                || shape != null && !shape.matcher(value).matches()) {
            findings.at(part, Rule.VALUE_NOT_ALLOWED, name, value);
        }
    }

    private static void text(Part part, Expressions expressions, Findings findings) {
        String text = part.text();
        switch (part.name()) {
            case "conditionExpression" -> expressions.condition(part, text);
            case "timeDate" -> {
                if (Expressions.isIn(text)) {
                    expressions.moment(part, text);
                }
            }
            case "timeDuration" -> {
                if (Expressions.isIn(text)) {
                    expressions.variable(part, text);
                }
            }
            case "failedJobRetryTimeCycle" -> {
                if (!RETRIES.matcher(text).matches()) {
                    findings.at(part, Rule.VALUE_NOT_ALLOWED, part.name(), text);
                }
            }
            default -> prose(part, text, findings);
        }
    }

    private static void prose(Part part, String text, Findings findings) {
        if (Expressions.isIn(text)) {
            findings.at(part, Rule.EXPRESSION_NOT_ALLOWED, text);
        } else if (text.length() > (PROSE.contains(part.name()) ? LONGEST_PROSE : LONGEST)) {
            findings.at(part, Rule.VALUE_NOT_ALLOWED, part.name(), text);
        }
    }

    /**
     * What the code sets, no diagram may set: a decision would be made by nobody. Nor may it give a name to a variable by which
     * expressions find something else, or by which the engine counts.
     */
    private void written(Part part, Words words, Findings findings) {
        for (String attribute : Set.of("resultVariable", "elementVariable", "errorCodeVariable")) {
            written(part, attribute, part.engine(attribute), words, findings);
        }
        if (part.is(BpmnSpaces.CAMUNDA, "in")) {
            written(part, "target", part.get("target"), CALLED, findings);
        }
        if (part.is(BpmnSpaces.CAMUNDA, "out")) {
            written(part, "target", part.get("target"), words, findings);
            if (!part.get("variables").isEmpty()) {
                findings.at(part, Rule.VALUE_NOT_ALLOWED, "variables", part.get("variables"));
            }
        }
    }

    private void written(Part part, String attribute, String variable, Words words, Findings findings) {
        if (!variable.isEmpty() && (!words.mayWrite(variable) || !known.isFree(variable))) {
            findings.at(part, Rule.VALUE_NOT_ALLOWED, attribute, variable);
        }
    }
}
