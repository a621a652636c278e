package id.siks.platform.paper;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;

/** Prints a page of ours as PDF. */
public final class Paper {

    static {
        // The printer notes every step it takes; none of it is news.
        XRLog.setLoggingEnabled(false);
    }

    private Paper() {}

    /** The well-formed page as PDF. */
    public static byte[] print(String page) {
        return print(page, List.of());
    }

    /** As {@link #print(String)}, with drawings over the places that the page leaves free for them. */
    public static byte[] print(String page, List<Drawing> drawings) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        // The page holds everything in itself; nothing is fetched from anywhere.
        builder.useUriResolver((base, address) -> address.startsWith("data:") ? address : null);
        builder.withHtmlContent(page, null);
        builder.withProducer("SIKS-NG");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PdfBoxRenderer printer = builder.buildPdfRenderer();
                PDDocument document = printer.createPDFKeepOpen()) {
            for (Drawing drawing : drawings) {
                draw(document, drawing);
            }
            document.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("A page cannot be printed", e);
        }
        return bytes.toByteArray();
    }

    private static void draw(PDDocument document, Drawing drawing) throws IOException {
        PDPage page = document.getPage(drawing.page());
        try (PDPageContentStream ink = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
            drawing.picture()
                    .draw(
                            ink,
                            drawing.window(),
                            drawing.place(),
                            page.getMediaBox().getHeight());
        }
    }
}
