package id.siks.platform.web;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Forms are records and are filled by their constructor alone (requirement 12). Otherwise the framework would afterwards
 * try to set what names like {@code key.x} or {@code key[0]} point at, and stumble.
 */
@ControllerAdvice
class FormBinding {

    @InitBinder
    void constructorOnly(WebDataBinder binder) {
        binder.setDeclarativeBinding(true);
    }
}
