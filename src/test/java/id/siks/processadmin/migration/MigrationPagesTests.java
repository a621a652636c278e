package id.siks.processadmin.migration;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.area.AreaLevel;
import id.siks.casework.CaseRef;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.FreshLogin;
import id.siks.identity.Role;
import id.siks.processadmin.CaseFilesTests;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.ResultMatcher;

/** A plan is drawn up, tried, refused and read on its pages, and begun by a second person. */
class MigrationPagesTests extends MigrationTest {

    @Test
    void the_trial_tells_who_moves_and_who_stays_and_changes_nothing() throws Exception {
        release(MovingCases.BARE);
        CaseRef moves = open();
        CaseRef stays = open();
        tasks.complete(task(stays).getId());
        release(MovingCases.WATCHED);

        send(WEIGHING, "check", "")
                .andExpect(status().isOk())
                .andExpect(says("1 perkara dapat pindah, 1 tidak."))
                .andExpect(says("Belum ada langkah pengganti di versi tujuan."))
                .andExpect(says(stays.value()));
        assertThat(version(moves)).isEqualTo(1);
        assertThat(watch.armed(moves)).isEmpty();

        long id = begun(WEIGHING);
        run(id);
        assertThat(version(moves)).isEqualTo(2);
        assertThat(version(stays)).isEqualTo(1);
        assertThat(task(stays).getTaskDefinitionKey()).isEqualTo("check-weight");
        read(releaser, "/processadmin/migrations/" + id)
                .andExpect(says("1 dari 2 perkara sudah pindah"))
                .andExpect(says("Periksa timbangan"))
                .andExpect(says(stays.value()))
                .andExpect(says("Dimulai"));
        read(people.holding(Role.AUDITOR, VILLAGE.at(AreaLevel.REGENCY)), "/processadmin/migrations/" + id)
                .andExpect(says("1 dari 2 perkara sudah pindah"))
                .andExpect(says("Dimulai"))
                .andExpect(content().string(not(containsString(stays.value()))))
                .andExpect(content().string(not(containsString("/processadmin/incidents"))));
        assertThat(work.isInStep()).isTrue();
    }

    @Test
    void of_many_cases_that_stay_all_can_be_fetched() throws Exception {
        release(MovingCases.BARE);
        List<String> all =
                Stream.generate(this::open).limit(52).map(CaseRef::value).toList();
        release(MovingCases.WATCHED);

        send(Map.of(), "check", "")
                .andExpect(says("dan 2 lainnya"))
                .andExpect(says(all.get(49)))
                .andExpect(content().string(not(containsString(all.get(50)))))
                .andExpect(content().string(containsString("/plan/cases")));
        assertThat(cases(mvc.perform(form("/cases", Map.of(), "", "", 1, 2)))).isEqualTo(all);

        long id = begun(Map.of());
        run(id);
        read(releaser, "/processadmin/migrations/" + id).andExpect(says("dan 2 lainnya"));
        assertThat(cases(act(releaser, id, "stayed"))).isEqualTo(all);
        assertThat(CaseFilesTests.taken(jdbc, admin)).containsExactly("processadmin:plan." + key + ".1.2");
        assertThat(CaseFilesTests.taken(jdbc, releaser)).containsExactly("processadmin:migration." + id);
    }

    @Test
    void all_migrations_can_be_read_page_by_page() throws Exception {
        jdbc.update(
                """
                insert into processadmin.migration
                  (process_key, source_version, target_version, state, reason, planned_by, planned_at, ended_at)
                select ?, 1, 2, 'DROPPED', 'Rencana ke-' || n || '.', ?, now(), now() from generate_series(1, 51) n""",
                key,
                admin.accountId());
        Long second = jdbc.queryForObject(
                "select migration_id from processadmin.migration where process_key = ? and reason = 'Rencana ke-2.'",
                Long.class,
                key);
        String older = "/processadmin/migrations?before=" + second;

        read(admin, "/processadmin/migrations")
                .andExpect(says("Rencana ke-51."))
                .andExpect(says(older))
                .andExpect(content().string(not(containsString("Rencana ke-1."))));
        read(admin, older)
                .andExpect(says("Rencana ke-1."))
                .andExpect(content().string(not(containsString("Rencana ke-2."))));
    }

