package id.siks.processadmin.replay;

import id.siks.casework.CaseRef;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Under which number a case goes through a process: its own, or that of what handles many cases together. */
interface Travels {

    /** Each for itself. */
    Travels ALONE = refs -> refs.stream().collect(Collectors.toMap(Function.identity(), Function.identity()));

    /** The number of each case; what did not go through the process is left out. */
    Map<CaseRef, CaseRef> of(List<CaseRef> refs);
}
