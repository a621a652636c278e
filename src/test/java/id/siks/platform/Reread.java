package id.siks.platform;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reads files of ours as somebody else would who keeps to what is written about them. */
final class Reread {

    private static final Pattern BY_NUMBER = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private Reread() {}

    /** The cells of each line as they stand in the file, by RFC 4180. */
    static List<List<String>> raw(Csv file) throws IOException {
        String csv = new String(file.whole().read().readAllBytes(), StandardCharsets.UTF_8);
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = csv.startsWith("\uFEFF") ? 1 : 0; i < csv.length(); i++) {
            char at = csv.charAt(i);
            boolean next = i + 1 < csv.length() && csv.charAt(i + 1) == (at == '\r' ? '\n' : '"');
            if (at == '"' && quoted && next) {
                cell.append(at);
                i++;
            } else if (at == '"') {
                quoted = !quoted;
            } else if (at == ',' && !quoted) {
                line.add(cell.toString());
                cell.setLength(0);
            } else if (at == '\r' && !quoted && next) {
                line.add(cell.toString());
                cell.setLength(0);
                lines.add(line);
                line = new ArrayList<>();
                i++;
            } else {
                cell.append(at);
            }
        }
        return lines;
    }

    /** What a cell of {@link #raw} says. */
    static String text(String cell) {
        return cell.startsWith("'") ? cell.substring(1) : cell;
    }

    /** The texts of the sheet's first column below its head; fails where a cell is no text. */
    static List<String> column(Spool workbook) throws Exception {
        Path file = Files.write(
                Files.createTempFile("reread", ".xlsx"), workbook.read().readAllBytes());
        try (ZipFile zip = new ZipFile(file.toFile())) {
            NodeList shared = xml(zip, "xl/sharedStrings.xml").getElementsByTagName("t");
            NodeList cells = xml(zip, "xl/worksheets/sheet1.xml").getElementsByTagName("c");
            List<String> texts = new ArrayList<>();
            for (int i = 1; i < cells.getLength(); i++) {
                Element cell = (Element) cells.item(i);
                if (!cell.getAttribute("t").equals("s")
                        || cell.getElementsByTagName("f").getLength() > 0) {
                    throw new AssertionError("no text: " + cell.getAttribute("r"));
                }
                int index = Integer.parseInt(cell.getTextContent());
                texts.add(BY_NUMBER
                        .matcher(shared.item(index).getTextContent())
                        .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                                Character.toString(Integer.parseInt(found.group(1), 16)))));
            }
            return texts;
        } finally {
            Files.delete(file);
        }
    }

    private static Document xml(ZipFile zip, String entry) throws Exception {
        try (InputStream in = zip.getInputStream(zip.getEntry(entry))) {
            return parsed(in.readAllBytes());
        }
    }

    private static Document parsed(byte[] xml) throws Exception {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
