package id.siks.journeys;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/** What a camera would deliver: JPEG files drawn here. */
final class Drawing {

    private static final int WIDTH = 800;
    private static final int HEIGHT = 600;

    private Drawing() {}

    /** A house from roof to floor. */
    static byte[] house() {
        return jpeg(g -> {
            g.setColor(new Color(0xb7d5ee));
            g.fillRect(0, 0, WIDTH, HEIGHT);
            g.setColor(new Color(0x8a6b4f));
            g.fillRect(200, 260, 400, 240);
            g.setColor(new Color(0x6a3b2e));
            g.fillPolygon(new int[] {160, 400, 640}, new int[] {260, 120, 260}, 3);
            g.setColor(new Color(0x33261c));
            g.fillRect(360, 360, 90, 140);
        });
    }

    /** A sheet with lines on it, headed {@code title}. */
    static byte[] paper(String title) {
        return jpeg(g -> {
            g.setColor(Color.WHITE);
            g.fillRect(0, 0, WIDTH, HEIGHT);
            g.setColor(Color.DARK_GRAY);
            g.drawString(title, 60, 60);
            for (int y = 100; y < HEIGHT - 40; y += 30) {
                g.fillRect(60, y, 400 + (y * 31) % 250, 3);
            }
        });
    }

    private static byte[] jpeg(Consumer<Graphics2D> painter) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        painter.accept(graphics);
        graphics.dispose();
        try (ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            ImageIO.write(image, "jpeg", file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
