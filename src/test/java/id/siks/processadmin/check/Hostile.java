package id.siks.processadmin.check;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file that must be refused: a right one with one thing changed. */
record Hostile(String name, Rule rule, ModelKind kind, String key, byte[] content) {

    static final String CODE =
            "''.getClass().forName('id.siks.processadmin.check.ModelCheckTests').getMethod('touch').invoke(null)";

    @Override
    public String toString() {
        return rule.code() + ": " + name;
    }

    /** Starts from one shipped file. */
    static Changes of(ModelKind kind, String folder, String key) {
        return new Changes(
                kind, key, text(Path.of(kind == ModelKind.FORM ? "forms" : "bpmn", folder, key + kind.ending())));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes of one right file. */
    static final class Changes {

        private final ModelKind kind;
        private final String key;
        private final String right;
        private final List<Hostile> all = new ArrayList<>();

        private Changes(ModelKind kind, String key, String right) {
            this.kind = kind;
            this.key = key;
            this.right = right;
        }

        /** {@code was} becomes {@code is} where it stands first; pairs. */
        Changes change(Rule rule, String name, String... wasAndIs) {
            String wrong = right;
            for (int i = 0; i < wasAndIs.length; i += 2) {
                int at = wrong.indexOf(wasAndIs[i]);
                if (at < 0) {
                    throw new IllegalArgumentException(key + " does not contain " + wasAndIs[i]);
                }
                wrong = wrong.substring(0, at) + wasAndIs[i + 1] + wrong.substring(at + wasAndIs[i].length());
            }
            return content(rule, name, wrong.getBytes(StandardCharsets.UTF_8));
        }

        /** {@code inserted} comes directly before {@code place}, where that stands first. */
        Changes before(Rule rule, String name, String place, String inserted) {
            return change(rule, name, place, inserted + place);
        }

        /** As {@link #before}, directly behind it. */
        Changes behind(Rule rule, String name, String place, String inserted) {
            return change(rule, name, place, place + inserted);
        }

        /** The same text in other bytes. */
        Changes stored(Rule rule, String name, Charset charset) {
            return content(rule, name, right.getBytes(charset));
        }

        Changes content(Rule rule, String name, byte[] content) {
            all.add(new Hostile(name, rule, kind, key, content));
            return this;
        }

        Changes content(Rule rule, String name, String content) {
            return content(rule, name, content.getBytes(StandardCharsets.UTF_8));
        }

        String right() {
            return right;
        }

        List<Hostile> all() {
            return all;
        }
    }
}
