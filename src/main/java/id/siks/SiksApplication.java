package id.siks;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the house: every room is found by its package. */
@SpringBootApplication
public class SiksApplication {

    public static void main(String[] args) {
        // Every moment is kept in UTC (security requirement 28); the zone of the machine must not slip in anywhere.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        SpringApplication.run(SiksApplication.class, args);
    }
}
