package org.minimis.declaration;

/** An element's start and end, prepared. */
record Tag(byte[] open, byte[] close) {

    static Tag of(String name) {
        return of(name, "");
    }

    /** @param attributes as they stand in the start tag, with a blank before each */
    static Tag of(String name, String attributes) {
        return new Tag(Utf8.bytes("<" + name + attributes + ">"), Utf8.bytes("</" + name + ">"));
    }
}
