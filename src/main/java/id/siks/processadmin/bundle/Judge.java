package id.siks.processadmin.bundle;

import id.siks.platform.engine.StepFacades;
import id.siks.processadmin.check.Finding;
import id.siks.processadmin.check.ModelCheck;
import id.siks.processadmin.check.Report;
import id.siks.processadmin.release.Release;
import id.siks.processadmin.release.Releases;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Says of each part of a bundle whether it may be a draft here: by the same check as an upload. A part may name what comes in the
 * same bundle; it is then released after that, and checked again before.
 */
@Component
class Judge {

    private static final String CIRCLE = "calls-itself";

    /** Rules that may be about another part. */
    static final Set<String> NAMES_ANOTHER = Set.of(
            "form-unknown",
            "task-unknown",
            "decision-unknown",
            "called-unknown",
            CIRCLE,
            "task-elsewhere",
            "answer-not-asked",
            "answer-not-an-option",
            "answer-not-given",
            "answer-other-kind",
            "answer-still-read",
            "kind-still-needed",
            "table-input-lacking",
            "table-never-answers",
            "table-reader-lacks",
            "table-reader-other-kind",
            "table-sometimes-silent",
            "table-still-read");

    /** What a condition reads. */
    private static final Pattern READ = Pattern.compile("\\$\\{(\\w+)[ }]");

    private final ModelCheck check;
    private final Releases releases;

    Judge(ModelCheck check, Releases releases) {
        this.check = check;
        this.releases = releases;
    }

    /**
     * A part beside what is released here.
     *
     * @param here null when nothing of that name is
     */
    private record Beside(Part part, Release here) {

        boolean isSame() {
            return here != null && here.sha256().equals(part.sha256());
        }
    }

    List<Judged> of(Bundle bundle) {
        List<Beside> parts = bundle.parts().stream()
                .map(part -> new Beside(
                        part, releases.inForce(part.kind(), part.key()).orElse(null)))
                .toList();
        Map<String, String> companions = new HashMap<>();
        parts.stream()
                .filter(each -> !each.isSame())
                .map(each -> each.part.key())
                .forEach(key -> {
                    companions.put(key, key);
                    // What a form asks is read by the name of its task.
                    companions.put(StepFacades.nameFor(key), key);
                });
        return Companions.roundTrips(
                parts.stream().map(each -> of(each, companions)).toList());
    }

    /**
     * Judges one part.
     *
     * @param companions names of the parts that change something here, by every word a finding may call them
     */
    private Judged of(Beside beside, Map<String, String> companions) {
        Part part = beside.part;
        Integer version = beside.here == null ? null : beside.here.version();
        if (beside.isSame()) {
            return new Judged(part, Outcome.SAME, version, List.of(), 0, List.of());
        }
        Report report = check.check(part.kind(), part.key(), part.content());
        List<Finding> all = report.refusals();
        List<Finding> refusals = all.stream()
                .filter(finding -> named(part, finding, companions).findAny().isEmpty())
                .toList();
        List<String> waits = all.stream()
                .flatMap(finding -> named(part, finding, companions))
                .distinct()
                .toList();
        Outcome outcome = beside.here == null ? Outcome.NEW : Outcome.DIFFERS;
        // What is not listed may be about anything.
        boolean sound = refusals.isEmpty() && report.moreRefusals() == 0;
        return new Judged(part, sound ? outcome : Outcome.REFUSED, version, refusals, report.moreRefusals(), waits);
    }

    /** The companions the finding misses here, if it is about any: whichever process of a circle may open it, else one. */
    private static Stream<String> named(Part part, Finding finding, Map<String, String> companions) {
        return NAMES_ANOTHER.contains(finding.rule())
                ? Stream.concat(
                                Stream.ofNullable(finding.element()),
                                finding.args().stream().skip(1).map(String::valueOf))
                        .map(Judge::word)
                        .filter(companions::containsKey)
                        .map(companions::get)
                        // What a part lacks in itself, it brings with itself.
                        .filter(companion -> !companion.equals(part.key()))
                        .limit(finding.rule().equals(CIRCLE) ? companions.size() : 1)
                : Stream.empty();
    }

    private static String word(String said) {
        Matcher read = READ.matcher(said);
        return read.find() ? read.group(1) : said;
    }
}
