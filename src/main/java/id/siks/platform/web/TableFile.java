package id.siks.platform.web;

import id.siks.platform.Csv;
import id.siks.platform.Spool;
import id.siks.platform.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The answer that is a table to keep; it goes out as it was written, however long it is. */
public final class TableFile {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private TableFile() {}

    /** As a workbook when {@code format} is {@code xlsx}, else as comma-separated values; {@code name} without ending. */
    public static ResponseEntity<InputStreamResource> of(Table table, String name, String format) {
        return "xlsx".equals(format) ? answer(name + ".xlsx", XLSX, table.workbook()) : csv(name, table.csv());
    }

    /** As comma-separated values; {@code name} without ending. */
    public static ResponseEntity<InputStreamResource> csv(String name, Csv lines) {
        return answer(name + ".csv", CSV, lines.whole());
    }

    private static ResponseEntity<InputStreamResource> answer(String name, MediaType type, Spool content) {
        try {
            return ResponseEntity.ok()
                    .contentType(type)
                    .contentLength(content.length())
                    .cacheControl(CacheControl.noStore())
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename(name)
                                    .build()
                                    .toString())
                    .body(new InputStreamResource(content.read()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
