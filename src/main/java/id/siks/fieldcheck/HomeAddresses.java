package id.siks.fieldcheck;

import id.siks.casework.CaseRef;
import java.util.Collection;
import java.util.Map;

/** Fulfilled by the rooms whose cases ask for visits: where the homes are by what those cases hold now. */
public interface HomeAddresses {

    /** In one line with neighbourhood units and hamlet, by case; those of other rooms and without an address are absent. */
    Map<CaseRef, String> of(Collection<CaseRef> cases);
}
