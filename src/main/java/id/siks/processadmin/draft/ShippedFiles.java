package id.siks.processadmin.draft;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The models that came with this version of the application. */
@Component
class ShippedFiles {

    private static final List<String> PLACES =
            List.of("classpath*:bpmn/*/*.bpmn", "classpath*:bpmn/*/*.dmn", "classpath*:forms/*/*.form");

    private final List<ModelFile> files = new ArrayList<>();

    ShippedFiles() throws IOException {
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        for (String place : PLACES) {
            for (Resource file : resolver.getResources(place)) {
                ModelFile.at(file.getURL().getPath(), file.getContentAsString(StandardCharsets.UTF_8))
                        .ifPresent(files::add);
            }
        }
    }

    List<ModelFile> all() {
        return List.copyOf(files);
    }
}
