package id.siks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;

/**
 * The application in a process of its own, to be killed. At its start it prepares every {@link ChildWork} among its sources,
 * says so with the file {@code test.prepared} and waits for a byte on its standard input; then they begin, and its jobs run.
 */
public class ChildWorks implements ApplicationRunner {

    private final List<ChildWork> works;
    private final Path prepared;

    ChildWorks(List<ChildWork> works, @Value("${test.prepared}") Path prepared) {
        this.works = works;
        this.prepared = prepared;
    }

    public static void main(String[] args) {
        new SpringApplication(SiksApplication.class, ChildWorks.class).run(args);
    }

    @Override
    public void run(ApplicationArguments arguments) throws Exception {
        works.forEach(ChildWork::prepare);
        Files.writeString(prepared, "ya");
        if (System.in.read() < 0) {
            throw new IllegalStateException("Whoever started this has gone");
        }
        works.forEach(ChildWork::begin);
    }
}
