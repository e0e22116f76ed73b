package org.minimis.cli;

/** As what data is printed. */
enum TextOrJson {
    TEXT,
    JSON
}
