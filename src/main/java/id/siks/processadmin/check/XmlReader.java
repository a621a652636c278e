package id.siks.processadmin.check;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads XML without believing it (security requirement 1): no document type, no entity, no schema, no inclusion, no
 * instruction to anybody, nothing fetched, and no more elements than a person can draw.
 */
final class XmlReader {

    static final int MOST_ELEMENTS = 12_000;
    static final int DEEPEST = 40;
    private static final int MOST_ATTRIBUTES = 40;
    private static final String XINCLUDE = "http://www.w3.org/2001/XInclude";

    private XmlReader() {}

    /** The root of the file; refuses with {@link Unreadable}. */
    static Part read(String text) {
        Builder builder = new Builder();
        try {
            parser().parse(new InputSource(new StringReader(text)), builder);
            return builder.root;
        } catch (SAXParseException broken) {
            throw new Unreadable(Rule.FILE_BROKEN, broken.getLineNumber());
        } catch (Refusal refusal) {
            throw refusal.reason;
        } catch (SAXException | IOException | ParserConfigurationException broken) {
            throw new Unreadable(Rule.FILE_BROKEN, 0);
        }
    }

    /** A parser of the same kind. */
    static SAXParser parser() throws ParserConfigurationException, SAXException {
        // The machine's own, whatever else lies on the class path.
        SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
        factory.setValidating(false);
        factory.setXIncludeAware(false);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        SAXParser parser = factory.newSAXParser();
        parser.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        parser.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        return parser;
    }

    /** Carries our own reason through the parser. */
    private static final class Refusal extends SAXException {

        private static final long serialVersionUID = 1L;
        private final transient Unreadable reason;

        private Refusal(Rule rule, Object... args) {
            this.reason = new Unreadable(rule, args);
        }
    }

    private static final class Builder extends DefaultHandler {

        private Locator place;
        private Part root;
        private Part open;
        private int elements;
        private int depth;

        @Override
        public void setDocumentLocator(Locator locator) {
            place = locator;
        }

        @Override
        public void startElement(String uri, String local, String qualified, Attributes given) throws SAXException {
            if (++elements > MOST_ELEMENTS) {
                throw new Refusal(Rule.FILE_TOO_MANY_ELEMENTS, MOST_ELEMENTS);
            }
            if (++depth > DEEPEST) {
                throw new Refusal(Rule.FILE_TOO_DEEP, DEEPEST);
            }
            if (uri.equals(XINCLUDE)) {
                throw new Refusal(Rule.FILE_INCLUDES);
            }
            if (given.getLength() > MOST_ATTRIBUTES) {
                throw new Refusal(Rule.FILE_TOO_MANY_ELEMENTS, MOST_ELEMENTS);
            }
            open = new Part(uri, local, place.getLineNumber(), open);
            root = root == null ? open : root;
            for (int i = 0; i < given.getLength(); i++) {
                open.put(given.getURI(i), given.getLocalName(i), given.getValue(i));
            }
        }

        @Override
        public void endElement(String uri, String local, String qualified) {
            depth--;
            open = open.parent();
        }

        @Override
        public void characters(char[] letters, int start, int length) {
            open.say(letters, start, length);
        }

        @Override
        public void processingInstruction(String target, String data) throws SAXException {
            throw new Refusal(Rule.FILE_INSTRUCTION, target);
        }

        @Override
        public InputSource resolveEntity(String publicId, String systemId) throws SAXException {
            throw new Refusal(Rule.FILE_DOCTYPE);
        }
    }
}
