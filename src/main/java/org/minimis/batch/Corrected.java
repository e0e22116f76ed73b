package org.minimis.batch;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minimis.ledger.Declared;

/** Says which assessment a consignment takes the place of, in a batch that corrects another. */
@FunctionalInterface
interface Corrected {

    /** A batch that corrects nothing. */
    Corrected NOTHING = houseWaybill -> Optional.empty();

    /**
     * The assessment that stands.
     *
     * @param batch that holds it
     * @param declared how it was declared
     * @param reversal that takes it back; its place is that of the record, filled in by whoever asks
     */
    record Original(String batch, Declared declared, Reversal reversal) {}

    Optional<Original> original(String houseWaybill);

    /** Are the declarations cancelled, with nothing in their place? */
    default boolean cancels() {
        return false;
    }

    /** What becomes of a record that {@code declared} says how it is declared now. */
    static @Nullable String obstacle(Original original, Declared now, boolean isBulk) {
        var before = original.declared();
        if (!before.regime().equals(now.regime())
                || !before.state().equals(now.state())
                || !before.dataset().equals(now.dataset())) {
            return "it was declared for %s %s %s and is now %s %s %s; have that declaration cancelled and clear it anew"
                    .formatted(
                            before.regime(),
                            before.state(),
                            before.dataset(),
                            now.regime(),
                            now.state(),
                            now.dataset());
        }
        return isBulk
                ? "it was declared in bulk, which is not amended consignment by consignment; amend its bundle with customs"
                : null;
    }
}
