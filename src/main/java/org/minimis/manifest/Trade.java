package org.minimis.manifest;

import org.jspecify.annotations.Nullable;

/** Where the parcels of a synthetic night go, and what kind of trade they are. */
interface Trade {

    Place place(Dice dice);

    /** {@code EXPRESS} or {@code POST}. */
    String channel(Dice dice);

    /** {@code B2C} and so on. */
    String type(Dice dice);

    /** The country of dispatch. */
    String dispatch(Dice dice, Place place);

    /** The currency of the invoice. */
    String currency(Dice dice, Place place);

    /** The scheme and the number under which the seller of a distance sale is registered; null: under none. */
    @Nullable
    String @Nullable [] seller(Dice dice, Place place);

    /** The scheme and the number of a business that receives goods, besides its EORI; null: none. */
    @Nullable
    String @Nullable [] business(Dice dice, Place place);

    /** The number of a business at its customs; null where customs there give none. */
    @Nullable
    String eori(Dice dice, Place place);

    /** How many consignments of a thousand are dear. */
    int dearPerMille();

    /** How many times as dear they are. */
    int dearer(Dice dice);

    /** What a gift is worth at most. */
    int giftCentsMax();

    /** Hundredths of the currency for what transport costs in EUR cents. */
    long freight(int cents, String currency, Place place);
}
