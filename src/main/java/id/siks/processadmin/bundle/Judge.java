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
import java.util.Optional;
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

    private static final Set<String> NAMES_ANOTHER = Set.of(
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

    List<Judged> of(Bundle bundle) {
        Map<String, String> companions = new HashMap<>();
        bundle.parts().stream().filter(part -> !isHere(part)).map(Part::key).forEach(key -> {
            companions.put(key, key);
            // What a form asks is read by the name of its task.
            companions.put(StepFacades.nameFor(key), key);
        });
        return Companions.roundTrips(
                bundle.parts().stream().map(part -> of(part, companions)).toList());
    }

    private boolean isHere(Part part) {
        return releases.inForce(part.kind(), part.key())
                .filter(release -> release.sha256().equals(part.sha256()))
                .isPresent();
    }

    /**
     * Judges one part.
     *
     * @param companions names of the parts that change something here, by every word a finding may call them
     */
    private Judged of(Part part, Map<String, String> companions) {
        Optional<Release> here = releases.inForce(part.kind(), part.key());
        Integer version = here.map(Release::version).orElse(null);
        if (isHere(part)) {
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
        Outcome outcome = here.isPresent() ? Outcome.DIFFERS : Outcome.NEW;
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