    @Test
    void steps_that_do_not_fit_are_named_with_the_reason() throws Exception {
        release(MovingCases.BARE);
        release(MovingCases.WATCHED);
        send(Map.of("check-weight", "weigh-goods"), "check", "")
                .andExpect(says("Rencana ini belum dapat dipakai"))
                .andExpect(says("<a href=\"#step.check-weight\">Periksa timbangan</a>"))
                .andExpect(says("aria-describedby=\"step-fault.check-weight\""))
                .andExpect(says("<p class=\"field-error\">Penggantinya dikerjakan peran lain"));
        send(Map.of("check-weight", "weigh-goods"), "save", REASON)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(says("Rencana ini belum lolos pemeriksaan."));
        send(Map.of("weigh-goods", "nothing"), "check", "")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(says("Pilih langkah yang ada di versi tujuan."));
        send(WEIGHING, "save", "pendek")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(says("Tulis 10 sampai 300 huruf."));
        mvc.perform(get("/processadmin/migrations/plan")
                        .param("key", key)
                        .param("source", "1")
                        .param("target", "1")
                        .with(with(admin)))
                .andExpect(status().isUnprocessableEntity());
        for (String version : List.of("7", "x")) {
            mvc.perform(get("/processadmin/migrations/plan")
                            .param("key", key)
                            .param("source", "1")
                            .param("target", version)
                            .with(with(admin)))
                    .andExpect(status().isNotFound());
        }
        for (String id : List.of("0", "x", "9".repeat(30))) {
            mvc.perform(get("/processadmin/migrations/" + id).with(with(admin))).andExpect(status().isNotFound());
        }
    }

    @Test
    void both_pictures_show_which_steps_are_matched_and_follow_the_choice() throws Exception {
        release(MovingCases.BARE);
        open();
        release(MovingCases.WATCHED);

        read(admin, "/processadmin/migrations/plan?key=" + key + "&source=1&target=2")
                .andExpect(pictures(List.of("1:#dff0e2", "2:#fbe3e1"), List.of("1:#dff0e2")));
        send(Map.of(), "draw", "")
                .andExpect(pictures(List.of("1:#fbe3e1", "2:#fbe3e1"), List.of(":#fdecc8")))
                .andExpect(content().string(not(containsString("perkara dapat pindah"))));
        send(Map.of("check-weight", "weigh-goods"), "check", "")
                .andExpect(pictures(List.of("1:#fbe3e1", "2:#fbe3e1"), List.of("2:#fbe3e1")));
    }

    /** The tasks of both pictures, each as the number at it and its colour. */
    private static ResultMatcher pictures(List<String> source, List<String> target) {
        return result -> {
            String[] drawn = result.getResponse().getContentAsString().split("<svg ");
            assertThat(drawn).hasSizeGreaterThanOrEqualTo(3);
            assertThat(marks(drawn[drawn.length - 2])).isEqualTo(source);
            assertThat(marks(drawn[drawn.length - 1])).isEqualTo(target);
        };
    }

    private static List<String> marks(String svg) {
        List<String> numbers = Pattern.compile("font-size='12'[^>]*>([0-9, ]+)</text>")
                .matcher(svg)
                .results()
                .map(number -> number.group(1))
                .toList();
        List<String> fills = Pattern.compile("rx='8' fill='(#[0-9a-f]+)'")
                .matcher(svg)
                .results()
                .map(fill -> fill.group(1))
                .filter(fill -> !fill.equals("#fff"))
                .toList();
        return IntStream.range(0, fills.size())
                .mapToObj(i -> (i < numbers.size() ? numbers.get(i) : "") + ":" + fills.get(i))
                .toList();
    }

    @Test
    void a_move_the_system_stops_says_why_is_told_and_stays_dropped() throws Exception {
        release(MovingCases.BARE);
        open();
        release(MovingCases.WATCHED);
        long id = begun(WEIGHING);
        // As if a step had lost its place since.
        jdbc.update(
                "update processadmin.migration_step set target_step = 'weigh-goods-delayed' where migration_id = ?",
                id);

        worker.step(rows.get(id));
        worker.step(rows.get(id));

        assertThat(rows.get(id).state()).isEqualTo(Migration.State.PAUSED);
        assertThat(rows.deeds(id).get(0).faults()).contains("OTHER_ROLE");
        assertThat(jdbc.queryForList(
                        "select account_id from worklist.notice where what = 'MOVE_PAUSED' and sentence = ?",
                        Long.class,
                        key + " 1 → 2"))
                .as("once")
                .contains(admin.accountId(), releaser.accountId())
                .doesNotHaveDuplicates();
        read(admin, "/processadmin/migrations/" + id)
                .andExpect(says("Sistem"))
                .andExpect(says("dikerjakan peran lain"));
        read(admin, "/").andExpect(says("dijeda oleh sistem"));
        act(admin, id, "drop").andExpect(status().is3xxRedirection());
        worker.step(rows.get(id));
        assertThat(rows.get(id).state()).isEqualTo(Migration.State.DROPPED);
    }

