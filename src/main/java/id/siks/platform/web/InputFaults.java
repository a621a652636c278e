package id.siks.platform.web;

import id.siks.platform.FieldError;
import java.util.List;

/**
 * What was wrong with the characters or the length of the request's texts. A controller method with a parameter of this
 * type shows the faults beside its fields; for every other the request is refused before it is called. Either way the
 * texts a controller sees are already free of such characters and composed (NFC).
 *
 * @param errors one per parameter, empty when all is well
 */
public record InputFaults(List<FieldError> errors) {

    static final String ATTRIBUTE = InputFaults.class.getName();
}
