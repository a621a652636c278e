package id.siks.evidence;

/** Tells whether a JPEG is whole. Decoders fill a missing rest with grey and say nothing, so we look ourselves. */
final class JpegEnd {

    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;

    private JpegEnd() {}

    /** True when the end marker comes after the picture's own data; a small picture inside the metadata has one too. */
    static boolean present(byte[] content) {
        int at = scanStart(content);
        if (at < 0) {
            return false;
        }
        for (int i = content.length - 2; i >= at; i--) {
            if ((content[i] & 0xFF) == 0xFF && (content[i + 1] & 0xFF) == END_OF_IMAGE) {
                return true;
            }
        }
        return false;
    }

    // Walks from segment to segment, each of which tells its own length, to where the picture's data begin.
    private static int scanStart(byte[] content) {
        int at = 2;
        while (at + 3 < content.length) {
            if ((content[at] & 0xFF) != 0xFF) {
                return -1;
            }
            int marker = content[at + 1] & 0xFF;
            if (marker == 0xFF) {
                at++;
                continue;
            }
            if (marker == START_OF_SCAN) {
                return at + 2;
            }
            at += 2 + ((content[at + 2] & 0xFF) << 8 | content[at + 3] & 0xFF);
        }
        return -1;
    }
}
