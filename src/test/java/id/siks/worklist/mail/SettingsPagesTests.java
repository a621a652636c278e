package id.siks.worklist.mail;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.identity.Actor;
import id.siks.identity.Emails;
import id.siks.worklist.notice.NoticeSettings;
import id.siks.worklist.notice.Rhythm;
import id.siks.worklist.notice.Topic;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** How somebody says how he wants to be told and shows that an address is his. */
class SettingsPagesTests extends MailTest {

    private static final String HERE = "/worklist/notices/settings";
    private static final Pattern CODE = Pattern.compile("Kode Anda: (\\d{6})");

    private Actor operator;

    @BeforeEach
    void somebody() {
        operator = people.operator(VILLAGE);
    }

    @Test
    void an_address_counts_when_the_code_sent_there_was_typed() throws Exception {
        claim(addressOf(operator)).andExpect(status().is3xxRedirection());
        assertThat(emails.of(operator.accountId())).isEmpty();
        round.run();
        String code = code();
        show().andExpect(content().string(containsString("sudah dikirim")))
                .andExpect(content().string(not(containsString(code))));

        confirm(code.substring(0, 3) + " " + code.substring(3)).andExpect(status().is3xxRedirection());

        assertThat(emails.of(operator.accountId())).contains(addressOf(operator));
        show().andExpect(content().string(containsString(addressOf(operator))));
        confirm(code).andExpect(status().isUnprocessableEntity());
    }

