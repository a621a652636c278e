package id.siks.processadmin.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What can be chosen in the fields of a form. */
final class FormAnswers {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> CHOOSING = Set.of("radio", "select");
    private static final String EITHER = "checkbox";

    private FormAnswers() {}

    /** Values with their labels, by key of the field, of all these files; a field of free text has none. */
    static Map<String, Map<String, String>> of(List<String> contents) {
        Map<String, Map<String, String>> answers = new LinkedHashMap<>();
        contents.forEach(content -> read(form(content).path("components"), answers));
        return answers;
    }

    private static void read(JsonNode components, Map<String, Map<String, String>> answers) {
        for (JsonNode field : components) {
            String type = field.path("type").asText();
            Map<String, String> options = new LinkedHashMap<>();
            if (CHOOSING.contains(type)) {
                field.path("values")
                        .forEach(option -> options.put(
                                option.path("value").asText(),
                                option.path("label").asText()));
            } else if (EITHER.equals(type)) {
                options.put("true", "");
                options.put("false", "");
            }
            if (!options.isEmpty()) {
                Map<String, String> known =
                        answers.computeIfAbsent(field.path("key").asText(), key -> new LinkedHashMap<>());
                options.forEach(known::putIfAbsent);
            }
            read(field.path("components"), answers);
        }
    }

    private static JsonNode form(String content) {
        try {
            return JSON.readTree(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A form that was kept is no JSON", e);
        }
    }
}
