package id.siks.processadmin.check;

import java.io.IOException;
import java.io.StringReader;
import java.net.URL;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.sax.SAXSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.springframework.stereotype.Component;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * The grammar of BPMN the engine reads by: the order of elements, how often each may stand, what an attribute may hold. The
 * check reads by the same file, without the engine, so that nobody hears of it only when he releases.
 */
@Component
class BpmnSchema {

    private final Schema grammar;

    BpmnSchema() throws SAXException {
        URL file = BpmnParse.class.getClassLoader().getResource(BpmnParser.BPMN_20_SCHEMA_LOCATION);
        grammar = SchemaFactory.newDefaultInstance().newSchema(file);
    }

    /** Says near which line the file first departs from the grammar; only for a file that {@link XmlReader} has read. */
    void check(String text, Findings findings) {
        try {
            Validator validator = grammar.newValidator();
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            validator.validate(
                    new SAXSource(XmlReader.parser().getXMLReader(), new InputSource(new StringReader(text))));
        } catch (SAXParseException departs) {
            findings.add(Rule.FILE_NOT_BPMN, departs.getLineNumber());
        } catch (SAXException | IOException | ParserConfigurationException broken) {
            findings.add(Rule.FILE_NOT_BPMN, 0);
        }
    }
}
