package id.siks.evidence;

import id.siks.area.AreaCode;
import id.siks.evidence.Attachments.NewAttachment;
import id.siks.evidence.Attachments.StoredAttachment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of attachments. */
@Component
class AttachmentRows {

    private static final String INSERT =
            """
            insert into evidence.attachment (owner, area_code, kind, media_type, file_name, thumb_name, bytes, sha256,
              width, height, latitude, longitude, accuracy, taken_at, exif_latitude, exif_longitude, exif_taken_at,
              uploaded_by, uploaded_at)
            values (:owner, :area, :kind, :type, :file, :thumb, :bytes, :sha, :width, :height, :latitude, :longitude,
              :accuracy, :takenAt, :exifLatitude, :exifLongitude, :exifTakenAt, :by, :at)
            returning id
            """;

    static final String UNSUCCESSFUL =
            """
            select distinct unsuccessful_since, owner from evidence.attachment
            where unsuccessful_since < :before and owner <> all(:held::text[])
            order by unsuccessful_since, owner limit :most""";

    private final JdbcClient jdbc;

    AttachmentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    AttachmentId insert(AttachmentUpload upload, NewAttachment kept, long by, Instant at) {
        Capture capture = upload.capture() == null ? Capture.UNKNOWN : upload.capture();
        return new AttachmentId(jdbc.sql(INSERT)
                .param("owner", upload.owner())
                .param("area", upload.area().value())
                .param("kind", upload.kind().name())
                .param("type", kept.mediaType())
                .param("file", kept.fileName())
                .param("thumb", kept.thumbName())
                .param("bytes", kept.bytes())
                .param("sha", kept.sha256())
                .param("width", kept.width())
                .param("height", kept.height())
                .param("latitude", degrees(capture.latitude(), 90))
                .param("longitude", degrees(capture.longitude(), 180))
                .param("accuracy", capture.accuracyMetres())
                .param("takenAt", capture.takenAt() == null ? null : Timestamp.from(capture.takenAt()))
                .param("exifLatitude", kept.notes().latitude())
                .param("exifLongitude", kept.notes().longitude())
                .param("exifTakenAt", kept.notes().takenAt())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single());
    }

    List<AttachmentView> of(String owner) {
        return jdbc.sql("select * from evidence.attachment where owner = :owner order by id")
                .param("owner", owner)
                .query((row, n) -> view(row))
                .list();
    }

    Optional<StoredAttachment> find(AttachmentId id) {
        return jdbc.sql("select * from evidence.attachment where id = :id")
                .param("id", id.value())
                .query(AttachmentRows::stored)
                .optional();
    }

    boolean has(String owner, AttachmentKind kind) {
        return jdbc.sql("select exists (select 1 from evidence.attachment where owner = :owner and kind = :kind)")
                .param("owner", owner)
                .param("kind", kind.name())
                .query(Boolean.class)
                .single();
    }

    Map<String, Set<AttachmentKind>> kindsOf(Collection<String> owners) {
        Map<String, Set<AttachmentKind>> kinds = new HashMap<>();
        jdbc.sql("select distinct owner, kind from evidence.attachment where owner = any(:owners)")
                .param("owners", owners.toArray(String[]::new))
                .query(row -> {
                    kinds.computeIfAbsent(row.getString("owner"), o -> EnumSet.noneOf(AttachmentKind.class))
                            .add(AttachmentKind.valueOf(row.getString("kind")));
                });
        return kinds;
    }

    int count(String owner) {
        return jdbc.sql("select count(*) from evidence.attachment where owner = :owner")
                .param("owner", owner)
                .query(Integer.class)
                .single();
    }

