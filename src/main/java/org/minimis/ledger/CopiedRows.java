package org.minimis.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Rows that PostgreSQL takes by {@code COPY} in its binary form, a megabyte of them at a time. */
final class CopiedRows implements BulkRows {

    private static final int BYTES_AT_ONCE = 1 << 20;
    private static final int TEXT_BYTES_MAX = 1 << 12;
    private static final int NULL = -1;
    private static final short END = -1;

    private final CopyManager copy;
    private final String sql;
    private final short columns;
    /** Never full: a row that ends behind a megabyte is sent at once, and no row is larger than the room behind it. */
    private final ByteBuffer bytes;

    private boolean isRowOpen;

    CopiedRows(Connection connection, String table, String... columns) throws SQLException {
        copy = connection.unwrap(PGConnection.class).getCopyAPI();
        sql = "copy %s (%s) from stdin (format binary)".formatted(table, String.join(", ", columns));
        this.columns = (short) columns.length;
        bytes = ByteBuffer.allocate(BYTES_AT_ONCE + columns.length * (TEXT_BYTES_MAX + Integer.BYTES));
        begin();
    }

    private void begin() {
        bytes.clear();
        bytes.put("PGCOPY\n".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 0xff)
                .put("\r\n\0".getBytes(StandardCharsets.US_ASCII));
        bytes.putInt(0).putInt(0); // no flags, no more of a header
    }

    private void open() {
        if (!isRowOpen) {
            bytes.putShort(columns);
            isRowOpen = true;
        }
    }

    @Override
    public BulkRows number(long value) {
        open();
        bytes.putInt(Long.BYTES).putLong(value);
        return this;
    }

    @Override
    public BulkRows integer(int value) {
        open();
        bytes.putInt(Integer.BYTES).putInt(value);
        return this;
    }

    @Override
    public BulkRows optional(@Nullable Long value) {
        return value == null ? nothing() : number(value);
    }

    @Override
    public BulkRows text(@Nullable String value) throws SQLException {
        return value == null ? nothing() : bytes(ByteBuffer.wrap(value.getBytes(StandardCharsets.UTF_8)));
    }

    /** A column of text or of bytes. */
    BulkRows bytes(ByteBuffer value) throws SQLException {
        open();
        if (value.remaining() > TEXT_BYTES_MAX) {
            throw new SQLException("a text of %d bytes does not fit into the book".formatted(value.remaining()));
        }
        bytes.putInt(value.remaining()).put(value.duplicate());
        return this;
    }

    private BulkRows nothing() {
        open();
        bytes.putInt(NULL);
        return this;
    }

    @Override
    public void end() throws SQLException {
        isRowOpen = false;
        if (bytes.position() >= BYTES_AT_ONCE) {
            send();
        }
    }

    private void send() throws SQLException {
        bytes.putShort(END);
        var copying = copy.copyIn(sql);
        try {
            copying.writeToCopy(bytes.array(), 0, bytes.position());
            copying.endCopy();
        } finally {
            if (copying.isActive()) {
                copying.cancelCopy();
            }
        }
        begin();
    }

    @Override
    public void flush() throws SQLException {
        send();
    }

    @Override
    public void close() {
        // Rows that were not flushed are given up with their transaction.
    }
}
