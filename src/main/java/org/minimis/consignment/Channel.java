package org.minimis.consignment;

/** Who brings the consignment: an express carrier or the post. */
public enum Channel {
    EXPRESS,
    POST
}
