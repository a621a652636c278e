package id.siks.processadmin.replay;

import id.siks.casework.CaseRef;
import id.siks.processadmin.replay.Trail.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ways cases went, as the engine's history keeps them. */
@Repository
class Trails {

    private final JdbcClient jdbc;

    Trails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * All ways of these cases through a process; a case may have gone more than once, or never.
     *
     * @param process its key
     * @param variables names of the variables that matter
     */
    List<Trail> of(List<CaseRef> refs, String process, Set<String> variables) {
        Map<String, Trail> trails = begun(refs, process);
        if (!trails.isEmpty()) {
            String[] instances = trails.keySet().toArray(String[]::new);
            steps(instances, trails);
            values(instances, variables, trails);
        }
        return List.copyOf(trails.values());
    }

    private Map<String, Trail> begun(List<CaseRef> refs, String process) {
        Map<String, Trail> trails = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select id_, business_key_, proc_def_id_ from act_hi_procinst
                        where business_key_ = any(:refs) and proc_def_key_ = :process order by start_time_, id_""")
                .param("refs", CaseRef.values(refs))
                .param("process", process)
                .query(row -> {
                    trails.put(
                            row.getString("id_"),
                            new Trail(
                                    row.getString("business_key_"),
                                    row.getString("proc_def_id_"),
                                    new ArrayList<>(),
                                    new HashMap<>()));
                });
        return trails;
    }

    private void steps(String[] instances, Map<String, Trail> trails) {
        jdbc.sql(
                        """
                        select proc_inst_id_, id_, act_id_, parent_act_inst_id_ from act_hi_actinst
                        where proc_inst_id_ = any(:instances) order by start_time_, sequence_counter_, id_""")
                .param("instances", instances)
                .query(row -> {
                    trails.get(row.getString("proc_inst_id_"))
                            .steps()
                            .add(new Step(
                                    row.getString("id_"),
                                    row.getString("act_id_"),
                                    row.getString("parent_act_inst_id_")));
                });
    }

    /** Those of the whole case; a branch may know others by the same names. */
    private void values(String[] instances, Set<String> variables, Map<String, Trail> trails) {
        jdbc.sql(
                        """
                        select proc_inst_id_, name_, var_type_, text_, long_ from act_hi_varinst
                        where proc_inst_id_ = any(:instances) and execution_id_ = proc_inst_id_
                          and name_ = any(:names) and state_ is distinct from 'DELETED'""")
                .param("instances", instances)
                .param("names", variables.toArray(String[]::new))
                .query(row -> {
                    Object value = value(row);
                    if (value != null) {
                        trails.get(row.getString("proc_inst_id_")).values().put(row.getString("name_"), value);
                    }
                });
    }

    /** Null for what no condition can be about. */
    private static Object value(ResultSet row) throws SQLException {
        return switch (row.getString("var_type_")) {
            case "boolean" -> row.getLong("long_") == 1;
            case "string" -> row.getString("text_");
            case "integer", "long", "short" -> row.getLong("long_");
            default -> null;
        };
    }
}
