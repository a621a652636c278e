package id.siks.processadmin.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.siks.processadmin.release.Differences.Piece;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The fields of a form, in their order. */
final class FormPieces {

    private static final ObjectMapper JSON = new ObjectMapper();

    private FormPieces() {}

    /** By key, else by id, else by place. The file has been checked. */
    static Map<String, Piece> of(String content) {
        try {
            Map<String, Piece> pieces = new LinkedHashMap<>();
            components(JSON.readTree(content).path("components"), "", pieces);
            return pieces;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a form", e);
        }
    }

    private static void components(JsonNode list, String within, Map<String, Piece> pieces) {
        int number = 0;
        for (JsonNode component : list) {
            number++;
            String name = component.path("key").asText(component.path("id").asText(within + number));
            Map<String, String> properties = new TreeMap<>();
            gather(component, "", properties);
            String beside = beside(component, list);
            if (!beside.isEmpty()) {
                properties.put("layout.row", beside);
            }
            pieces.put(
                    name, new Piece(component.path("type").asText(), title(component), properties, "", "in " + within));
            components(component.path("components"), name + " ", pieces);
        }
    }

    private static String title(JsonNode component) {
        return component.path("label").asText(component.path("text").asText());
    }

    /** The fields on the same line of the page; the line itself has a name that says nothing to anybody. */
    private static String beside(JsonNode component, JsonNode list) {
        String row = component.path("layout").path("row").asText();
        return StreamSupport.stream(list.spliterator(), false)
                .filter(other -> other != component && !row.isEmpty())
                .filter(other -> other.path("layout").path("row").asText().equals(row))
                .map(FormPieces::title)
                .collect(Collectors.joining(", "));
    }

    private static void gather(JsonNode node, String path, Map<String, String> properties) {
        node.properties().forEach(entry -> {
            String name = path + entry.getKey();
            JsonNode value = entry.getValue();
            if (value.isObject()) {
                gather(value, name + ".", properties);
            } else if (value.isArray() && !name.equals("components")) {
                for (JsonNode option : value) {
                    properties.put(
                            name + "." + option.path("value").asText(),
                            option.path("label").asText());
                }
            } else if (!value.isArray() && !value.isNull() && !name.equals("id") && !name.equals("layout.row")) {
                properties.put(name, value.asText());
            }
        });
    }
}
