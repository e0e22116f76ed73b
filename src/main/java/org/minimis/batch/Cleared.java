package org.minimis.batch;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.minimis.assessment.Assessment;
import org.minimis.declaration.DeclarationPiece;
import org.minimis.ledger.AssessmentRow;
import org.minimis.ledger.ExceptionRow;

/**
 * What became of one record: either a row with declarations, or an exception with its line.
 *
 * @param nextOffset at which the next record starts
 * @param line on which this one starts
 * @param reversal of the assessment whose place the row takes, where a batch is corrected
 */
record Cleared(
        long nextOffset,
        long line,
        @Nullable AssessmentRow row,
        List<Assessment.Fee> fees,
        List<DeclarationPiece> pieces,
        @Nullable ExceptionRow exception,
        byte[] json,
        @Nullable Reversal reversal) {

    Cleared(
            long nextOffset,
            long line,
            @Nullable AssessmentRow row,
            List<Assessment.Fee> fees,
            List<DeclarationPiece> pieces,
            @Nullable ExceptionRow exception,
            byte[] json) {
        this(nextOffset, line, row, fees, pieces, exception, json, null);
    }

    static final String REFERRED = "referred";
    static final String REJECTED = "rejected";
}
