package id.siks.models;

import java.util.List;

/** Something every diagram has to satisfy. */
interface ModelRule {

    /** What is wrong, one sentence per fault beginning with the id of the element; empty when all is well. */
    List<String> faults(Diagram diagram);
}
