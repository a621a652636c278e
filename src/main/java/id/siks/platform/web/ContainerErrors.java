package id.siks.platform.web;

import java.io.IOException;
import java.io.Writer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * The last word on requests the container refuses before any page of ours is reached: an address that is none, a header
 * without end. Without it people would read the container's own page, in English.
 */
public final class ContainerErrors extends ErrorReportValve {

    private static final int FIRST_ERROR = 400;
    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="id"><head><meta charset="utf-8"><title>SIKS-NG</title></head>
            <body><h1>Permintaan tidak dapat dibaca</h1>
            <p>Alamat atau isi permintaan tidak berbentuk seperti yang dikenal SIKS-NG. Tidak ada yang disimpan.
            Kembali ke <a href="/">beranda</a> dan coba lagi dari sana.</p></body></html>
            """;

    @Override
    protected void report(Request request, Response response, Throwable thrown) {
        if (response.getStatus() < FIRST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        response.setContentType("text/html");
        response.setCharacterEncoding("utf-8");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        try {
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(PAGE);
                response.finishResponse();
            }
        } catch (IOException gone) {
            container.getLogger().debug("Nobody listens to the error page any more", gone);
        }
    }

    /** Puts it in the place of the container's own. */
    @Component
    static class Setup implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

        @Override
        public void customize(TomcatServletWebServerFactory factory) {
            factory.addContextCustomizers(context ->
                    ((StandardHost) context.getParent()).setErrorReportValveClass(ContainerErrors.class.getName()));
        }
    }
}
