package id.siks.processadmin.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One element of an XML file, with nothing resolved, fetched or filled in. */
final class Part {

    private final String uri;
    private final String name;
    private final int line;
    private final Part parent;
    private final Map<Name, String> attributes = new LinkedHashMap<>();
    private final List<Part> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    Part(String uri, String name, int line, Part parent) {
        this.uri = uri;
        this.name = name;
        this.line = line;
        this.parent = parent;
        if (parent != null) {
            parent.children.add(this);
        }
    }

    /** Name of an attribute; its space is empty for a plain one. */
    record Name(String uri, String local) {}

    void put(String attributeUri, String local, String value) {
        attributes.put(new Name(attributeUri, local), value);
    }

    void say(char[] letters, int start, int length) {
        text.append(letters, start, length);
    }

    String uri() {
        return uri;
    }

    String name() {
        return name;
    }

    boolean is(String space, String local) {
        return uri.equals(space) && name.equals(local);
    }

    Part parent() {
        return parent;
    }

    Map<Name, String> attributes() {
        return attributes;
    }

    /** The plain attribute; empty when it is not there. */
    String get(String local) {
        return get("", local);
    }

    /** The attribute of the engine's own; empty when it is not there. */
    String engine(String local) {
        return get(BpmnSpaces.CAMUNDA, local);
    }

    /** The attribute of that space; empty when it is not there. */
    String get(String space, String local) {
        return attributes.getOrDefault(new Name(space, local), "");
    }

    /** The id, or null. */
    String id() {
        return attributes.get(new Name("", "id"));
    }

    /** Its own text, without that of its children, stripped. */
    String text() {
        return text.toString().strip();
    }

    List<Part> children() {
        return children;
    }

    /** Children with that local name, in their order. */
    List<Part> children(String local) {
        return children.stream().filter(c -> c.name.equals(local)).toList();
    }

    boolean has(String local) {
        return children.stream().anyMatch(c -> c.name.equals(local));
    }

    /** This and everything in it, in the order of the file. */
    Stream<Part> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Part::all));
    }

    /** This and everything around it, from the inside out. */
    Stream<Part> outward() {
        return Stream.iterate(this, part -> part != null, Part::parent);
    }

    /** Itself if it has an id, else the nearest around it that has one; itself when none has. */
    Part owner() {
        Part at = this;
        while (at != null && at.id() == null) {
            at = at.parent;
        }
        return at == null ? this : at;
    }

    /** How a person finds it: by id, or as a {@link Place}. */
    Object spoken() {
        return id() != null ? id() : place();
    }

    /** What it is and where. */
    Place place() {
        return new Place(name, line);
    }
}
