package id.siks.identity;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the one sentence instead of a stack trace. */
class LoginUnsafeAnalyzer extends AbstractFailureAnalyzer<LoginUnsafe> {

    @Override
    protected FailureAnalysis analyze(Throwable root, LoginUnsafe cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Set siks.login.issuer, siks.login.client-id and siks.login.audience to what your login server knows, or serve"
                        + " on 127.0.0.1 only.",
                cause);
    }
}
