package id.siks.platform.web;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The answer that is a paper to look at and print; nobody on the way keeps it. */
public final class PaperFile {

    private PaperFile() {}

    /** The PDF; {@code name} without ending. */
    public static ResponseEntity<byte[]> of(String name, byte[] pdf) {
        String shown =
                ContentDisposition.inline().filename(name + ".pdf").build().toString();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, shown)
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(pdf);
    }
}
