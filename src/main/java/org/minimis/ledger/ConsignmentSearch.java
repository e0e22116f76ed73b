package org.minimis.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the records of one house waybill went. */
public final class ConsignmentSearch {

    private final Connection connection;

    public ConsignmentSearch(Connection connection) {
        this.connection = connection;
    }

    /**
     * One record of that house waybill.
     *
     * @param outcome assessed, referred or rejected
     * @param reason the first finding's, where it was not assessed
     */
    public record Found(
            String batch,
            String manifest,
            String fileName,
            long line,
            String outcome,
            Optional<String> regime,
            Optional<String> dataset,
            Optional<String> reason) {}

    /** Assessed records first, then exceptions, each in the order of the book. */
    public List<Found> find(String houseWaybill) throws SQLException {
        var found = new ArrayList<Found>();
        for (var place : AssessmentTable.places(connection, houseWaybill)) {
            found.add(found(place));
        }
        for (var place : ExceptionTable.places(connection, houseWaybill)) {
            found.add(found(place));
        }
        return found;
    }

    private Found found(AssessmentTable.Place place) throws SQLException {
        try (var select = connection.prepareStatement("select batch, number, file_name from manifest where id = ?")) {
            select.setLong(1, place.manifest());
            try (var results = select.executeQuery()) {
                results.next();
                return new Found(
                        results.getString(1),
                        results.getString(2),
                        results.getString(3),
                        place.line(),
                        place.outcome(),
                        place.regime(),
                        place.dataset(),
                        place.reason());
            }
        }
    }
}
