package id.siks.evidence;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.params.provider.Arguments;

/** Files as people and attackers send them, built byte by byte. */
public final class SampleFiles {

    private SampleFiles() {}

    /** Every bad photo of the requirements with the last part of the key of its sentence. */
    public static Stream<Arguments> badPhotos() {
        return Stream.of(
                Arguments.of("empty", new byte[0]),
                Arguments.of("too-large", new byte[25 * 1024 * 1024]),
                Arguments.of("svg", text("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>")),
                Arguments.of("html", text("<!DOCTYPE html><html><script>alert(1)</script></html>")),
                Arguments.of("type", text("GIF89a and so on")),
                Arguments.of("photo-wanted", pdf()),
                Arguments.of("too-few-pixels", jpeg(20, 20)),
                Arguments.of("too-few-pixels", png(319, 240)),
                Arguments.of("too-many-pixels", claimingPng(60_000, 60_000)),
                Arguments.of("too-many-pixels", claimingPng(9_000, 9_000)),
                Arguments.of("broken", claimingPng(400, 400)),
                Arguments.of("broken", firstHalf(jpeg(800, 600))),
                Arguments.of("broken", firstHalf(jpegWithNotes(800, 600))),
                Arguments.of("broken", firstHalf(png(800, 600))),
                Arguments.of("broken", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0, 0, 0}));
    }

    /** A photo without any notes: red on the left, blue on the right. */
    public static byte[] jpeg(int width, int height) {
        return image("jpeg", width, height);
    }

    public static byte[] png(int width, int height) {
        return image("png", width, height);
    }

    private static byte[] image(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width - width / 2, height);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    /** A photo whose camera noted that it was turned (orientation 6), when, and where: 5°1'48" S, 104°4'48" E. */
    static byte[] jpegWithNotes(int width, int height) {
        byte[] plain = jpeg(width, height);
        byte[] notes = exif();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(plain, 0, 2);
        bytes.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1});
        int length = notes.length + 2;
        bytes.writeBytes(new byte[] {(byte) (length >> 8), (byte) length});
        bytes.writeBytes(notes);
        bytes.write(plain, 2, plain.length - 2);
        return bytes.toByteArray();
    }

    private static byte[] exif() {
        ByteBuffer b = ByteBuffer.allocate(6 + 220);
        b.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        // Big-endian TIFF; offsets count from here.
        b.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        b.putShort((short) 3);
        entry(b, 0x0112, 3, 1, 6 << 16);
        entry(b, 0x8769, 4, 1, 50);
        entry(b, 0x8825, 4, 1, 100);
        b.putInt(0);
        b.position(6 + 50);
        b.putShort((short) 1);
        entry(b, 0x9003, 2, 20, 70);
        b.putInt(0);
        b.position(6 + 70);
        b.put("2026:11:20 09:15:00\0".getBytes(StandardCharsets.US_ASCII));
        b.position(6 + 100);
        b.putShort((short) 4);
        entry(b, 1, 2, 2, 'S' << 24);
        entry(b, 2, 5, 3, 160);
        entry(b, 3, 2, 2, 'E' << 24);
        entry(b, 4, 5, 3, 184);
        b.putInt(0);
        b.position(6 + 160);
        for (int part : new int[] {5, 1, 48, 104, 4, 48}) {
            b.putInt(part).putInt(1);
        }
        return b.array();
    }

    private static void entry(ByteBuffer b, int tag, int type, int count, int value) {
        b.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    static byte[] firstHalf(byte[] file) {
        return Arrays.copyOf(file, file.length / 2);
    }

    /** A PNG that claims to be enormous and holds nothing. */
    static byte[] claimingPng(int width, int height) {
        ByteBuffer header = ByteBuffer.allocate(17);
        header.put("IHDR".getBytes(StandardCharsets.US_ASCII)).putInt(width).putInt(height);
        header.put(new byte[] {8, 2, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(header.array());
        ByteBuffer file = ByteBuffer.allocate(8 + 4 + 17 + 4);
        file.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        file.putInt(13).put(header.array()).putInt((int) crc.getValue());
        return file.array();
    }

    public static byte[] pdf() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
