package id.siks.identity;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;

/**
 * A session's or a client's proof that somebody signed in: his account's id, its era then, and whether he used a second factor; what he may
 * do is read anew. Closing the account begins another era, so that the proof stays void when the account opens again.
 */
final class AccountLogin extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final long accountId;
    private final int era;
    private final boolean secondFactor;
    private final String client;

    AccountLogin(long accountId, int era, boolean secondFactor) {
        this(accountId, era, secondFactor, null);
    }

    private AccountLogin(long accountId, int era, boolean secondFactor, String client) {
        super(List.of());
        this.accountId = accountId;
        this.era = era;
        this.secondFactor = secondFactor;
        this.client = client;
        setAuthenticated(true);
    }

    static Optional<AccountLogin> of(Authentication login) {
        return login instanceof AccountLogin known ? Optional.of(known) : Optional.empty();
    }

    long accountId() {
        return accountId;
    }

    /** The same login, made for one request of a client. */
    AccountLogin by(String client) {
        return new AccountLogin(accountId, era, secondFactor, client);
    }

    /** Name at the login server of the client that acts for him; empty when he sits at a browser himself. */
    Optional<String> client() {
        return Optional.ofNullable(client);
    }

    int era() {
        return era;
    }

    boolean secondFactor() {
        return secondFactor;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return Long.toString(accountId);
    }

    @Override
    public String getName() {
        return Long.toString(accountId);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AccountLogin login
                && login.accountId == accountId
                && login.era == era
                && login.secondFactor == secondFactor
                && Objects.equals(login.client, client);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(accountId);
    }
}
