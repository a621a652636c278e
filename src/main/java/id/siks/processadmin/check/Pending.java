package id.siks.processadmin.check;

import java.util.List;

/** Diagrams that are released and not with the engine yet: what is checked now will live beside them. */
public interface Pending {

    /** All of them; no case follows one yet. */
    List<InUse.Diagram> diagrams();
}
