package id.siks.processadmin.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.siks.platform.InvalidInput;
import id.siks.platform.Message;
import id.siks.platform.diagram.DrawnProcess;
import id.siks.processadmin.check.Finding;
import id.siks.processadmin.check.ModelCheck;
import id.siks.processadmin.check.ModelKind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.w3c.dom.Node;

/** Reads the bytes of a file somebody sends; refuses what an editor could not even open. */
final class DraftFile {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private DraftFile() {}

    /** The text of the file; {@link InvalidInput} at {@code content} when it is no file of that kind. */
    static String read(ModelKind kind, byte[] bytes) {
        if (bytes.length == 0) {
            throw refused("empty");
        }
        if (bytes.length > ModelCheck.MOST_BYTES) {
            throw refused("too-large");
        }
        String text = decoded(bytes);
        if (kind == ModelKind.FORM) {
            requireForm(text);
        } else {
            requireDefinitions(text);
        }
        return text;
    }

    private static String decoded(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            // The database cannot keep it, and in no file of ours it means anything.
            if (text.indexOf('\0') >= 0) {
                throw refused("encoding");
            }
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw refused("encoding");
        }
    }

    private static void requireDefinitions(String text) {
        try {
            boolean rooted = new DrawnProcess(text)
                    .elements("definitions").stream()
                            .anyMatch(e -> e.getParentNode().getNodeType() == Node.DOCUMENT_NODE);
            if (!rooted) {
                throw refused("root");
            }
        } catch (IllegalArgumentException e) {
            Finding why = ModelCheck.unreadable(text);
            throw refused("xml", word(why.sentence()), word(why.remedy()));
        }
    }

    private static void requireForm(String text) {
        try {
            if (!JSON.readTree(text).path("components").isArray()) {
                throw refused("form");
            }
        } catch (JsonProcessingException e) {
            throw refused("json", e.getLocation() == null ? 1 : e.getLocation().getLineNr());
        }
    }

    private static MessageSourceResolvable word(Message message) {
        return new DefaultMessageSourceResolvable(
                new String[] {message.key()}, message.args().toArray());
    }

    private static InvalidInput refused(String why, Object... args) {
        return InvalidInput.at("content", "processadmin.draft.error.content." + why, args);
    }
}
