package id.siks.processadmin;

import id.siks.platform.Csv;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A list of cases as a file to keep. */
public final class CaseFile {

    private CaseFile() {}

    /** The answer that brings it; {@code name} without the ending. */
    public static ResponseEntity<byte[]> answer(String name, Csv lines) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + ".csv")
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(lines.toString().getBytes(StandardCharsets.UTF_8));
    }
}
