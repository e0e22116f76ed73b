package org.minimis.ledger;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * House waybills that batches of several processes have declared or may still declare. The key of the table sees to it that
 * each has one batch only; whoever comes second is told who was first.
 */
public final class ClaimTable {

    /** No house waybill of the book has more bytes; a longer one is rejected, so that it needs no claim. */
    private static final int BYTES_MAX = 140;

    private final Connection connection;

    public ClaimTable(Connection connection) {
        this.connection = connection;
    }

    /** Gives house waybills. */
    @FunctionalInterface
    public interface Keys {
        void each(Taker taker) throws SQLException;
    }

    /** Takes a house waybill as UTF-8. */
    @FunctionalInterface
    public interface Taker {
        void take(ByteBuffer houseWaybill) throws SQLException;
    }

    /** Takes a house waybill that another batch has claimed. */
    @FunctionalInterface
    public interface Other {
        void claimed(byte[] houseWaybill, String batch);
    }

    /** Claims for a batch what nobody has claimed, and names the rest. In one transaction; repeating it changes nothing. */
    public void claim(String batch, Keys keys, Other others) throws SQLException {
        run("create temporary table wanted (house_waybill bytea) on commit drop");
        try (var rows = new CopiedRows(connection, "wanted", "house_waybill")) {
            keys.each(key -> {
                if (key.remaining() <= BYTES_MAX) {
                    rows.bytes(key);
                    rows.end();
                }
            });
            rows.flush();
        }
        // In order, so that two batches never wait for each other.
        var claimed = run(
                "insert into claim (house_waybill, batch) select distinct house_waybill, ? from wanted order by 1"
                        + " on conflict do nothing",
                batch);
        if (claimed < wanted()) {
            // Else nobody has any of them, and the table need not be read.
            others(batch, others);
        }
    }

    private long wanted() throws SQLException {
        try (var count = connection.prepareStatement("select count(distinct house_waybill) from wanted");
                var row = count.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private void others(String batch, Other others) throws SQLException {
        try (var select = connection.prepareStatement("select distinct c.house_waybill, c.batch from claim c"
                + " join wanted w on w.house_waybill = c.house_waybill where c.batch <> ?")) {
            select.setString(1, batch);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    others.claimed(row.getBytes(1), row.getString(2));
                }
            }
        }
    }

    /** A completed batch gives back what it did not declare. */
    public void release(String batch) throws SQLException {
        // What the database knows of the table is often older than the batch. It then takes its claims for a few, and
        // goes
        // through all declarations again for each of a million.
        run("set local enable_nestloop = off");
        run(
                "delete from claim c where c.batch = ? and not exists ("
                        + declaredBy("convert_to(a.house_waybill, 'UTF8')")
                        + " and convert_to(a.house_waybill, 'UTF8') = c.house_waybill)",
                batch,
                batch);
    }

    /** A batch that cancelled declarations: what they declared may be declared again. */
    public void releaseCancelled(String batch) throws SQLException {
        run(
                "delete from claim where house_waybill in (" + declaredBy("convert_to(a.house_waybill, 'UTF8')") + ")",
                batch);
    }

    /** What a batch has declared is claimed again after the database lost it. */
    public void restore(String batch) throws SQLException {
        run(
                "insert into claim (house_waybill, batch) " + declaredBy("convert_to(a.house_waybill, 'UTF8'), m.batch")
                        + " order by 1 on conflict do nothing",
                batch);
    }

    private static String declaredBy(String columns) {
        return "select " + columns + " from manifest m join assessed a"
                + " on a.id >= m.id << %d and a.id < (m.id + 1) << %d where m.batch = ?"
                        .formatted(RecordKey.MANIFEST_BITS, RecordKey.MANIFEST_BITS);
    }

    private int run(String sql, String... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
