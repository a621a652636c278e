package id.siks.processadmin.check;

/** Whether one answer can be what two cells or rows of a table ask for; the less it can, the earlier it stands here. */
enum Meeting {
    NEVER,
    UNKNOWN,
    SURE
}
