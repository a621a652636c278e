package id.siks.evidence;

import id.siks.platform.InvalidInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;

/**
 * Decides what a file is by its bytes and refuses what cannot be evidence, before anything is decoded as a whole
 * (requirement 17). Every refusal has its own sentence at the field {@code file}.
 */
@Component
class FileCheck {

    static final int LARGEST_FILE = 5 * 1024 * 1024;
    static final int LONGEST_SIDE = 12_000;

    /** On less nobody sees what a house is made of. */
    static final int LEAST_LONG_SIDE = 320;

    static final long MOST_PIXELS = 40_000_000L;
    static final int MOST_PAGES = 100;

    private static final String FIELD = "file";
    private static final int LOOKED_AT = 2048;
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};

    /** What the bytes are; {@link InvalidInput} when they are nothing we keep. */
    FileType check(byte[] content, AttachmentKind kind) {
        if (content == null || content.length == 0) {
            throw refused("empty");
        }
        if (content.length > LARGEST_FILE) {
            throw refused("too-large", LARGEST_FILE / 1024 / 1024);
        }
        FileType type = type(content);
        if (type == FileType.PDF) {
            if (kind.photoOnly()) {
                throw refused("photo-wanted");
            }
            checkPdf(content);
        } else {
            checkSize(content, type, kind);
        }
        return type;
    }

    private static FileType type(byte[] content) {
        if (startsWith(content, JPEG)) {
            return FileType.JPEG;
        }
        if (startsWith(content, PNG)) {
            return FileType.PNG;
        }
        if (startsWith(content, PDF)) {
            return FileType.PDF;
        }
        String text = beginning(content);
        if (text.contains("<svg")) {
            throw refused("svg");
        }
        if (text.contains("<html") || text.contains("<!doctype") || text.contains("<script")) {
            throw refused("html");
        }
        throw refused("type");
    }

    // Only the header is read: a picture that claims to be enormous is never unpacked.
    private static void checkSize(byte[] content, FileType type, AttachmentKind kind) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(type.format());
        ImageReader reader = readers.next();
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(in, true, true);
            long width = reader.getWidth(0);
            long height = reader.getHeight(0);
            if (width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > MOST_PIXELS) {
                throw refused("too-many-pixels", MOST_PIXELS / 1_000_000);
            }
            if (kind.photoOnly() && Math.max(width, height) < LEAST_LONG_SIDE) {
                throw refused("too-few-pixels", LEAST_LONG_SIDE);
            }
        } catch (IOException | RuntimeException broken) {
            if (broken instanceof InvalidInput) {
                throw (InvalidInput) broken;
            }
            throw refused("broken");
        } finally {
            reader.dispose();
        }
    }

    private static void checkPdf(byte[] content) {
        String tail = new String(
                content,
                Math.max(0, content.length - LOOKED_AT),
                Math.min(content.length, LOOKED_AT),
                StandardCharsets.ISO_8859_1);
        if (!tail.contains("%%EOF")) {
            throw refused("broken");
        }
        try (PDDocument document = Loader.loadPDF(content)) {
            if (document.getNumberOfPages() < 1) {
                throw refused("broken");
            }
            if (document.getNumberOfPages() > MOST_PAGES) {
                throw refused("too-many-pages", MOST_PAGES);
            }
        } catch (IOException unreadable) {
            // A document under a password ends here as well: nobody could check it.
            throw refused("broken");
        }
    }

    private static boolean startsWith(byte[] content, byte[] magic) {
        if (content.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if (content[i] != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static String beginning(byte[] content) {
        String text = new String(content, 0, Math.min(content.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        return text.replace("\0", "").toLowerCase(Locale.ROOT);
    }

    static InvalidInput refused(String problem, Object... args) {
        return InvalidInput.at(FIELD, "evidence.error." + problem, args);
    }

    /** What we keep. */
    enum FileType {
        JPEG,
        PNG,
        PDF;

        String format() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
