package id.siks.processadmin.check;

import java.util.List;
import java.util.function.LongSupplier;

/** The diagrams in use: those new cases begin with, and other ones in which some still run, or soon will. */
public interface InUse {

    /** All of them. */
    List<Diagram> diagrams();

    /**
     * One version of a process.
     *
     * @param key id of the process
     * @param name what people call it
     * @param version counts from 1
     * @param counted tells how many cases follow it now; asked only where it is said, for there may be very many
     * @param file its file
     */
    record Diagram(String key, String name, int version, LongSupplier counted, String file) {

        /** How many cases follow it now. */
        public long cases() {
            return counted.getAsLong();
        }
    }
}