    /** Deletes the row; that it was there, and who took it back, stays. */
    void remove(AttachmentId id, long by, Instant at) {
        jdbc.sql(
                        """
                        with gone as (delete from evidence.attachment where id = :id returning *)
                        insert into evidence.attachment_removed
                          (attachment_id, owner, kind, uploaded_by, uploaded_at, removed_by, removed_at)
                        select id, owner, kind, uploaded_by, uploaded_at, :by, :at from gone""")
                .param("id", id.value())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** When files of the owners came and went, oldest first. */
    List<Movement> movements(Collection<String> owners) {
        return jdbc.sql(
                        """
                        select id, kind, uploaded_by as by, uploaded_at as at, false as gone
                        from evidence.attachment where owner = any(:owners)
                        union all
                        select attachment_id, kind, uploaded_by, uploaded_at, false
                        from evidence.attachment_removed where owner = any(:owners)
                        union all
                        select attachment_id, kind, removed_by, removed_at, true
                        from evidence.attachment_removed where owner = any(:owners)
                        order by at, id, gone""")
                .param("owners", owners.toArray(String[]::new))
                .query((row, n) -> new Movement(
                        new AttachmentId(row.getLong("id")),
                        AttachmentKind.valueOf(row.getString("kind")),
                        row.getObject("by", Long.class),
                        row.getTimestamp("at").toInstant(),
                        row.getBoolean("gone")))
                .list();
    }

    List<StoredAttachment> forget(Collection<String> owners) {
        jdbc.sql("delete from evidence.attachment_removed where owner = any(:owners)")
                .param("owners", owners.toArray(String[]::new))
                .update();
        return jdbc.sql("delete from evidence.attachment where owner = any(:owners) returning *")
                .param("owners", owners.toArray(String[]::new))
                .query(AttachmentRows::stored)
                .list();
    }

    /** Deletes the rows of these owners; that they were there stays, and that nobody took them back. */
    List<StoredAttachment> erase(Collection<String> owners, Instant at) {
        return jdbc.sql(
                        """
                        with gone as (delete from evidence.attachment where owner = any(:owners) returning *),
                        noted as (
                          insert into evidence.attachment_removed
                            (attachment_id, owner, kind, uploaded_by, uploaded_at, removed_at)
                          select id, owner, kind, uploaded_by, uploaded_at, :at from gone)
                        select * from gone""")
                .param("owners", owners.toArray(String[]::new))
                .param("at", Timestamp.from(at))
                .query(AttachmentRows::stored)
                .list();
    }

    boolean wereErased(String owner) {
        return jdbc.sql(
                        """
                        select exists (
                          select 1 from evidence.attachment_removed where owner = :owner and removed_by is null)""")
                .param("owner", owner)
                .query(Boolean.class)
                .single();
    }

    /** From now on these files perish after their time. */
    void noteUnsuccessful(Collection<String> owners, Instant at) {
        jdbc.sql("update evidence.attachment set unsuccessful_since = :at where owner = any(:owners)")
                .param("owners", owners.toArray(String[]::new))
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Cases with files that ended before the moment without leading into the register, the oldest first. */
    List<String> unsuccessful(Instant before, Set<String> held, int most) {
        return jdbc.sql(UNSUCCESSFUL)
                .param("before", Timestamp.from(before))
                .param("held", held.toArray(String[]::new))
                .param("most", most)
                .query((row, n) -> row.getString("owner"))
                .list();
    }

    // A device that tells nonsense about its place does not make the photo worse.
    private static BigDecimal degrees(BigDecimal value, int most) {
        boolean possible = value != null && value.abs().compareTo(BigDecimal.valueOf(most)) <= 0;
        return possible ? value.setScale(6, RoundingMode.HALF_UP) : null;
    }

    private static StoredAttachment stored(ResultSet row, int number) throws SQLException {
        return new StoredAttachment(view(row), row.getString("file_name"), row.getString("thumb_name"));
    }

    private static AttachmentView view(ResultSet row) throws SQLException {
        return new AttachmentView(
                new AttachmentId(row.getLong("id")),
                row.getString("owner"),
                new AreaCode(row.getString("area_code")),
                AttachmentKind.valueOf(row.getString("kind")),
                row.getString("media_type"),
                row.getInt("bytes"),
                row.getObject("uploaded_by", Long.class),
                row.getTimestamp("uploaded_at").toInstant());
    }

    /** A file came, or went when {@code gone}: by nobody when it was erased after its time. */
    record Movement(AttachmentId id, AttachmentKind kind, Long by, Instant at, boolean gone) {}
}
