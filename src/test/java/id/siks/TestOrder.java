package id.siks;

import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.Order;

/**
 * By {@link Order}, then by name. Tests share a database; in the order of its files every machine would run another test.
 */
public class TestOrder implements ClassOrderer {

    private static final Comparator<ClassDescriptor> BY_ORDER = Comparator.comparingInt(
            test -> test.findAnnotation(Order.class).map(Order::value).orElse(Order.DEFAULT));

    @Override
    public void orderClasses(ClassOrdererContext tests) {
        tests.getClassDescriptors()
                .sort(BY_ORDER.thenComparing(test -> test.getTestClass().getName()));
    }
}
