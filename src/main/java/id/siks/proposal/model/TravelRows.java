package id.siks.proposal.model;

import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.casework.BatchMember.Blocked;
import id.siks.casework.BatchMember.ListLine;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.evidence.AttachmentKind;
import id.siks.evidence.Attachments;
import id.siks.identity.Masks;
import id.siks.platform.BusinessTime;
import id.siks.proposal.Channel;
import id.siks.register.Activation;
import id.siks.register.FamilyContent;
import id.siks.register.MemberContent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a batch asks of many proposals at once, with as many statements however many they are. */
@Repository
class TravelRows {

    private static final int MANY_MEMBERS = 10;

    private final JdbcClient db;
    private final NearbyHomes homes;
    private final Attachments attachments;
    private final Areas areas;
    private final BusinessTime time;

    TravelRows(JdbcClient db, NearbyHomes homes, Attachments attachments, Areas areas, BusinessTime time) {
        this.db = db;
        this.homes = homes;
        this.attachments = attachments;
        this.areas = areas;
        this.time = time;
    }

    /** Cases of the village before its list closes, each with whether it may join. */
    List<Waiting> waitingIn(AreaCode village) {
        LocalDate today = time.today(areas.zoneOf(village));
        List<Row> rows = db.sql(
                        """
                        select p.case_ref, p.subject, p.status, p.channel, p.evidence_on,
                               m.signed_by is not null as signed
                        from proposal.proposal p left join proposal.village_meeting m using (meeting_ref)
                        where p.area_code = :village and p.status = any (:statuses) order by p.id""")
                .param("village", village.value())
                .param("statuses", names(CaseStatus.BEFORE_THE_LIST))
                .query((row, n) -> new Row(
                        new CaseRef(row.getString("case_ref")),
                        row.getString("subject"),
                        CaseStatus.valueOf(row.getString("status")),
                        Channel.valueOf(row.getString("channel")),
                        row.getObject("evidence_on", LocalDate.class),
                        row.getBoolean("signed")))
                .list();
        Map<String, Set<AttachmentKind>> photos =
                attachments.kindsOf(rows.stream().map(row -> row.ref.value()).toList());
        return rows.stream()
                .map(row -> new Waiting(
                        new Blocked(row.ref, row.subject, row.status),
                        mayJoin(row, today, photos.getOrDefault(row.ref.value(), Set.of()))))
                .toList();
    }

    /** Cases of the regency before their villages' lists, by village, each with one of the statuses from there. */
    Map<AreaCode, List<CaseRef>> notListed(AreaCode regency) {
        Map<AreaCode, List<CaseRef>> waiting = new LinkedHashMap<>();
        db.sql(
                        """
                        select area_code, case_ref from proposal.proposal
                        where area_code like :villages and status = any (:statuses) order by area_code, id""")
                .param("villages", regency.value() + "%")
                .param("statuses", names(CaseStatus.BEFORE_THE_LIST))
                .query(row -> {
                    waiting.computeIfAbsent(new AreaCode(row.getString("area_code")), village -> new ArrayList<>())
                            .add(new CaseRef(row.getString("case_ref")));
                });
        return waiting;
    }

    /** Marks them as part of a closed village list; those that moved on meanwhile are not among the answer. */
    List<CaseRef> finalizeAll(Collection<CaseRef> refs) {
        return db
                .sql(
                        """
                        update proposal.proposal
                        set status = 'VILLAGE_FINALIZED', finalized = true, changed_at = :at, version = version + 1
                        where case_ref = any (:refs) and status = 'AGREED_BY_MEETING' returning case_ref""")
                .param("refs", CaseRef.values(refs))
                .param("at", Timestamp.from(time.now()))
                .query(String.class)
                .list()
                .stream()
                .map(CaseRef::new)
                .toList();
    }

    /** Contents to take over into the register; cases already determined, ended or unknown are not among them. */
    List<Read> toActivate(Collection<CaseRef> refs) {
        return db.sql(
                        """
                        select case_ref, version, content::text as content from proposal.proposal
                        where case_ref = any (:refs) and status in ('APPROVED_BY_REGENCY', 'ROLLED_OVER')
                        order by case_ref""")
                .param("refs", CaseRef.values(refs))
                .query((row, n) -> new Read(
                        new Activation(
                                new CaseRef(row.getString("case_ref")),
                                ContentJson.family(row.getString("content")),
                                null),
                        row.getInt("version")))
                .list();
    }

    /** What these cases claim. */
    Map<CaseRef, FamilyContent> contents(Collection<CaseRef> refs) {
        Map<CaseRef, FamilyContent> contents = new LinkedHashMap<>();
        db.sql("select case_ref, content::text as content from proposal.proposal where case_ref = any (:refs)")
                .param("refs", CaseRef.values(refs))
                .query(row -> {
                    contents.put(new CaseRef(row.getString("case_ref")), ContentJson.family(row.getString("content")));
                });
        return contents;
    }

    /** Contents of those that wait for their determination, only to be looked at. */
    Map<CaseRef, Awaiting> awaitingDetermination(Collection<CaseRef> refs) {
        Map<CaseRef, Awaiting> contents = new LinkedHashMap<>();
        db.sql(
                        """
                        select case_ref, area_code, coalesce(submitted_at, drafted_at) as handed_in, content::text as content
                        from proposal.proposal
                        where case_ref = any (:refs) and status in ('APPROVED_BY_REGENCY', 'ROLLED_OVER')
                        order by case_ref""")
                .param("refs", CaseRef.values(refs))
                .query(row -> {
                    contents.put(
                            new CaseRef(row.getString("case_ref")),
                            new Awaiting(
                                    new AreaCode(row.getString("area_code")),
                                    ContentJson.family(row.getString("content")),
                                    LocalDate.ofInstant(
                                            row.getTimestamp("handed_in").toInstant(), ZoneOffset.UTC)));
                });
        return contents;
    }

