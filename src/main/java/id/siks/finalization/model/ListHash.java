package id.siks.finalization.model;

import id.siks.casework.BatchMember;
import id.siks.casework.BatchMember.ListLine;
import id.siks.casework.CaseRef;
import id.siks.platform.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The hash that ties the regent's letter to a list. Every line has its own SHA-256; the list's is that of all its lines'
 * hashes, by village and case number. So a single line can be checked, and a case that leaves later does not take the
 * proof away.
 */
@Component
public class ListHash {

    private static final int AT_ONCE = 500;

    private final ObjectProvider<BatchMember> members;
    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    ListHash(ObjectProvider<BatchMember> members, JdbcTemplate jdbc, JdbcClient client) {
        this.members = members;
        this.jdbc = jdbc;
        this.client = client;
    }

    /** Writes the lines of {@code list} down as they are now and answers the hash of the whole. */
    String write(List<BatchItems.Item> list) {
        MessageDigest whole = Sha256.digest();
        for (int from = 0; from < list.size(); from += AT_ONCE) {
            List<CaseRef> refs = refs(list.subList(from, Math.min(from + AT_ONCE, list.size())));
            Map<CaseRef, ListLine> lines = lines(refs);
            List<Object[]> rows = new ArrayList<>();
            for (CaseRef ref : refs) {
                ListLine line = lines.get(ref);
                String hash = hash(ref, line);
                whole.update(hash.getBytes(StandardCharsets.US_ASCII));
                rows.add(new Object[] {
                    hash,
                    line == null ? null : line.signs(),
                    line == null ? null : line.members(),
                    line == null ? null : line.outlier(),
                    ref.value()
                });
            }
            jdbc.batchUpdate(
                    """
                    update finalization.batch_item set line_sha256 = ?, signs = ?, members = ?, outlier = ?
                    where case_ref = ? and state = 'SEALED'""",
                    rows);
        }
        return HexFormat.of().formatHex(whole.digest());
    }

    /** Keeps what a ratified line says: its case leaves the list, may be corrected, and is erased some day. */
    void keep(CaseRef member) {
        ListLine line = lines(List.of(member)).get(member);
        if (line != null) {
            client.sql(
                            """
                            update finalization.batch_item set line_head = :head, line_nik = :nik
                            where case_ref = :member and state = 'SEALED' and line_sha256 = :hash""")
                    .param("head", line.head())
                    .param("nik", line.nik())
                    .param("member", member.value())
                    .param("hash", hash(member, line))
                    .update();
        }
    }

    /** The hash of a period's list as its lines were written down. */
    public String ofWrittenLines(CaseRef period) {
        MessageDigest whole = Sha256.digest();
        client.sql(
                        """
                        select i.line_sha256 from finalization.batch_item i
                        join finalization.batch b using (batch_id) join finalization.period p using (period_id)
                        where p.case_ref = :period and i.listed order by i.village_code, i.case_ref""")
                .param("period", period.value())
                .query(String.class)
                .list()
                .forEach(line -> whole.update(line.getBytes(StandardCharsets.US_ASCII)));
        return HexFormat.of().formatHex(whole.digest());
    }

    /** Cases of a sealed list whose line is no longer the one that was written down. */
    public List<CaseRef> changedLines(CaseRef period) {
        Map<CaseRef, String> written = written(period);
        List<CaseRef> refs = List.copyOf(written.keySet());
        List<CaseRef> changed = new ArrayList<>();
        for (int from = 0; from < refs.size(); from += AT_ONCE) {
            List<CaseRef> part = refs.subList(from, Math.min(from + AT_ONCE, refs.size()));
            Map<CaseRef, ListLine> lines = lines(part);
            part.stream()
                    .filter(ref -> !hash(ref, lines.get(ref)).equals(written.get(ref)))
                    .forEach(changed::add);
        }
        return changed;
    }

    private Map<CaseRef, String> written(CaseRef period) {
        Map<CaseRef, String> written = new HashMap<>();
        client.sql(
                        """
                        select i.case_ref, i.line_sha256 from finalization.batch_item i
                        join finalization.batch b using (batch_id) join finalization.period p using (period_id)
                        where p.case_ref = :period and i.state = 'SEALED'""")
                .param("period", period.value())
                .query(row -> {
                    written.put(new CaseRef(row.getString(1)), row.getString(2));
                });
        return written;
    }

    private Map<CaseRef, ListLine> lines(List<CaseRef> refs) {
        Map<CaseRef, ListLine> lines = new HashMap<>();
        members.getObject().lines(refs).forEach(line -> lines.put(line.ref(), line));
        return lines;
    }

    private static List<CaseRef> refs(List<BatchItems.Item> items) {
        return items.stream().map(BatchItems.Item::ref).toList();
    }

    // What is unusual about a line depends on its neighbours and may change; what the regent ratifies does not.
    private static String hash(CaseRef ref, ListLine line) {
        String text = line == null
                ? ref.value()
                : String.join(
                        "\u001f",
                        ref.value(),
                        line.village().value(),
                        line.head(),
                        line.nik(),
                        Integer.toString(line.members()),
                        Integer.toString(line.signs()));
        return Sha256.hex(text);
    }
}
