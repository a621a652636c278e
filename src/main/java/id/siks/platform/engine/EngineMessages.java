package id.siks.platform.engine;

import id.siks.platform.engine.WaitingInstances.Wanted;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.springframework.stereotype.Component;

/**
 * Tells a message to many instances in one command. What the engine would look up for each of them is read for all with
 * a handful of questions; what it writes goes out together.
 */
@Component
public class EngineMessages {

    private final ProcessEngineConfigurationImpl configuration;

    EngineMessages(ProcessEngine engine) {
        this.configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    /**
     * Tells the message to each instance that waits for it; whoever waits for something else is left alone.
     *
     * @param businessKeys of the instances; without commas
     * @param values variables the message brings along
     * @return how many instances were told
     */
    public int tell(String message, Collection<String> businessKeys, Map<String, Object> values) {
        if (businessKeys.isEmpty()) {
            return 0;
        }
        return configuration.getCommandExecutorTxRequired().execute(context -> {
            List<EventSubscriptionEntity> addressed = WaitingInstances.ask(
                    context, "addressed", new Wanted(message, String.join(",", new TreeSet<>(businessKeys))));
            KnownInstances.restore(
                    context,
                    addressed.stream()
                            .map(EventSubscriptionEntity::getProcessInstanceId)
                            .toList());
            addressed.forEach(waiting -> waiting.eventReceived(values, false));
            return addressed.size();
        });
    }

    /**
     * The business keys of the instances that wait for the message, of those given.
     *
     * @param businessKeys of the instances; without commas
     */
    public Set<String> waiting(String message, Collection<String> businessKeys) {
        if (businessKeys.isEmpty()) {
            return Set.of();
        }
        String keys = String.join(",", new TreeSet<>(businessKeys));
        return configuration.getCommandExecutorTxRequired().execute(context -> {
            List<String> waiting = WaitingInstances.ask(context, "waiting", new Wanted(message, keys));
            return Set.copyOf(waiting);
        });
    }
}
