package id.siks.identity;

import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;

/**
 * A session's proof that somebody signed in: his account's id, its era then, and whether he used a second factor; what he may
 * do is read anew. Closing the account begins another era, so that the proof stays void when the account opens again.
 */
final class AccountLogin extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final long accountId;
    private final int era;
    private final boolean secondFactor;

    AccountLogin(long accountId, int era, boolean secondFactor) {
        super(List.of());
        this.accountId = accountId;
        this.era = era;
        this.secondFactor = secondFactor;
        setAuthenticated(true);
    }

    static Optional<AccountLogin> of(Authentication login) {
        return login instanceof AccountLogin known ? Optional.of(known) : Optional.empty();
    }

    long accountId() {
        return accountId;
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
                && login.secondFactor == secondFactor;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(accountId);
    }
}
