package id.siks.platform.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentManager;
import org.camunda.bpm.engine.runtime.Incident;

/** Spares the search for the incident of a job that is known to have none, made for every job that is done. */
final class KnownIncidents extends IncidentManager {

    private final Set<String> without = new HashSet<>();

    private KnownIncidents() {}

    static SessionFactory factory() {
        return new OwnSession(IncidentManager.class, KnownIncidents::new);
    }

    /** Those of the running command. */
    static KnownIncidents current() {
        return (KnownIncidents) Context.getCommandContext().getIncidentManager();
    }

    /** This job has none. */
    void none(String job) {
        without.add(job);
    }

    @Override
    public List<Incident> findIncidentByConfiguration(String job) {
        return without.contains(job) ? List.of() : super.findIncidentByConfiguration(job);
    }
}
