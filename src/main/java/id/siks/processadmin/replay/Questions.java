package id.siks.processadmin.replay;

import id.siks.casework.Deadlines;
import id.siks.platform.diagram.DrawnProcess;
import id.siks.program.PovertySigns;
import id.siks.proposal.PastCase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** What a table is asked about a case. */
final class Questions {

    /** Tables whose questions can be put again from what the case tables keep. */
    static final Set<String> TABLES = Set.of("proposal-route", Questions.SIGNS, Questions.LEVEL, Deadlines.TABLE);

    static final String SIGNS = "poverty-signs";
    static final String LEVEL = "poverty-level";

    private static final int REGENCY_DIGITS = 4;
    private static final Pattern NAMED = Pattern.compile("\"([a-z][a-z0-9-]*)\"");

    private final PovertySigns signs;
    private final String table;
    private final Set<String> tasks;

    /**
     * For the table in its two versions.
     *
     * @param signs counts the signs a level is asked about, by the table of signs in force
     */
    Questions(PovertySigns signs, String table, String before, String after) {
        this.signs = signs;
        this.table = table;
        this.tasks = new TreeSet<>();
        if (table.equals(Deadlines.TABLE)) {
            tasks.addAll(tasks(before));
            tasks.addAll(tasks(after));
        }
    }

    /**
     * One question about a case.
     *
     * @param about task it is about; empty when the table answers once for the case
     */
    record Question(String about, Map<String, Object> inputs) {}

    /** All that the table is asked about the case. */
    List<Question> about(PastCase past) {
        return switch (table) {
            case "proposal-route" -> List.of(new Question("", past.route()));
            case SIGNS -> List.of(new Question("", PovertySigns.answers(past.housing())));
            case LEVEL -> List.of(new Question("", signs.counted(past.housing(), past.village())));
            default -> tasks.stream().map(task -> term(task, past)).toList();
        };
    }

    private static Question term(String task, PastCase past) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("task", task);
        inputs.put("kind", past.kind());
        inputs.put("regency", past.village().value().substring(0, REGENCY_DIGITS));
        return new Question(task, inputs);
    }

    /** Every task a row names. */
    private static Set<String> tasks(String content) {
        Set<String> named = new TreeSet<>();
        for (Element entry : new DrawnProcess(content).elements("inputEntry")) {
            Matcher task = NAMED.matcher(entry.getTextContent());
            while (task.find()) {
                named.add(task.group(1));
            }
        }
        return named;
    }
}
