package id.siks;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the house: every room is found by its package. */
@SpringBootApplication
public class SiksApplication {

    public static void main(String[] args) {
        SpringApplication.run(SiksApplication.class, args);
    }
}
