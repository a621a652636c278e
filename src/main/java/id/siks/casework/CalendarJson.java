package id.siks.casework;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;

/** How a whole calendar is kept while open due dates follow a change of it. */
final class CalendarJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .visibility(PropertyAccessor.GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .build();

    private CalendarJson() {}

    static String write(WorkCalendar calendar) {
        try {
            return MAPPER.writeValueAsString(new Lines(calendar.holidays(), calendar.weeks(), calendar.stops()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static WorkCalendar read(String json) {
        try {
            Lines lines = MAPPER.readValue(json, Lines.class);
            return new WorkCalendar(lines.holidays(), lines.weeks(), lines.stops());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Lines(List<Holiday> holidays, List<OfficeWeek> weeks, List<ClockStop> stops) {}
}
