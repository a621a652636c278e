package id.siks;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/** Names of the fields a door reads: its parameters, and the components of the forms it binds, however deep. */
final class FormFields {

    private FormFields() {}

    static Set<String> of(HandlerMethod handler) {
        Set<String> names = new TreeSet<>();
        for (MethodParameter parameter : handler.getMethodParameters()) {
            parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
            if (asked != null) {
                names.add(asked.name().isEmpty() ? parameter.getParameterName() : asked.name());
            } else if (isForm(parameter.getParameterType())) {
                components(parameter.getParameterType(), "", names);
            }
        }
        return names;
    }

    private static void components(Class<?> form, String at, Set<String> names) {
        for (RecordComponent component : form.getRecordComponents()) {
            String name = at + component.getName();
            Class<?> type = component.getType();
            if (isForm(type)) {
                components(type, name + ".", names);
            } else if (Collection.class.isAssignableFrom(type) && isForm(element(component.getGenericType()))) {
                components(element(component.getGenericType()), name + "[0].", names);
            } else {
                names.add(name);
            }
        }
    }

    private static boolean isForm(Class<?> type) {
        return type.isRecord() && type.getName().contains(".web.");
    }

    private static Class<?> element(Type collection) {
        return collection instanceof ParameterizedType typed
                        && typed.getActualTypeArguments()[0] instanceof Class<?> element
                ? element
                : Object.class;
    }
}
