package id.siks.sample;

import id.siks.SiksApplication;
import id.siks.casework.CaseRef;
import id.siks.finalization.Batches;
import id.siks.finalization.Decree;
import id.siks.identity.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;

/**
 * The application in a process of its own, to be killed. At its start it brings a long list to the minister's desk, writes
 * its number into the file {@code test.prepared}, waits for a byte on its standard input, and determines it; then its jobs
 * begin to run.
 */
public class LongDetermination implements ApplicationRunner {

    private final LongList list;
    private final SamplePeople people;
    private final Batches batches;
    private final int cases;
    private final Path prepared;

    LongDetermination(
            LongList list,
            SamplePeople people,
            Batches batches,
            @Value("${test.cases}") int cases,
            @Value("${test.prepared}") Path prepared) {
        this.list = list;
        this.people = people;
        this.batches = batches;
        this.cases = cases;
        this.prepared = prepared;
    }

    public static void main(String[] args) {
        SpringApplication application =
                new SpringApplication(SiksApplication.class, LongList.class, LongDetermination.class);
        application.run(args);
    }

    @Override
    public void run(ApplicationArguments arguments) throws Exception {
        CaseRef period = list.atTheMinister(cases);
        Files.writeString(prepared, period.value());
        if (System.in.read() < 0) {
            throw new IllegalStateException("Whoever started this has gone");
        }
        YearMonth month = YearMonth.now(ZoneOffset.UTC);
        batches.determine(
                period, new Decree("123/HUK/" + month.getYear(), month), people.official(Role.MINISTRY_DECIDER));
    }
}
