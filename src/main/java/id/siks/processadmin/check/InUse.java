package id.siks.processadmin.check;

import java.util.List;

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
     * @param cases how many follow it now
     * @param file its file
     */
    record Diagram(String key, String name, int version, long cases, String file) {}
}