    @Test
    void a_move_is_begun_and_goes_on_with_a_fresh_login_and_a_reason() throws Exception {
        release(MovingCases.BARE);
        open();
        release(MovingCases.WATCHED);
        long id = planned(WEIGHING);
        long now = System.currentTimeMillis();
        long longAgo = now - FreshLogin.FRESH.toMillis() - 1_000;

        for (String deed : List.of("begin", "resume")) {
            act(releaser, id, deed, WHY, longAgo)
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(says("baru saja masuk"));
            act(releaser, id, deed, "singkat", now)
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(says(">singkat</textarea>"));
            act(releaser, id, deed, WHY, now).andExpect(status().is3xxRedirection());
            act(releaser, id, "pause").andExpect(status().is3xxRedirection());
        }
        act(admin, id, "drop", "", longAgo).andExpect(status().isUnprocessableEntity());
        act(admin, id, "drop", "Tidak jadi dipindahkan.", longAgo).andExpect(status().is3xxRedirection());

        assertThat(rows.deeds(id))
                .extracting(MigrationRows.Deed::what, MigrationRows.Deed::words)
                .containsExactly(
                        tuple("DROPPED", "Tidak jadi dipindahkan."),
                        tuple("PAUSED", null),
                        tuple("RESUMED", WHY),
                        tuple("PAUSED", null),
                        tuple("BEGUN", WHY),
                        tuple("PLANNED", null));
        read(admin, "/processadmin/migrations/" + id).andExpect(says(WHY));
    }

    @Test
    void whoever_planned_it_does_not_begin_it_and_it_can_be_paused_and_dropped() throws Exception {
        release(MovingCases.BARE);
        CaseRef ref = open();
        release(MovingCases.WATCHED);
        Actor both = people.holding(
                List.of(Assignment.nation(Role.PROCESS_ADMIN), Assignment.nation(Role.PROCESS_RELEASER)));
        admin = both;
        long id = planned(WEIGHING);
        read(releaser, "/").andExpect(says("rencana pindah versi menunggu Anda mulai"));
        act(both, id, "begin")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(says("Rencana ini harus dimulai orang lain"));
        send(WEIGHING, "save", REASON).andExpect(status().isConflict());
        act(releaser, id, "pause").andExpect(status().isConflict());
        act(releaser, id, "begin").andExpect(status().is3xxRedirection());
        act(releaser, id, "begin").andExpect(status().isConflict());
        read(both, "/processadmin/migrations/" + id)
                .andExpect(says("0 dari 1 perkara sudah pindah; 1 menunggu giliran"));
        act(both, id, "pause").andExpect(status().is3xxRedirection());
        worker.work();
        assertThat(worker.step(rows.get(id))).isFalse();
        assertThat(version(ref)).as("nothing moves while it is paused").isEqualTo(1);
        act(releaser, id, "resume").andExpect(status().is3xxRedirection());
        run(id);
        read(both, "/").andExpect(says("Pindah versi " + key + " 1 → 2 selesai"));
        assertThat(version(ref)).isEqualTo(2);
        act(releaser, id, "drop").andExpect(status().isConflict());
        read(releaser, "/processadmin/migrations/" + id)
                .andExpect(says("Dilanjutkan"))
                .andExpect(says("Selesai"));
        read(both, "/processadmin/migrations").andExpect(says(REASON));

        long second = planned(WEIGHING);
        act(releaser, second, "drop").andExpect(status().is3xxRedirection());
        assertThat(rows.get(second).state()).isEqualTo(Migration.State.DROPPED);
        read(both, "/").andExpect(says("Pindah versi " + key + " 1 → 2 dibatalkan"));
    }
}
