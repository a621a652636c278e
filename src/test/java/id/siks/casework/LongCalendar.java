package id.siks.casework;

import id.siks.SiksApplication;
import id.siks.area.AreaCode;
import id.siks.identity.Role;
import id.siks.platform.BusinessTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The application in a process of its own, to be killed. At its start it opens many tasks that are due on one day, says so with
 * the file {@code test.prepared} and waits for a byte on its standard input; then that day becomes a holiday.
 */
public class LongCalendar implements ApplicationRunner {

    private static final AreaCode VILLAGE = new AreaCode("1701012001");
    private static final int AT_ONCE = 50;

    private final WatchedWork work;
    private final CalendarDesk desk;
    private final Deadlines deadlines;
    private final BusinessTime time;
    private final TransactionTemplate transaction;
    private final int cases;
    private final Path prepared;

    LongCalendar(
            WatchedWork work,
            CalendarDesk desk,
            Deadlines deadlines,
            BusinessTime time,
            TransactionTemplate transaction,
            @Value("${test.cases}") int cases,
            @Value("${test.prepared}") Path prepared) {
        this.work = work;
        this.desk = desk;
        this.deadlines = deadlines;
        this.time = time;
        this.transaction = transaction;
        this.cases = cases;
        this.prepared = prepared;
    }

    public static void main(String[] args) {
        new SpringApplication(SiksApplication.class, LongCalendar.class).run(args);
    }

    @Override
    public void run(ApplicationArguments arguments) throws Exception {
        for (int i = 0; i < cases; i += AT_ONCE) {
            transaction.executeWithoutResult(s -> {
                for (int n = 0; n < AT_ONCE; n++) {
                    work.open(Role.VILLAGE_OPERATOR, VILLAGE);
                }
            });
        }
        Files.writeString(prepared, "ya");
        if (System.in.read() < 0) {
            throw new IllegalStateException("Whoever started this has gone");
        }
        WorkClock clock = deadlines.clock(VILLAGE.value());
        LocalDate day = clock.dayOf(deadlines.dueAt("weigh-goods", "", VILLAGE.value(), time.now()));
        Holiday holiday = new Holiday(0, day, "17", Holiday.Kind.REGIONAL, "Hari jadi", "SK Gubernur 1");
        desk.save(CalendarEdit.of(null, holiday), null);
    }
}
