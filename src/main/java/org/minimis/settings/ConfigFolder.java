package org.minimis.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The folder of law and settings: one that the operator names, or the one packed into the program. */
public final class ConfigFolder {

    private final Path root;

    private ConfigFolder(Path root) {
        this.root = root;
    }

    /**
     * A folder of the operator's.
     *
     * @throws ConfigException when there is none
     */
    public static ConfigFolder of(Path folder) {
        if (!Files.isDirectory(folder.resolve("regimes"))) {
            throw new ConfigException(
                    folder + ": there is no folder 'regimes' in it; name a folder of law and settings");
        }
        return new ConfigFolder(folder);
    }

    /** The folder packed into the program. */
    public static ConfigFolder packed() {
        try {
            var uri = ConfigFolder.class.getResource("/config/regimes").toURI();
            if (uri.getScheme().equals("jar")) {
                open(uri);
            }
            return new ConfigFolder(Path.of(uri).getParent());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the packed settings have no address", e);
        }
    }

    private static void open(URI uri) {
        try {
            FileSystems.newFileSystem(uri, Map.of());
        } catch (FileSystemAlreadyExistsException e) {
            // A second caller in the same program finds it open.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files under {@code folder} with that ending, in the order of their names, as names relative to the root. */
    public List<String> list(String folder, String ending) {
        var start = root.resolve(folder);
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        try (var files = Files.walk(start)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean has(String name) {
        return Files.isRegularFile(root.resolve(name));
    }

    /**
     * The bytes of one file.
     *
     * @param name relative to the root, for example {@code reference/hs2022.csv}
     * @throws ConfigException when it is missing
     */
    public byte[] bytes(String name) {
        if (!has(name)) {
            throw new ConfigException(shown(name) + ": the file is missing; restore it");
        }
        try {
            return Files.readAllBytes(root.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of one file. */
    public String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    /** How messages name a file: {@code config/regimes/eu/duty.yaml}. */
    public String shown(String name) {
        return root.getFileName() + "/" + name;
    }

    /** SHA-256 over all files of the folder and what the operator chose beside them, in hexadecimal digits. */
    public String digestWith(String choices) {
        return digest(choices, "");
    }

    /** SHA-256 over the names and bytes of all files under {@code folders}, in hexadecimal digits. */
    public String digest(List<String> folders) {
        return digest("", folders.toArray(String[]::new));
    }

    private String digest(String before, String... folders) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(before.getBytes(StandardCharsets.UTF_8));
            for (var folder : folders) {
                for (var name : list(folder, "")) {
                    if (name.endsWith(".md")) {
                        continue; // words about the law are not the law
                    }
                    digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
                    digest.update(MessageDigest.getInstance("SHA-256").digest(bytes(name)));
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}