    /**
     * Those that were {@code taken} over are determined as they were read; the others are as they were read still. None is
     * locked before: who changes a case that travels holds its place in the list first, as the decree does, and who does not
     * is noticed here. They are locked in one order, so that nobody who works at several of them waits in a circle.
     */
    void determined(List<Read> cases, Set<CaseRef> taken) {
        int unchanged = db.sql(
                        """
                        with held as (
                          select p.id, read.taken
                          from unnest(:refs::text[], :versions::integer[], :taken::boolean[])
                            as read (case_ref, version, taken)
                          join proposal.proposal p on p.case_ref = read.case_ref
                          where p.version = read.version and p.status in ('APPROVED_BY_REGENCY', 'ROLLED_OVER')
                          order by p.case_ref for no key update of p),
                        determined as (
                          update proposal.proposal p set status = 'DETERMINED', changed_at = :at, version = p.version + 1
                          from held where p.id = held.id and held.taken)
                        select count(*) from held""")
                .param("refs", cases.stream().map(one -> one.ref().value()).toArray(String[]::new))
                .param("versions", cases.stream().map(Read::version).toArray(Integer[]::new))
                .param(
                        "taken",
                        cases.stream().map(one -> taken.contains(one.ref())).toArray(Boolean[]::new))
                .param("at", Timestamp.from(time.now()))
                .query(Integer.class)
                .single();
        if (unchanged != cases.size()) {
            throw new OptimisticLockingFailureException("%d of %d cases changed while they were determined"
                    .formatted(cases.size() - unchanged, cases.size()));
        }
    }

    /** True once the register holds the family. */
    boolean isDetermined(CaseRef ref) {
        return db.sql("select status from proposal.proposal where case_ref = :ref")
                .param("ref", ref.value())
                .query(String.class)
                .optional()
                .filter(CaseStatus.DETERMINED.name()::equals)
                .isPresent();
    }

    /** Lines of the list of names, by case. */
    Map<CaseRef, ListLine> lines(Collection<CaseRef> refs) {
        Map<CaseRef, ListLine> lines = new HashMap<>();
        Set<CaseRef> crowded = SamePlace.among(homes.around(refs));
        db.sql(
                        """
                        select case_ref, area_code, subject, member_count, sign_count, listed_nik, erased_at,
                          content::text as content
                        from proposal.proposal where case_ref = any (:refs)""")
                .param("refs", CaseRef.values(refs))
                .query(row -> {
                    CaseRef ref = new CaseRef(row.getString("case_ref"));
                    lines.put(ref, row.getTimestamp("erased_at") == null ? line(ref, row, crowded) : erased(ref, row));
                });
        return lines;
    }

    private static ListLine line(CaseRef ref, ResultSet row, Set<CaseRef> crowded) throws SQLException {
        FamilyContent content = ContentJson.family(row.getString("content"));
        int signs = row.getInt("sign_count");
        return new ListLine(
                ref,
                new AreaCode(row.getString("area_code")),
                row.getString("subject"),
                Masks.number(HeadOfFamily.of(content).map(MemberContent::nik).orElse(null)),
                Masks.number(content.familyCardNumber()),
                content.addressLine(),
                content.members().size(),
                signs,
                outlier(content, signs, crowded.contains(ref)));
    }

    /** What stays of a line when its content is erased: what the hash of the list is made of. */
    private static ListLine erased(CaseRef ref, ResultSet row) throws SQLException {
        String nik = row.getString("listed_nik");
        return new ListLine(
                ref,
                new AreaCode(row.getString("area_code")),
                row.getString("subject"),
                nik == null ? "" : nik,
                "",
                "",
                row.getInt("member_count"),
                row.getInt("sign_count"),
                null);
    }

    private static String outlier(FamilyContent content, int signs, boolean crowded) {
        if (content.excludedByWork()) {
            return "proposal.outlier.excluded-work";
        }
        if (signs == 0) {
            return "proposal.outlier.no-signs";
        }
        if (content.members().size() >= MANY_MEMBERS) {
            return "proposal.outlier.many-members";
        }
        return crowded ? "proposal.outlier.same-place" : null;
    }

    private static boolean mayJoin(Row row, LocalDate today, Set<AttachmentKind> photos) {
        // The head's signature is his confirmation of the list; no diagram of the meeting may leave it out.
        boolean proven =
                row.channel == Channel.MINISTRY_EMERGENCY || row.signed && FreshEvidence.on(row.evidenceOn, today);
        return row.status == CaseStatus.AGREED_BY_MEETING && proven && photos.containsAll(Papers.REQUIRED_PHOTOS);
    }

    private static String[] names(Collection<CaseStatus> statuses) {
        return statuses.stream().map(Enum::name).toArray(String[]::new);
    }

    record Waiting(Blocked blocked, boolean ready) {}

    /** What the register takes over, and which version of the case says so. */
    record Read(Activation activation, int version) {

        CaseRef ref() {
            return activation.caseRef();
        }
    }

    /** A family on a sealed list, the village whose list it came from, and the day it was handed in first. */
    record Awaiting(AreaCode village, FamilyContent content, LocalDate handedIn) {}

    private record Row(
            CaseRef ref, String subject, CaseStatus status, Channel channel, LocalDate evidenceOn, boolean signed) {}
}
