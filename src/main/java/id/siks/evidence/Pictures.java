package id.siks.evidence;

import id.siks.evidence.FileCheck.FileType;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.springframework.stereotype.Component;

/** Makes the picture that is served: drawn anew, upright, without anything the camera wrote beside it. */
@Component
class Pictures {

    private static final int LONGEST_SIDE = 2560;
    private static final int LONGEST_THUMB_SIDE = 320;
    private static final float QUALITY = 0.85f;

    // Decoding is the one thing here that takes much memory: a few at a time.
    private final Semaphore decoding = new Semaphore(2);

    /** A JPEG and its small copy. */
    record Picture(byte[] content, byte[] thumb, int width, int height) {}

    /**
     * Draws the picture anew.
     *
     * @param orientation as in the EXIF tag, 1 to 8; anything else is upright
     */
    Picture redraw(byte[] content, FileType type, int orientation) {
        decoding.acquireUninterruptibly();
        try {
            BufferedImage read = read(content, type);
            BufferedImage upright = draw(read, orientation, LONGEST_SIDE);
            BufferedImage thumb = draw(upright, 1, LONGEST_THUMB_SIDE);
            return new Picture(jpeg(upright), jpeg(thumb), upright.getWidth(), upright.getHeight());
        } catch (IOException | RuntimeException broken) {
            throw FileCheck.refused("broken");
        } finally {
            decoding.release();
        }
    }

    private static BufferedImage read(byte[] content, FileType type) throws IOException {
        if (type == FileType.JPEG && !JpegEnd.present(content)) {
            throw new IOException("the picture has no end");
        }
        ImageReader reader = ImageIO.getImageReadersByFormatName(type.format()).next();
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            boolean[] cut = new boolean[1];
            reader.addIIOReadWarningListener((source, warning) -> cut[0] |= warning.contains("remature"));
            reader.setInput(in, true, true);
            ImageReadParam param = reader.getDefaultReadParam();
            int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / LONGEST_SIDE);
            param.setSourceSubsampling(step, step, 0, 0);
            BufferedImage image = reader.read(0, param);
            if (cut[0]) {
                throw new IOException("the picture ends early");
            }
            return image;
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage draw(BufferedImage source, int orientation, int longest) {
        boolean lying = orientation >= 5 && orientation <= 8;
        double width = lying ? source.getHeight() : source.getWidth();
        double height = lying ? source.getWidth() : source.getHeight();
        double scale = Math.min(1, longest / Math.max(width, height));
        BufferedImage target = new BufferedImage(
                Math.max(1, (int) Math.round(width * scale)),
                Math.max(1, (int) Math.round(height * scale)),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = target.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, target.getWidth(), target.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        AffineTransform place =
                AffineTransform.getScaleInstance(target.getWidth() / width, target.getHeight() / height);
        place.concatenate(upright(orientation, source.getWidth(), source.getHeight()));
        pen.drawImage(source, place, null);
        pen.dispose();
        return target;
    }

    private static AffineTransform upright(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
