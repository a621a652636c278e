package id.siks.processadmin.bundle;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The table of contents at the end of a ZIP file, read before anything is unpacked. A file cut off has none, and what it says
 * has to agree with what is then found.
 */
final class ZipDirectory {

    private static final int FIRST_FILE = 0x04034b50;
    private static final int LINE = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int LONGEST_COMMENT = 65_535;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private ZipDirectory() {}

    /**
     * One line of it.
     *
     * @param name as it is written there
     * @param encrypted true when nobody can read it without a word
     * @param known true when it is packed in one of the two ways everybody knows
     * @param packed bytes in the file
     * @param size bytes after unpacking, as the file claims
     */
    record Line(String name, boolean encrypted, boolean known, long packed, long size) {}

    /**
     * The lines, at most {@code most}.
     *
     * @throws id.siks.platform.InvalidInput at the file's field when it is no ZIP file, cut off, or has more
     */
    static List<Line> read(byte[] file, int most) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (file.length < END_BYTES || bytes.getInt(0) != FIRST_FILE) {
            throw BundleFault.because("no-zip");
        }
        int end = end(bytes);
        int count = Short.toUnsignedInt(bytes.getShort(end + 10));
        if (count > most) {
            throw BundleFault.because("too-many", most);
        }
        List<Line> lines = new ArrayList<>();
        try {
            bytes.position(Math.toIntExact(Integer.toUnsignedLong(bytes.getInt(end + 16))));
            for (int i = 0; i < count; i++) {
                lines.add(line(bytes));
            }
        } catch (BufferUnderflowException | IllegalArgumentException | ArithmeticException cut) {
            throw BundleFault.because("broken");
        }
        if (bytes.position() != end) {
            throw BundleFault.because("broken");
        }
        return lines;
    }

    private static int end(ByteBuffer bytes) {
        int last = bytes.capacity() - END_BYTES;
        for (int at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
            if (bytes.getInt(at) == END && Short.toUnsignedInt(bytes.getShort(at + 20)) == last - at) {
                return at;
            }
        }
        throw BundleFault.because("broken");
    }

    private static Line line(ByteBuffer bytes) {
        int at = bytes.position();
        byte[] head = new byte[46];
        bytes.get(head);
        if (bytes.getInt(at) != LINE) {
            throw BundleFault.because("broken");
        }
        int flags = bytes.getShort(at + 8);
        int method = bytes.getShort(at + 10);
        byte[] name = new byte[Short.toUnsignedInt(bytes.getShort(at + 28))];
        bytes.get(name);
        int more = Short.toUnsignedInt(bytes.getShort(at + 30)) + Short.toUnsignedInt(bytes.getShort(at + 32));
        bytes.position(bytes.position() + more);
        return new Line(
                new String(name, StandardCharsets.UTF_8),
                (flags & 1) != 0,
                method == STORED || method == DEFLATED,
                Integer.toUnsignedLong(bytes.getInt(at + 20)),
                Integer.toUnsignedLong(bytes.getInt(at + 24)));
    }
}
