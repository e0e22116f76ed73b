package org.minimis.batch;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Frames as bytes: four bytes "MNF2", four of the head's length, four of the length of all sections together, the head, four of
 * the checksum (CRC-32C) of lengths and head, then the sections. The head says where the slice stands and, for each section, its
 * name, count, length and checksum. Numbers before and behind the head are big-endian.
 */
final class FrameCodec {

    static final int HEADER = 12;
    static final int TRAILER = 4;
    /** The sections of a frame are held in memory together. */
    static final int CONTENT_MAX = 1 << 30;

    private static final int MAGIC = 0x4d4e4632;

    private final Bytes head = new Bytes();

    /** How long a frame is, as its first bytes say. */
    record Lengths(int head, int sections) {

        long behind() {
            return HEADER + head + TRAILER + (long) sections;
        }
    }

    /** A section as the head announces it. */
    record Section(String name, int count, int length, int checksum) {

        /** @param bytes of its length, or null to pass it over */
        @Nullable
        Block block(@Nullable ByteBuffer bytes) {
            return bytes == null || checksumOf(bytes) == checksum ? new Block(count, bytes) : null;
        }
    }

    /** A head: the frame without its sections, and what they will be. */
    record Head(Frame frame, List<Section> sections) {}

    /** The whole frame; the buffers are good until the next call or until the frame's own change. */
    ByteBuffer[] encode(Frame frame) {
        head.clear();
        head.write(new byte[HEADER], 0, HEADER);
        head.number(frame.end() ? 1 : 0);
        head.number(frame.offset());
        head.number(frame.line());
        head.number(frame.counts().assessed());
        head.number(frame.counts().referred());
        head.number(frame.counts().rejected());
        var buffers = new ArrayList<ByteBuffer>();
        buffers.add(ByteBuffer.allocate(0));
        var length = 0L;
        for (var section : frame.sections().entrySet()) {
            var bytes = section.getValue().bytes().duplicate();
            head.text(section.getKey());
            head.number(section.getValue().count());
            head.number(bytes.remaining());
            head.number(checksumOf(bytes) & 0xffffffffL);
            length += bytes.remaining();
            buffers.add(bytes);
        }
        if (length > CONTENT_MAX) {
            throw new IllegalArgumentException(
                    "a frame of %d bytes is too large; take a smaller chunk".formatted(length));
        }
        buffers.set(0, finished((int) length));
        return buffers.toArray(ByteBuffer[]::new);
    }

    private ByteBuffer finished(int sections) {
        var length = head.size() - HEADER;
        head.write(new byte[TRAILER], 0, TRAILER);
        var bytes = head.buffer();
        bytes.putInt(0, MAGIC).putInt(4, length).putInt(8, sections);
        return bytes.putInt(HEADER + length, checksumOf(bytes.slice(4, HEADER - 4 + length)));
    }

    /** What the first bytes of a frame announce; null where no frame starts. */
    static @Nullable Lengths lengths(ByteBuffer header) {
        var head = header.getInt(4);
        var sections = header.getInt(8);
        return header.getInt(0) == MAGIC && head > 0 && head <= CONTENT_MAX && sections >= 0 && sections <= CONTENT_MAX
                ? new Lengths(head, sections)
                : null;
    }

    /**
     * The head.
     *
     * @param bytes header, head and checksum, backed by an array
     * @return null where the checksum does not agree
     */
    static @Nullable Head head(ByteBuffer bytes, Lengths lengths) {
        if (bytes.getInt(HEADER + lengths.head()) != checksumOf(bytes.slice(4, HEADER - 4 + lengths.head()))) {
            return null;
        }
        try {
            var head = head(new ByteSource(bytes.slice(HEADER, lengths.head())));
            var length = head.sections().stream().mapToLong(Section::length).sum();
            return length == lengths.sections() ? head : null;
        } catch (ClearException | IllegalArgumentException e) {
            return null;
        }
    }

    private static Head head(ByteSource source) {
        var end = source.number() == 1;
        var offset = source.number();
        var line = source.number();
        var assessed = source.number();
        var referred = source.number();
        var rejected = source.number();
        var counts = new Counts(assessed + referred + rejected, assessed, referred, rejected);
        var sections = new ArrayList<Section>();
        while (source.hasMore()) {
            sections.add(new Section(source.requiredText(), source.count(), source.count(), (int) source.number()));
        }
        return new Head(new Frame(end, offset, line, counts, new TreeMap<>()), sections);
    }

    private static int checksumOf(ByteBuffer bytes) {
        var sum = new CRC32C();
        sum.update(bytes.duplicate());
        return (int) sum.getValue();
    }
}
