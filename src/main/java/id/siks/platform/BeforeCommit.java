package id.siks.platform;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the running transaction does last. First come the deeds, in the order they were asked for, and whatever these ask for
 * in turn; when no deed is left, what was gathered is written down, in the order it was begun. A fault of any of them undoes
 * the whole transaction. Spring alone would forget what a deed asks for: whom it calls before a commit it has noted before
 * the first is called.
 */
public final class BeforeCommit {

    private static final PerTransaction<Queue> QUEUE = new PerTransaction<>(Queue::begin);

    private BeforeCommit() {}

    /** Has the deed done when whatever else the transaction does is done. {@link IllegalStateException} when it is too late. */
    public static void run(Runnable deed) {
        Queue.current().deeds.add(new Object(), () -> deed, Runnable::run);
    }

    /**
     * What the transaction has gathered under this key; {@code write} gets it once, after every deed.
     *
     * @param key whose it is; what is gathered under it after it was written is written apart
     * @param empty what is gathered into
     */
    @SuppressWarnings("unchecked")
    public static <T> T gathered(Object key, Supplier<T> empty, Consumer<T> write) {
        return (T) Queue.current().writings.add(key, empty, write);
    }

    /** Each once, the one asked for first in front. */
    private static final class Turns {

        private final Map<Object, Turn<?>> waiting = new LinkedHashMap<>();

        <T> Object add(Object key, Supplier<T> empty, Consumer<T> work) {
            return waiting.computeIfAbsent(key, one -> new Turn<>(empty.get(), work))
                    .what();
        }

        boolean takeOne() {
            Iterator<Turn<?>> first = waiting.values().iterator();
            if (!first.hasNext()) {
                return false;
            }
            Turn<?> turn = first.next();
            // Gone before it is taken: what is asked for meanwhile is another one.
            first.remove();
            turn.take();
            return true;
        }
    }

    private record Turn<T>(T what, Consumer<T> work) {

        void take() {
            work.accept(what);
        }
    }

    /** Of one transaction. */
    private static final class Queue implements TransactionSynchronization {

        private final Turns deeds = new Turns();
        private final Turns writings = new Turns();
        private boolean over;

        static Queue current() {
            Queue queue = QUEUE.current();
            if (queue.over) {
                throw new IllegalStateException("The transaction is being committed already");
            }
            return queue;
        }

        private static Queue begin() {
            Queue queue = new Queue();
            TransactionSynchronizationManager.registerSynchronization(queue);
            return queue;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            boolean more = true;
            while (more) {
                more = deeds.takeOne() || writings.takeOne();
            }
            over = true;
        }
    }
}