    @Test
    void a_wrong_code_may_be_typed_five_times_and_the_right_one_is_of_no_use_then() throws Exception {
        claim(addressOf(operator));
        round.run();
        String wrong = code().equals("000000") ? "000001" : "000000";
        for (int i = 0; i < 5; i++) {
            confirm(wrong)
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(containsString("Kode tidak cocok")));
        }
        confirm(code())
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("tidak berlaku lagi")));
        assertThat(emails.of(operator.accountId())).isEmpty();
    }

    @Test
    void a_code_does_not_count_for_ever_nor_for_another_account() throws Exception {
        claim(addressOf(operator));
        round.run();
        String code = code();
        Actor other = people.operator(VILLAGE);
        emails.claim(other, addressOf(other));
        emails.renewCode(other.accountId());
        mvc.perform(post(HERE + "/code").param("code", code).with(with(other)).with(csrf()))
                .andExpect(status().isUnprocessableEntity());
        time.moveTo(time.now().plus(Emails.CODE_LASTS));

        confirm(code)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("tidak berlaku lagi")));
    }

    @Test
    void a_new_address_replaces_the_old_one_only_when_it_is_confirmed() throws Exception {
        operator = reachable();
        claim("lain-" + addressOf(operator)).andExpect(status().is3xxRedirection());
        assertThat(emails.of(operator.accountId())).contains(addressOf(operator));

        send(HERE + "/code/remove", operator);
        assertThat(emails.claimed(operator.accountId())).isEmpty();
        assertThat(emails.of(operator.accountId())).contains(addressOf(operator));
    }

    @Test
    void an_address_that_was_removed_gets_nothing_more() throws Exception {
        operator = reachable();
        returned(opened(operator));
        round.run();
        send(HERE + "/address/remove", operator);
        gathered();

        assertThat(mailsOf(operator)).isEmpty();
        assertThat(statesOf(operator)).containsExactly("SUPPRESSED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "siti",
                "siti@uji.example, semua@uji.example",
                "siti@uji.example\r\nBcc: semua@uji.example",
                "siti@uji.example%0d%0aBcc: semua@uji.example",
                "\"siti\" <siti@uji.example>"
            })
    void what_is_no_address_is_refused_at_the_field_and_nothing_is_sent(String address) throws Exception {
        claim(address)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Tulis satu alamat surel")));
        assertThat(emails.claimed(operator.accountId())).isEmpty();
        assertThat(statesOf(operator)).isEmpty();
    }

    @Test
    void nobody_has_codes_sent_to_strangers_all_day() throws Exception {
        for (int i = 0; i < 3; i++) {
            claim("orang-" + i + "@uji.example").andExpect(status().is3xxRedirection());
        }
        claim("orang-3@uji.example").andExpect(status().isTooManyRequests());
    }

    @Test
    void a_repeat_sends_no_second_code_and_costs_none() throws Exception {
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 5; i++) {
            claim("orang-ulang@uji.example", key).andExpect(status().is3xxRedirection());
        }
        claim("orang-lain@uji.example").andExpect(status().is3xxRedirection());
        assertThat(emails.claimed(operator.accountId())).contains("orang-lain@uji.example");
    }

    @Test
    void a_choice_is_kept_and_warnings_cannot_be_kept_off_the_first_page() throws Exception {
        mvc.perform(choice().param("rhythm", "DAILY")
                        .param("dailyHour", "8")
                        .param("quietFrom", "19")
                        .param("quietUntil", "7")
                        .param("language", "en")
                        .param("mail", "WORK", "LATE"))
                .andExpect(status().is3xxRedirection());

        assertThat(settings.of(operator.accountId()))
                .isEqualTo(new NoticeSettings(
                        Rhythm.DAILY,
                        8,
                        19,
                        7,
                        false,
                        "en",
                        Set.of(Topic.TALK, Topic.CASES, Topic.DATES),
                        Set.of(Topic.WORK, Topic.TALK, Topic.CASES, Topic.DATES)));
    }

    @Test
    void the_page_tells_what_waits_for_no_rhythm() throws Exception {
        show().andExpect(content()
                .string(containsString(
                        "naik kepada Anda, peringatan terakhir sebelum batas daftar, langkah yang gagal, dan model")));
    }

    @ParameterizedTest
    @CsvSource({
        "rhythm, OFTEN, Pilih dari yang ada",
        "rhythm, '', Pilih dari yang ada",
        "dailyHour, 24, Pilih jam antara",
        "dailyHour, 21, termasuk waktu tenang",
        "quietFrom, -1, Pilih jam antara",
        "quietUntil, 7.5, Pilih jam antara",
        "language, fr, Pilih dari yang ada",
        "mail, ALL, Pilih dari yang ada",
        "home, ALL, Pilih dari yang ada"
    })
    void a_choice_that_makes_no_sense_is_refused_at_its_field(String field, String value, String sentence)
            throws Exception {
        MockHttpServletRequestBuilder sent = choice();
        for (String[] usual : new String[][] {
            {"rhythm", "DAILY"}, {"dailyHour", "7"}, {"quietFrom", "20"}, {"quietUntil", "6"}, {"language", "id"}
        }) {
            if (!usual[0].equals(field)) {
                sent.param(usual[0], usual[1]);
            }
        }
        mvc.perform(sent.param(field, value))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString(sentence)));
        assertThat(settings.of(operator.accountId())).isEqualTo(NoticeSettings.USUAL);
    }

    @Test
    void the_owner_hears_that_mail_to_him_failed() throws Exception {
        operator = reachable();
        returned(opened(operator));
        gathered();
        db.update(
                "update worklist.delivery set state = 'FAILED', cause = 'ADDRESS_REFUSED' where account_id = ?",
                operator.accountId());

        show().andExpect(content().string(containsString("menolak alamat penerima")));
    }

    private ResultActions show() throws Exception {
        return mvc.perform(get(HERE).with(with(operator)));
    }

    private ResultActions claim(String address) throws Exception {
        return claim(address, UUID.randomUUID().toString());
    }

    private ResultActions claim(String address, String key) throws Exception {
        return mvc.perform(post(HERE + "/address")
                .param("email", address)
                .param("key", key)
                .with(with(operator))
                .with(csrf()));
    }

    private ResultActions confirm(String code) throws Exception {
        return mvc.perform(
                post(HERE + "/code").param("code", code).with(with(operator)).with(csrf()));
    }

    private void send(String path, Actor by) throws Exception {
        mvc.perform(post(path).with(with(by)).with(csrf())).andExpect(status().is3xxRedirection());
    }

    private MockHttpServletRequestBuilder choice() {
        return post(HERE).with(with(operator)).with(csrf());
    }

    private String code() {
        Matcher found = CODE.matcher(text(mailsOf(operator).get(0)));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
