package org.minimis.declaration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.minimis.fuzz.FuzzTarget;
import org.minimis.settings.ConfigException;
import org.minimis.settings.ConfigNode;

/** Who declares, and what the lists look like. */
public final class SettingsTargets implements FuzzTarget {

    @Override
    public void read(byte[] input) {
        var text = new String(input, StandardCharsets.UTF_8);
        reads(text, file -> DeclarantYaml.declarant("f.yaml", file));
        reads(text, ListForm::read);
    }

    private static void reads(String text, Consumer<ConfigNode> reader) {
        try {
            reader.accept(ConfigNode.parse("f.yaml", text));
        } catch (ConfigException e) {
            if (!e.getMessage().startsWith("f.yaml:")) {
                throw e;
            }
        }
    }

    @Override
    public List<byte[]> seeds() throws IOException {
        var seeds = new ArrayList<byte[]>();
        try (var files = Files.walk(Path.of("config/datasets"))) {
            for (var file : files.filter(one -> one.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                seeds.add(Files.readAllBytes(file));
            }
        }
        seeds.add(Files.readAllBytes(Path.of("config/declarant.yaml")));
        return seeds;
    }
}
