package id.siks.platform;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.SimpleTransactionScope;

/** Beans of the scope {@code transaction} live as long as the transaction that asks for them. */
@Configuration(proxyBeanMethods = false)
public class TransactionScope {

    /** Name of the scope. */
    public static final String NAME = "transaction";

    @Bean
    static BeanFactoryPostProcessor transactionScoped() {
        return beans -> beans.registerScope(NAME, new SimpleTransactionScope());
    }
}
