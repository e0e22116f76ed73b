package org.minimis.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The records of the completed batches under one folder: each holds the digest of the one before it, so that one that was
 * removed or changed shows.
 */
final class BatchChain {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<Link> links;

    /**
     * One record.
     *
     * @param digest of its bytes
     * @param previous digest of the record before it; null for the first
     * @param isCompleted an incomplete batch's record will still be written again, so it is no part of the chain
     */
    private record Link(
            String batch, String digest, @Nullable String previous, boolean isCompleted) {}

    private BatchChain(List<Link> links) {
        this.links = List.copyOf(links);
    }

    static BatchChain read(Path out) throws IOException {
        var links = new ArrayList<Link>();
        for (var batch : batches(out)) {
            links.add(link(batch, out.resolve(batch).resolve(BatchJson.NAME)));
        }
        return new BatchChain(links);
    }

    /** The batches whose record is there, by name. */
    static List<String> batches(Path out) throws IOException {
        if (!Files.isDirectory(out)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(out)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve(BatchJson.NAME)))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static Link link(String batch, Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        var digest = java.util.HexFormat.of().formatHex(WholeFile.sha256().digest(bytes));
        try {
            var root = JSON.readTree(bytes);
            var previous = root.path("previous");
            return new Link(
                    batch,
                    digest,
                    previous.isString() ? previous.asString() : null,
                    root.path("status").asString("").equals("COMPLETED"));
        } catch (JacksonException e) {
            return new Link(batch, digest, null, false);
        }
    }

    /** The digest that a batch's record has to hold: the one it holds, or that of the last record of the others. */
    Optional<String> previous(String batch) {
        for (var link : links) {
            if (link.batch.equals(batch) && link.isCompleted) {
                return Optional.ofNullable(link.previous);
            }
        }
        var ends = ends();
        return ends.isEmpty() ? Optional.empty() : Optional.of(ends.get(ends.size() - 1).digest);
    }

    private List<Link> ends() {
        var named = new HashSet<String>();
        links.stream().map(Link::previous).filter(one -> one != null).forEach(named::add);
        return links.stream()
                .filter(link -> link.isCompleted && !named.contains(link.digest))
                .toList();
    }

    /** Says where the chain is broken. */
    void check(Differences differences) {
        var byDigest = new HashMap<String, String>();
        links.forEach(link -> byDigest.put(link.digest, link.batch));
        var followers = new HashMap<String, String>();
        var first = "";
        for (var link : links) {
            var place = link.batch + "/" + BatchJson.NAME;
            if (!link.isCompleted) {
                continue;
            }
            if (link.previous == null) {
                if (!first.isEmpty()) {
                    differences.add(place, "previous: it is missing, but batch %s is the first".formatted(first));
                }
                first = link.batch;
                continue;
            }
            if (!byDigest.containsKey(link.previous)) {
                differences.add(
                        place,
                        "previous: no batch record has the digest %s; the record before it was removed or changed"
                                .formatted(link.previous));
            }
            var other = followers.putIfAbsent(link.previous, link.batch);
            if (other != null) {
                differences.add(place, "previous: batch %s follows the same record".formatted(other));
            }
        }
    }
}
