package org.minimis.manifest;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Unpacks gzip files to their last byte.
 *
 * <p>Java's own stream takes bytes behind the last member for the end of the file and says nothing: half of a manifest that
 * was put together of two parts could vanish so. Here everything in the file is a whole member, or the file is refused.
 */
final class GzipFiles {

    private GzipFiles() {}

    /** The uncompressed bytes; reading to their end has read the file to its own. */
    static InputStream open(InputStream file) throws IOException {
        return new Members(new BufferedInputStream(file, 1 << 16));
    }

    /** The members of a gzip file (RFC 1952), one behind the other. */
    private static final class Members extends InputStream {

        private static final int HAS_HEADER_CRC = 2;
        private static final int HAS_EXTRA = 4;
        private static final int HAS_NAME = 8;
        private static final int HAS_COMMENT = 16;

        private final InputStream in;
        private final Inflater inflater = new Inflater(true);
        private final CRC32 crc = new CRC32();
        private final byte[] input = new byte[1 << 15];
        private int inputLength;
        private boolean inMember;

        Members(InputStream in) throws IOException {
            this.in = in;
            openMember(demand());
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            while (inMember) {
                var read = inflate(buffer, from, length);
                if (read > 0) {
                    crc.update(buffer, from, read);
                    return read;
                }
                if (inflater.finished()) {
                    closeMember();
                }
            }
            return -1;
        }

        private int inflate(byte[] buffer, int from, int length) throws IOException {
            try {
                if (inflater.needsInput() && !inflater.finished()) {
                    in.mark(input.length + 1);
                    inputLength = in.read(input);
                    if (inputLength < 0) {
                        throw new EOFException();
                    }
                    inflater.setInput(input, 0, inputLength);
                }
                return inflater.inflate(buffer, from, length);
            } catch (DataFormatException e) {
                throw new ZipException("its data are not deflated");
            }
        }

        private void closeMember() throws IOException {
            // What the inflater did not use is the trailer, and perhaps the next member.
            in.reset();
            in.skipNBytes(inputLength - inflater.getRemaining());
            var sum = demandInt();
            var size = demandInt();
            if (sum != (int) crc.getValue() || size != (int) inflater.getBytesWritten()) {
                throw new ZipException("its checksum is wrong");
            }
            inMember = false;
            var next = in.read();
            if (next >= 0) {
                openMember(next);
            }
        }

        private void openMember(int firstByte) throws IOException {
            if (firstByte != 0x1f || demand() != 0x8b || demand() != 8) {
                throw new ZipException("there are bytes that are no gzip member");
            }
            var flags = demand();
            in.skipNBytes(6);
            if ((flags & HAS_EXTRA) != 0) {
                in.skipNBytes(demand() | demand() << 8);
            }
            if ((flags & HAS_NAME) != 0) {
                passText();
            }
            if ((flags & HAS_COMMENT) != 0) {
                passText();
            }
            if ((flags & HAS_HEADER_CRC) != 0) {
                in.skipNBytes(2);
            }
            inflater.reset();
            crc.reset();
            inMember = true;
        }

        private void passText() throws IOException {
            while (demand() != 0) {
                // The name that the file once had is nothing to us.
            }
        }

        private int demand() throws IOException {
            var read = in.read();
            if (read < 0) {
                throw new EOFException();
            }
            return read;
        }

        private int demandInt() throws IOException {
            return demand() | demand() << 8 | demand() << 16 | demand() << 24;
        }

        @Override
        public void close() throws IOException {
            inflater.end();
            in.close();
        }
    }
}
