package org.minimis.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The first reading of a slice: its house waybills, and what the law may take together with other consignments. */
final class Screening {

    private Screening() {}

    /** What was read once is not read again: the manifest of a slice that is cleared may be gone. */
    static void screen(Clearing clearing, SliceInfo slice, BatchFolder folder, SliceName name) throws IOException {
        if (Files.exists(folder.keys(name))) {
            return;
        }
        screen(clearing, slice, folder.keys(name), folder.members(name));
    }

    static void screen(Clearing clearing, SliceInfo slice, Path keysTo, Path membersTo) throws IOException {
        var keys = new KeyFile.Draft();
        var members = new MemberFile.Draft();
        clearing.screen(slice, keys, members);
        members.write(membersTo);
        keys.write(keysTo);
    }
}
