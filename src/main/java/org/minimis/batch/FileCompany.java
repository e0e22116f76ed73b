package org.minimis.batch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.minimis.consignment.ConsignmentType;
import org.minimis.ledger.PrivateFiles;
import org.minimis.manifest.ManifestFormat;
import org.minimis.manifest.ManifestRecord;
import org.minimis.manifest.Manifests;
import org.minimis.regime.Aggregation;
import org.minimis.regime.Others;
import org.minimis.regime.Together;

/**
 * What the law takes together among the manifests of one file, without a batch and without the book. What a record that comes
 * before it has taken the house waybill of does not count.
 */
public final class FileCompany {

    private final LawClearing clearing;
    private final Map<GroupKey, Group> groups = new HashMap<>();

    private FileCompany(LawClearing clearing) {
        this.clearing = clearing;
    }

    /** An unpacked manifest. */
    public record Manifest(Path uncompressed, String shownName, ManifestFormat format) {

        /** Standard input, which can be read but once. */
        public static Manifest copied(InputStream in, Path folder) throws IOException {
            var copy = folder.resolve("standard-input");
            try (var channel = PrivateFiles.overwrite(copy);
                    var out = Channels.newOutputStream(channel)) {
                in.transferTo(out);
            }
            return new Manifest(copy, "-", Manifests.guess(copy));
        }
    }

    /** Looks through the manifests, in their order. */
    public static FileCompany of(LawClearing clearing, List<Manifest> manifests) throws IOException {
        var company = new FileCompany(clearing);
        var keys = LongStream.builder();
        for (var manifest : manifests) {
            clearing.members(whole(manifest), member -> member.keys().values().forEach(key -> keys.add(key.first())));
        }
        var twice = Grouping.twice(keys.build().sorted().toArray());
        if (twice.length > 0) {
            company.group(manifests, twice);
        }
        return company;
    }

    private static SliceInfo whole(Manifest manifest) throws IOException {
        var file = manifest.uncompressed();
        return new SliceInfo(file, manifest.shownName(), manifest.format(), 0, 0, Files.size(file), 1);
    }

    private void group(List<Manifest> manifests, long[] twice) throws IOException {
        var seen = new HouseWaybills();
        for (var manifest : manifests) {
            var repeated = new HashSet<Long>();
            clearing.screen(whole(manifest), (houseWaybill, line) -> {
                if (houseWaybill != null && !seen.isNew(houseWaybill)) {
                    repeated.add(line);
                }
            });
            clearing.members(whole(manifest), member -> {
                if (!repeated.contains(member.line())) {
                    add(member, twice);
                }
            });
        }
    }

    private void add(Member member, long[] twice) {
        for (var key : member.keys().values()) {
            if (Arrays.binarySearch(twice, key.first()) >= 0) {
                groups.computeIfAbsent(key, of -> new Group(member.currency())).add("", member);
            }
        }
    }

    /** The others of one of their records. */
    public Together of(ManifestRecord read) {
        var member = clearing.members().member(read);
        return member.isEmpty() ? Together.NOT_LOOKED : new InFile(member.get(), groups);
    }

    private record InFile(Member member, Map<GroupKey, Group> groups) implements Together {

        @Override
        public @Nullable Others others(Aggregation unit, Set<ConsignmentType> types) {
            var key = member.keys().get(unit);
            if (key == null) {
                return null;
            }
            var group = groups.get(key);
            return group == null || group.count() < 2 ? Others.NONE : group.without(member, types);
        }

        @Override
        public boolean isBookAsked() {
            return false;
        }
    }
}
