package id.siks.proposal.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import id.siks.area.AreaCode;
import id.siks.proposal.Remark;
import id.siks.register.FamilyContent;
import id.siks.register.HousingSurvey;
import java.io.IOException;
import java.util.List;

/** How contents are kept in the table. Its own mapper: what is stored must not change when a page's format does. */
final class ContentJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule()
                    .addSerializer(AreaCode.class, new AreaWriter())
                    .addDeserializer(AreaCode.class, new AreaReader()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();
    private static final TypeReference<List<Remark>> REMARKS = new TypeReference<>() {};
    private static final TypeReference<List<VerdictRow>> VERDICTS = new TypeReference<>() {};
    private static final TypeReference<List<RecordRow>> RECORDS = new TypeReference<>() {};

    private ContentJson() {}

    static FamilyContent family(String json) {
        return read(() -> MAPPER.readValue(json, FamilyContent.class));
    }

    static List<Remark> remarks(String json) {
        return read(() -> MAPPER.readValue(json, REMARKS));
    }

    static List<VerdictRow> verdicts(String json) {
        return read(() -> MAPPER.readValue(json, VERDICTS));
    }

    static List<RecordRow> records(String json) {
        return read(() -> MAPPER.readValue(json, RECORDS));
    }

    /** A survey nobody has answered yet stands for none. */
    static HousingSurvey orEmpty(HousingSurvey housing) {
        return housing == null ? read(() -> MAPPER.readValue("{}", HousingSurvey.class)) : housing;
    }

    static String write(Object value) {
        return read(() -> MAPPER.writeValueAsString(value));
    }

    private static <T> T read(Conversion<T> conversion) {
        try {
            return conversion.run();
        } catch (JsonProcessingException unreadable) {
            // The message would quote the content.
            throw new IllegalStateException("A stored content cannot be converted");
        }
    }

    private interface Conversion<T> {
        T run() throws JsonProcessingException;
    }

    private static final class AreaWriter extends JsonSerializer<AreaCode> {
        @Override
        public void serialize(AreaCode area, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(area.value());
        }
    }

    private static final class AreaReader extends JsonDeserializer<AreaCode> {
        @Override
        public AreaCode deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return new AreaCode(json.getText());
        }
    }
}
