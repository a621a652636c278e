package id.siks.processadmin.check;

import static id.siks.processadmin.check.Rule.*;
import static id.siks.processadmin.check.Trunk.*;

import id.siks.processadmin.check.Hostile.Changes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Files that are no diagram at all, or too much of one, whatever they say. */
final class HostileFiles {

    private HostileFiles() {}

    static List<Hostile> all() {
        return files().all();
    }

    private static Changes files() {
        Changes trunk = trunk();
        String head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
        String laughs = IntStream.range(1, 10)
                .mapToObj(i -> "<!ENTITY l%d \"%s\">".formatted(i, ("&l" + (i - 1) + ";").repeat(10)))
                .collect(Collectors.joining());
        String half = trunk.right().substring(0, trunk.right().length() / 2);
        return trunk.content(FILE_TOO_LARGE, "10 MB", "<a>" + " ".repeat(10_000_000) + "</a>")
                .content(FILE_EMPTY, "blanks", "  \n ")
                .stored(FILE_NOT_UTF8, "UTF-16 with a mark", StandardCharsets.UTF_16)
                .stored(FILE_CONTROL_CHARACTER, "UTF-16 without a mark", StandardCharsets.UTF_16BE)
                .change(FILE_NOT_UTF8, "UTF-7 declared", "UTF-8", "UTF-7")
                .change(FILE_NOT_UTF8, "UTF-16 declared over UTF-8", "UTF-8", "UTF-16LE")
                .content(FILE_NOT_UTF8, "broken bytes", new byte[] {'<', 'a', (byte) 0xC0, (byte) 0xAF, '/', '>'})
                .change(
                        FILE_CONTROL_CHARACTER,
                        "turned writing, as a reference",
                        "Usulan dikirim",
                        "Usulan &#x202E;dikirim")
                .change(FILE_CONTROL_CHARACTER, "turned writing", "Usulan dikirim", "Usulan \u202Edikirim")
                .behind(FILE_DOCTYPE, "DOCTYPE", head, "<!DOCTYPE x>")
                .behind(FILE_DOCTYPE, "doctype in small letters", head, "<!doctype x>")
                .change(
                        FILE_DOCTYPE,
                        "external entity",
                        head,
                        head + "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>",
                        "Usulan dikirim",
                        "&a;")
                .behind(
                        FILE_DOCTYPE,
                        "parameter entity",
                        head,
                        "<!DOCTYPE x [<!ENTITY % a SYSTEM \"http://127.0.0.1:1/\"> %a;]>")
                .change(
                        FILE_DOCTYPE,
                        "billion laughs",
                        head,
                        head + "<!DOCTYPE x [<!ENTITY l0 \"ha\">" + laughs + "]>",
                        "Usulan dikirim",
                        "&l9;")
                .change(FILE_BROKEN, "undeclared entity", "Usulan dikirim", "&secret;")
                .change(FILE_BROKEN, "XML 1.1", "version=\"1.0\"", "version=\"1.1\"")
                .behind(FILE_INSTRUCTION, "style sheet", head, "<?xml-stylesheet href=\"http://127.0.0.1:1/x.xsl\"?>")
                .before(
                        FILE_INCLUDES,
                        "XInclude",
                        START,
                        "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\"/>")
                .content(FILE_BROKEN, "truncated", half)
                .content(FILE_BROKEN, "no XML at all", "PK34")
                .content(FILE_TOO_DEEP, "a thousand deep", "<a>".repeat(1000) + "</a>".repeat(1000))
                .before(FILE_TOO_MANY_ELEMENTS, "5,000 nodes with pictures", START, steps(5000))
                .before(FILE_TOO_MANY_FLOWS, "601 flows", START, flows(601))
                .before(FILE_TOO_MANY_NODES, "301 steps", START, steps(301).replace("<x/>", ""))
                .content(FILE_WRONG_ROOT, "a page", "<html xmlns=\"http://www.w3.org/1999/xhtml\"/>")
                .content(
                        FILE_WRONG_ROOT,
                        "a table as a diagram",
                        Hostile.of(ModelKind.DMN, "proposal", "proposal-route").right());
    }

    private static String steps(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "<bpmn:endEvent id=\"e%d\"><x/></bpmn:endEvent><x/>".formatted(i))
                .collect(Collectors.joining());
    }

    private static String flows(int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        "<bpmn:sequenceFlow id=\"f%d\" sourceRef=\"meeting-needed\" targetRef=\"call-meeting\"/>"
                                ::formatted)
                .collect(Collectors.joining());
    }
}
