package id.siks.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.stereotype.Component;

/** A housing survey as it is kept: one document per visit. */
@Component
class HousingAnswers {

    private final ObjectMapper json;

    HousingAnswers(ObjectMapper json) {
        this.json = json;
    }

    String write(HousingSurvey survey) {
        try {
            return json.writeValueAsString(survey);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A survey that cannot be written", e);
        }
    }

    HousingSurvey read(String answers) {
        try {
            return answers == null ? null : json.readValue(answers, HousingSurvey.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A survey that cannot be read", e);
        }
    }
}
