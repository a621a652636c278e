package id.siks.identity;

import id.siks.platform.BusinessTime;
import id.siks.platform.InvalidInput;
import id.siks.platform.TooManyRequests;
import id.siks.platform.mail.MailAddress;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mail addresses of the people who work here. An address counts when the login server vouches for it or when its owner has
 * typed the code that was sent there. It is personal: it appears on its owner's page and on the envelope, nowhere else.
 */
@Service
@Transactional
public class Emails {

    /** How long a code counts. */
    public static final Duration CODE_LASTS = Duration.ofMinutes(30);

    static final int MOST_TRIES = 5;

    private final JdbcClient jdbc;
    private final Limits limits;
    private final BusinessTime time;

    Emails(JdbcClient jdbc, Limits limits, BusinessTime time) {
        this.jdbc = jdbc;
        this.limits = limits;
        this.time = time;
    }

    /** The confirmed address of an account that is open. */
    @Transactional(readOnly = true)
    public Optional<String> of(long accountId) {
        return jdbc.sql(
                        "select email from identity.account where account_id = :account and enabled and email is not null")
                .param("account", accountId)
                .query(String.class)
                .optional();
    }

    /** Those of the accounts that are open and have a confirmed address. */
    @Transactional(readOnly = true)
    public Set<Long> reachable(Collection<Long> accounts) {
        return Set.copyOf(jdbc.sql(
                        """
                        select account_id from identity.account
                        where account_id = any(:accounts) and enabled and email is not null""")
                .param("accounts", accounts.toArray(Long[]::new))
                .query(Long.class)
                .list());
    }

    /** The address that waits for its code; empty when there is none. */
    @Transactional(readOnly = true)
    public Optional<String> claimed(long accountId) {
        return jdbc.sql("select email from identity.email_claim where account_id = :account")
                .param("account", accountId)
                .query(String.class)
                .optional();
    }

    /**
     * Asks at the door, before any transaction, whether the actor may {@link #claim} an address now, and uses up one of his times;
     * {@link TooManyRequests} when none is left.
     *
     * @param text as typed; {@link InvalidInput} as for the claim, which uses up nothing
     */
    @Transactional(propagation = Propagation.NEVER)
    public void knock(Actor actor, String text) {
        usable(actor, text);
        limits.use(Limit.MAIL_CODE, actor);
    }

    /**
     * Somebody who {@link #knock knocked} says that an address is his. The caller has {@link #renewCode a code} sent there.
     *
     * @param text as typed; {@link InvalidInput} at {@code email} when it is no address, or the confirmed one already
     */
    public void claim(Actor actor, String text) {
        String address = usable(actor, text);
        jdbc.sql(
                        """
                        insert into identity.email_claim (account_id, email, asked_at) values (:account, :email, :now)
                        on conflict (account_id) do update set email = excluded.email, asked_at = excluded.asked_at,
                          code_hash = null, code_until = null, tries = 0""")
                .param("account", actor.accountId())
                .param("email", address)
                .param("now", Timestamp.from(time.now()))
                .update();
    }

    private String usable(Actor actor, String text) {
        String address = text == null ? "" : text.strip();
        if (!MailAddress.isUsable(address)) {
            throw InvalidInput.at("email", "identity.email.error.shape");
        }
        if (of(actor.accountId()).filter(address::equalsIgnoreCase).isPresent()) {
            throw InvalidInput.at("email", "identity.email.error.same");
        }
        return address;
    }

    /** Makes a new code for the address that waits for one; what was sent before counts no longer. */
    public Optional<Code> renewCode(long accountId) {
        String code = MailCode.fresh();
        return jdbc.sql(
                        """
                        update identity.email_claim c set code_hash = :hash, code_until = :until, tries = 0
                        from identity.account a
                        where c.account_id = :account and a.account_id = c.account_id and a.enabled returning c.email""")
                .param("hash", MailCode.hash(accountId, code))
                .param("until", Timestamp.from(time.now().plus(CODE_LASTS)))
                .param("account", accountId)
                .query(String.class)
                .optional()
                .map(address -> new Code(address, code));
    }

    /**
     * The address is the actor's, because he knows what was sent there. A wrong code counts as a try even though it is
     * refused.
     *
     * @param text as typed; {@link InvalidInput} at {@code code} when it is wrong, too old or tried too often
     */
    @Transactional(noRollbackFor = InvalidInput.class)
    public void confirm(Actor actor, String text) {
        Claim claim = tried(actor.accountId());
        if (claim.hash() == null || claim.tries() > MOST_TRIES || !time.now().isBefore(claim.until())) {
            throw InvalidInput.at("code", "identity.email.error.code-over");
        }
        if (!MailCode.matches(claim.hash(), actor.accountId(), text)) {
            throw InvalidInput.at("code", "identity.email.error.code");
        }
        keep(actor.accountId(), claim.email());
        dropClaim(actor.accountId());
    }

    /** Gives up the address that waits for its code. */
    public void dropClaim(Actor actor) {
        dropClaim(actor.accountId());
    }

    /** Removes the confirmed address: from now on nothing is sent. */
    public void forget(Actor actor) {
        keep(actor.accountId(), null);
    }

    /** Forgets address, claim and what was decided about them: the account may be another person's next. */
    void loose(long accountId) {
        jdbc.sql("update identity.account set email = null, email_at = null where account_id = :account")
                .param("account", accountId)
                .update();
        dropClaim(accountId);
    }

    /** The login server vouches for an address, now or another one than before; what the person has decided here stays. */
    void vouched(long accountId, String address) {
        if (MailAddress.isUsable(address)) {
            jdbc.sql("update identity.account set email = :email where account_id = :account and email_at is null")
                    .param("email", address)
                    .param("account", accountId)
                    .update();
        }
    }

    /** Erases claims asked for before {@code before}; answers how many. */
    int eraseClaims(Instant before, int most) {
        return jdbc.sql(
                        """
                        delete from identity.email_claim where account_id in (
                          select account_id from identity.email_claim where asked_at < :before limit :most)""")
                .param("before", Timestamp.from(before))
                .param("most", most)
                .update();
    }

    private Claim tried(long accountId) {
        return jdbc.sql(
                        """
                        update identity.email_claim set tries = least(tries + 1, :most + 1) where account_id = :account
                        returning email, code_hash, code_until, tries""")
                .param("most", MOST_TRIES)
                .param("account", accountId)
                .query((row, number) -> {
                    Timestamp until = row.getTimestamp("code_until");
                    return new Claim(
                            row.getString("email"),
                            row.getString("code_hash"),
                            until == null ? null : until.toInstant(),
                            row.getInt("tries"));
                })
                .optional()
                .orElseThrow(() -> InvalidInput.at("code", "identity.email.error.code-over"));
    }

    private void dropClaim(long accountId) {
        jdbc.sql("delete from identity.email_claim where account_id = :account")
                .param("account", accountId)
                .update();
    }

    private void keep(long accountId, String address) {
        jdbc.sql("update identity.account set email = :email, email_at = :now where account_id = :account")
                .param("email", address, Types.VARCHAR)
                .param("now", Timestamp.from(time.now()))
                .param("account", accountId)
                .update();
    }

    /** A code and where it is to be sent. */
    public record Code(String address, String digits) {}

    private record Claim(String email, String hash, Instant until, int tries) {}
}
