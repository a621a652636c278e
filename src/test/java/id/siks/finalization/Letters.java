package id.siks.finalization;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.evidence.AttachmentKind;
import id.siks.evidence.AttachmentUpload;
import id.siks.evidence.Attachments;
import id.siks.evidence.Capture;
import id.siks.identity.Actor;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Scans of letters for tests. */
final class Letters {

    private Letters() {}

    static void scan(Attachments attachments, CaseRef period, AreaCode regency, Actor by) {
        attachments.add(
                new AttachmentUpload(
                        period.value(), regency, AttachmentKind.RATIFICATION_LETTER, page(), Capture.UNKNOWN),
                by);
    }

    private static byte[] page() {
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(210, 297, BufferedImage.TYPE_INT_RGB), "png", png);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
