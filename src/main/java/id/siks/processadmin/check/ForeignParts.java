package id.siks.processadmin.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of a diagram or table what belongs to another vendor, and what ties it to other tables, and leaves every
 * other letter as it is: elements with all that is in them, attributes, the frame of extensions where nothing is left in
 * it, and the declarations nobody needs then.
 */
final class ForeignParts {

    private static final Pattern MARKUP = Pattern.compile(
            "<!--.*?-->|<!\\[CDATA\\[.*?]]>|<\\?.*?\\?>|<(/?)([^\\s/>!?]++)((?:[^\"'>]++|\"[^\"]*+\"|'[^']*+')*+)>",
            Pattern.DOTALL);
    private static final Pattern ATTRIBUTE = Pattern.compile("\\s+([^\\s=\"']++)\\s*=\\s*(\"[^\"]*+\"|'[^']*+')");
    private static final String FRAME = "extensionElements";
    private static final String DECLARATION = "xmlns";

    private final AllowList known;
    private final String text;
    private final Deque<Open> open = new ArrayDeque<>();
    private final List<Cut> cuts = new ArrayList<>();
    private final Map<Cut, String> declarations = new HashMap<>();

    private ForeignParts(AllowList known, String text) {
        this.known = known;
        this.text = text;
    }

    /** The file without them; the same text when it has none. {@code text} has been read by {@link XmlReader}. */
    static String removed(AllowList known, String text) {
        return new ForeignParts(known, text).remove();
    }

    /** An element that has not ended: where it began, its name spaces by prefix, and what became of its children. */
    private static final class Open {

        private final int from;
        private final Map<String, String> spaces;
        private final boolean frame;
        private final boolean foreign;
        private boolean lost;
        private boolean kept;

        private Open(int from, Map<String, String> spaces, boolean frame, boolean foreign) {
            this.from = from;
            this.spaces = spaces;
            this.frame = frame;
            this.foreign = foreign;
        }
    }

    /** Letters to leave out. */
    private record Cut(int from, int to) {}

    private String remove() {
        Matcher markup = MARKUP.matcher(text);
        while (markup.find()) {
            if (markup.group(2) == null) {
                continue;
            }
            if (markup.group(1).isEmpty()) {
                begin(markup);
            } else {
                end(markup.end());
            }
        }
        String without = without(cuts);
        declarations.forEach((cut, prefix) -> {
            if (!without.contains(prefix + ":")) {
                cuts.add(cut);
            }
        });
        return without(cuts);
    }

    private void begin(Matcher tag) {
        String attributes = tag.group(3);
        Map<String, String> spaces = new HashMap<>(open.isEmpty() ? Map.of("", "") : open.peek().spaces);
        Matcher attribute = ATTRIBUTE.matcher(attributes);
        while (attribute.find()) {
            declare(attribute.group(1), unquoted(attribute.group(2)), spaces);
        }
        boolean within = !open.isEmpty() && open.peek().foreign;
        boolean foreign = within || known.isLoose(spaces.getOrDefault(prefix(tag.group(2)), ""), local(tag.group(2)));
        if (!foreign) {
            attribute.reset();
            while (attribute.find()) {
                attribute(attribute, tag.start(3), spaces);
            }
        }
        open.push(new Open(tag.start(), spaces, local(tag.group(2)).equals(FRAME), foreign));
        if (attributes.endsWith("/")) {
            end(tag.end());
        }
    }

    private static void declare(String name, String value, Map<String, String> spaces) {
        if (name.equals(DECLARATION)) {
            spaces.put("", value);
        } else if (prefix(name).equals(DECLARATION)) {
            spaces.put(local(name), value);
        }
    }

    private void attribute(Matcher attribute, int offset, Map<String, String> spaces) {
        String name = attribute.group(1);
        String prefix = prefix(name);
        Cut cut = new Cut(offset + attribute.start(), offset + attribute.end());
        if (prefix.equals(DECLARATION)) {
            if (!known.knows(unquoted(attribute.group(2)))) {
                declarations.put(cut, local(name));
            }
        } else if (!prefix.isEmpty() && !known.knows(spaces.getOrDefault(prefix, ""))) {
            cuts.add(cut);
        }
    }

    private void end(int to) {
        Open ended = open.pop();
        boolean gone = ended.foreign || ended.frame && ended.lost && !ended.kept;
        if (open.isEmpty() || open.peek().foreign) {
            return;
        }
        open.peek().lost |= gone;
        open.peek().kept |= !gone;
        if (gone) {
            int from = ended.from;
            while (from > 0 && Character.isWhitespace(text.charAt(from - 1))) {
                from--;
            }
            cuts.add(new Cut(from, to));
        }
    }

    private String without(List<Cut> all) {
        StringBuilder left = new StringBuilder();
        int at = 0;
        List<Cut> inOrder = all.stream()
                .sorted((one, other) -> Integer.compare(one.from, other.from))
                .toList();
        for (Cut cut : inOrder) {
            if (cut.from >= at) {
                left.append(text, at, cut.from);
            }
            at = Math.max(at, cut.to);
        }
        return left.append(text, at, text.length()).toString();
    }

    private static String prefix(String name) {
        return name.substring(0, Math.max(0, name.indexOf(':')));
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    private static String unquoted(String value) {
        return value.substring(1, value.length() - 1);
    }
}
