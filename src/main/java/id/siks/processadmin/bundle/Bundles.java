package id.siks.processadmin.bundle;

import id.siks.identity.Actor;
import id.siks.platform.BusinessTime;
import id.siks.platform.InvalidInput;
import id.siks.platform.NotFound;
import id.siks.platform.Sentences;
import id.siks.platform.Sha256;
import id.siks.processadmin.draft.Drafts;
import id.siks.processadmin.draft.Models;
import id.siks.processadmin.release.Release;
import id.siks.processadmin.release.Releases;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Packs released models for another installation and takes in what another one packed; both are noted with who and why. */
@Service
@Transactional
class Bundles {

    private static final int LONGEST_NOTE = 200;

    private final Releases releases;
    private final Drafts drafts;
    private final Models models;
    private final Judge judge;
    private final BundleRows rows;
    private final BusinessTime time;
    private final String source;

    Bundles(
            Releases releases,
            Drafts drafts,
            Models models,
            Judge judge,
            BundleRows rows,
            BusinessTime time,
            @Value("${siks.public-address}") String source) {
        this.releases = releases;
        this.drafts = drafts;
        this.models = models;
        this.judge = judge;
        this.rows = rows;
        this.time = time;
        this.source = source;
    }

    /** What can be packed: the version in force of each model. */
    @Transactional(readOnly = true)
    public List<Release> released() {
        return releases.allInForce();
    }

    /**
     * The last bundles that left or came, the latest first, without their parts.
     *
     * @param before only those with a smaller number, or null
     */
    @Transactional(readOnly = true)
    public List<Journey> latest(Long before, int most) {
        return rows.latest(before, most);
    }

    /** One of them with its parts; {@link NotFound} when there is none. */
    @Transactional(readOnly = true)
    public Journey find(long id) {
        return rows.find(id).orElseThrow(() -> new NotFound("bundle " + id));
    }

    /**
     * Packs what is in force.
     *
     * @param files names of the files, at least one; {@link InvalidInput} at {@code parts} when none of them is in force
     * @return the file, and its hash
     */
    public Packed export(Collection<String> files, String note, Actor by) {
        String said = Sentences.required("exportNote", note, LONGEST_NOTE);
        List<Part> parts = released().stream()
                .filter(release -> files.contains(release.fileName()))
                .map(Bundles::part)
                .toList();
        if (parts.isEmpty() || parts.size() != files.stream().distinct().count()) {
            throw InvalidInput.at("parts", "processadmin.bundle.error.parts");
        }
        Bundle bundle = Bundle.of(source, parts);
        byte[] file = bundle.pack();
        String hash = Sha256.hex(file);
        long id = rows.add(false, source, hash, said, by.accountId(), time.now());
        bundle.parts().forEach(part -> rows.add(id, part, Outcome.SENT, null, List.of()));
        return new Packed(file, hash);
    }

    /** A packed file with its hash. */
    record Packed(byte[] file, String sha256) {}

    /**
     * Takes in a bundle: every part that is not released here already becomes a draft; answers the number of the import.
     *
     * @throws InvalidInput at {@code bundle} or {@code importNote}
     * @throws BundleRefused when the check refuses a part; then no part is taken
     */
    public long take(byte[] file, String note, Actor by) {
        String said = Sentences.required("importNote", note, LONGEST_NOTE);
        Bundle bundle = Bundle.read(file);
        requireRooms(bundle);
        List<Judged> judged = judge.of(bundle);
        if (judged.stream().anyMatch(part -> part.outcome() == Outcome.REFUSED)) {
            throw new BundleRefused(judged);
        }
        long id = rows.add(true, bundle.source(), Sha256.hex(file), said, by.accountId(), time.now());
        for (Judged part : judged) {
            rows.add(
                    id,
                    part.part(),
                    part.outcome(),
                    part.outcome() == Outcome.SAME ? null : draft(part.part(), said, by),
                    part.waits());
        }
        return id;
    }

    private long draft(Part part, String note, Actor by) {
        return drafts.begin(part.kind(), part.key(), part.room(), part.content(), note, by);
    }

    private void requireRooms(Bundle bundle) {
        List<String> rooms = models.rooms();
        bundle.parts().stream()
                .filter(part -> !rooms.contains(part.room()))
                .findFirst()
                .ifPresent(part -> {
                    throw BundleFault.because("room", part.path());
                });
    }

    private static Part part(Release release) {
        return new Part(
                release.kind(),
                release.key(),
                release.room(),
                release.version(),
                release.sha256(),
                release.content().getBytes(StandardCharsets.UTF_8));
    }
}
