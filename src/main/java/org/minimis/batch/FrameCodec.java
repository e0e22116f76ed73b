package org.minimis.batch;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.minimis.ledger.Account;
import org.minimis.ledger.AccountSum;

/**
 * Frames as bytes: four bytes "MNF1", four of the content's length, the content, four of the checksum (CRC-32C) of length and
 * content. Numbers before and behind the content are big-endian.
 */
final class FrameCodec {

    static final int HEADER = 8;
    static final int TRAILER = 4;
    /** A frame is held in memory whole. */
    static final int CONTENT_MAX = 1 << 30;

    private static final int MAGIC = 0x4d4e4631;

    private final Bytes content = new Bytes();

    /** The whole frame; the buffer is good until the next call. */
    ByteBuffer encode(Frame frame) {
        content.clear();
        content.write(new byte[HEADER], 0, HEADER);
        writeContent(frame);
        var length = content.size() - HEADER;
        if (length > CONTENT_MAX) {
            throw new IllegalArgumentException(
                    "a frame of %d bytes is too large; take a smaller chunk".formatted(length));
        }
        content.write(new byte[TRAILER], 0, TRAILER);
        var bytes = content.buffer();
        bytes.putInt(0, MAGIC).putInt(4, length);
        return bytes.putInt(HEADER + length, checksum(bytes, length));
    }

    private void writeContent(Frame frame) {
        content.number(frame.end() ? 1 : 0);
        content.number(frame.offset());
        content.number(frame.line());
        content.number(frame.counts().assessed());
        content.number(frame.counts().referred());
        content.number(frame.counts().rejected());
        content.number(frame.sums().size());
        for (var sum : frame.sums()) {
            content.text(sum.account().toString());
            content.text(sum.currency());
            content.signed(sum.amount());
        }
        content.number(frame.pieces().size());
        new TreeMap<>(frame.pieces()).forEach((file, block) -> {
            content.text(file);
            content.block(block);
        });
        content.block(frame.referred());
        content.block(frame.rejected());
        content.block(frame.assessments());
        content.block(frame.exceptions());
        if (frame.reversals().count() > 0 || frame.originals().count() > 0) {
            content.block(frame.reversals());
        }
        if (frame.originals().count() > 0) {
            content.block(frame.originals());
            content.block(frame.head());
        }
    }

    /** The length of the content that a header announces; -1 where it is no header. */
    static int contentLength(ByteBuffer header) {
        var length = header.getInt(4);
        return header.getInt(0) == MAGIC && length > 0 && length <= CONTENT_MAX ? length : -1;
    }

    /**
     * The frame.
     *
     * @param bytes header, content and trailer, backed by an array; the frame goes on using it
     * @return null where the checksum does not agree
     */
    static @Nullable Frame decode(ByteBuffer bytes) {
        var length = contentLength(bytes);
        if (length != bytes.limit() - HEADER - TRAILER || bytes.getInt(HEADER + length) != checksum(bytes, length)) {
            return null;
        }
        try {
            return content(new ByteSource(bytes.slice(HEADER, length)));
        } catch (BufferUnderflowException | IllegalArgumentException | ArithmeticException e) {
            return null;
        }
    }

    private static int checksum(ByteBuffer bytes, int length) {
        var sum = new CRC32C();
        sum.update(bytes.slice(4, 4 + length));
        return (int) sum.getValue();
    }

    private static Frame content(ByteSource source) {
        var end = source.number() == 1;
        var offset = source.number();
        var line = source.number();
        var assessed = source.number();
        var referred = source.number();
        var rejected = source.number();
        return new Frame(
                end,
                offset,
                line,
                new Counts(assessed + referred + rejected, assessed, referred, rejected),
                sums(source),
                pieces(source),
                source.block(),
                source.block(),
                source.block(),
                source.block(),
                optional(source),
                optional(source),
                optional(source));
    }

    /** What stands behind the rest only where there is any. */
    private static Block optional(ByteSource source) {
        return source.hasMore() ? source.block() : Block.EMPTY;
    }

    private static List<AccountSum> sums(ByteSource source) {
        var sums = new ArrayList<AccountSum>();
        for (var left = source.number(); left > 0; left--) {
            sums.add(new AccountSum(Account.parse(source.requiredText()), source.requiredText(), source.signed()));
        }
        return sums;
    }

    private static Map<String, Block> pieces(ByteSource source) {
        var pieces = new TreeMap<String, Block>();
        for (var left = source.number(); left > 0; left--) {
            pieces.put(source.requiredText(), source.block());
        }
        return pieces;
    }
}
