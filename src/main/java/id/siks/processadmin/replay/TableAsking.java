package id.siks.processadmin.replay;

import id.siks.casework.CaseRef;
import id.siks.processadmin.replay.Questions.Question;
import id.siks.program.PovertySigns;
import id.siks.proposal.PastCase;
import id.siks.proposal.PastCases;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Puts the questions of closed cases to a table in two versions. */
final class TableAsking implements Asking {

    private final PastCases cases;
    private final Questions questions;
    private final Answers was;
    private final Answers is;
    private final TimeLimit time;

    TableAsking(PastCases cases, PovertySigns signs, String table, String before, String after, TimeLimit time) {
        this.cases = cases;
        this.questions = new Questions(signs, table, before, after);
        this.was = new Answers(table, before);
        this.is = new Answers(table, after);
        this.time = time;
    }

    @Override
    public Stream<Asked> of(List<CaseRef> refs) {
        return cases.of(refs).stream().map(past -> new Asked(past.ref().value(), changes(past)));
    }

    private List<Change> changes(PastCase past) {
        List<Change> changes = new ArrayList<>();
        for (Question question : questions.about(past)) {
            time.require();
            Map<String, String> before = was.to(question.inputs());
            Map<String, String> after = is.to(question.inputs());
            if (!before.equals(after)) {
                changes.add(Change.answer(question.about(), was.said(before), is.said(after)));
            }
        }
        return changes;
    }
}
