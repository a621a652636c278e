package id.siks.evidence;

import id.siks.platform.Message;
import id.siks.platform.OutsideDown;
import java.io.IOException;

/**
 * The place where photos and papers are kept is missing, full or may not be used, or a file is gone from it (requirement 29). From
 * here a lost file looks the same as a place that is not there or is being restored; asking again mends all but the lost file,
 * which comes back from the backup only. No job of the engine reads files, so none waits for one that is lost.
 */
class StoreDown extends OutsideDown {

    StoreDown(String what, IOException cause) {
        super(what, cause);
    }

    @Override
    public Message sentence() {
        return Message.of("evidence.error.store-down");
    }
}
