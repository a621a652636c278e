package id.siks.platform.engine;

import id.siks.platform.Remembered;
import id.siks.platform.forms.FormsInForce;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The latest version of each form the engine keeps. It is asked once a second at most: a release is taken up that much later
 * by the pages, and whoever has a page of the form before it is told so when he sends it.
 */
@Component
class EngineForms implements FormsInForce {

    private final JdbcClient jdbc;
    private final EngineFiles files;
    private final Remembered<Map<String, File>> forms = new Remembered<>(Duration.ofSeconds(1), this::ask);

    EngineForms(JdbcClient jdbc, EngineFiles files) {
        this.jdbc = jdbc;
        this.files = files;
    }

    @Override
    public Optional<Released> find(String task) {
        return Optional.ofNullable(forms.get().get(task))
                .map(file -> new Released(file.id(), files.text(file.deployment(), file.resource())));
    }

    @Override
    public Set<String> tasks() {
        return forms.get().keySet();
    }

    private Map<String, File> ask() {
        return jdbc
                .sql(
                        """
                        select distinct on (key_) id_, key_, deployment_id_, resource_name_
                        from act_re_camformdef order by key_, version_ desc""")
                .query((row, number) -> new File(
                        row.getString("key_"),
                        row.getString("id_"),
                        row.getString("deployment_id_"),
                        row.getString("resource_name_")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(File::task, file -> file));
    }

    private record File(String task, String id, String deployment, String resource) {}
}
