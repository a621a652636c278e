package id.siks.platform.web;

import id.siks.platform.Csv;
import id.siks.platform.Table;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The answer that is a table to keep. */
public final class TableFile {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private TableFile() {}

    /** As a workbook when {@code format} is {@code xlsx}, else as comma-separated values; {@code name} without ending. */
    public static ResponseEntity<byte[]> of(Table table, String name, String format) {
        return "xlsx".equals(format) ? answer(name + ".xlsx", XLSX, table.workbook()) : csv(name, table.csv());
    }

    /** As comma-separated values; {@code name} without ending. */
    public static ResponseEntity<byte[]> csv(String name, Csv lines) {
        return answer(name + ".csv", CSV, lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseEntity<byte[]> answer(String name, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }
}
