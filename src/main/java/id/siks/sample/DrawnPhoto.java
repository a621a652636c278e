package id.siks.sample;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures drawn by us in place of photos: a house from roof to floor, and a paper. */
final class DrawnPhoto {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;

    private DrawnPhoto() {}

    /** A house, its colours by {@code seed}; a JPEG file. */
    static byte[] house(long seed) {
        Random random = new Random(seed);
        return draw(g -> {
            g.setColor(new Color(0x9fc7e8));
            g.fillRect(0, 0, WIDTH, 300);
            g.setColor(new Color(0x7a9a4a));
            g.fillRect(0, 300, WIDTH, HEIGHT - 300);
            g.setColor(new Color(150 + random.nextInt(90), 120 + random.nextInt(80), 80 + random.nextInt(60)));
            g.fillRect(170, 210, 300, 170);
            g.setColor(new Color(90 + random.nextInt(100), 60, 50));
            g.fillPolygon(new Polygon(new int[] {140, 320, 500}, new int[] {215, 100 + random.nextInt(40), 215}, 3));
            g.setColor(new Color(0x4a3423));
            g.fillRect(290, 280, 60, 100);
            g.setColor(new Color(0xdfeef7));
            g.fillRect(205, 250, 55, 50);
            g.fillRect(380, 250, 55, 50);
        });
    }

    /** A sheet of paper with lines, titled {@code title}; a JPEG file. */
    static byte[] paper(String title) {
        return draw(g -> {
            g.setColor(new Color(0xd8d2c4));
            g.fillRect(0, 0, WIDTH, HEIGHT);
            g.setColor(Color.WHITE);
            g.fillRect(90, 30, 460, 420);
            g.setColor(Color.DARK_GRAY);
            g.drawString(title, 110, 60);
            for (int y = 90; y < 430; y += 22) {
                g.fillRect(110, y, 300 + (y * 37) % 110, 4);
            }
        });
    }

    private static byte[] draw(java.util.function.Consumer<Graphics2D> painter) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        painter.accept(graphics);
        graphics.dispose();
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, "jpeg", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
