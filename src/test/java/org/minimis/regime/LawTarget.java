package org.minimis.regime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.minimis.fuzz.FuzzTarget;
import org.minimis.settings.ConfigException;
import org.minimis.settings.ConfigFolder;
import org.minimis.settings.ConfigNode;

/** The files of law: a question, a regime, sets of goods and of places. Any text is given to each of their readers. */
public final class LawTarget implements FuzzTarget {

    private static final ConfigFolder CONFIG = ConfigFolder.of(Path.of("config"));

    private final NamedSets sets = new NamedSets(CONFIG);

    @Override
    public void read(byte[] input) {
        var text = new String(input, StandardCharsets.UTF_8);
        reads(text, file -> new QuestionFiles(sets).read(file));
        reads(text, RegimeFile::read);
        reads(text, file -> new NamedSets(CONFIG).readGoods(file));
        reads(text, file -> new NamedSets(CONFIG).readTerritories(file));
        reads(text, ConfigNode::written);
    }

    private static void reads(String text, Consumer<ConfigNode> reader) {
        try {
            reader.accept(ConfigNode.parse("f.yaml", text));
        } catch (ConfigException e) {
            if (!e.getMessage().startsWith("f.yaml:") && !e.getMessage().startsWith("config/")) {
                throw e;
            }
        }
    }

    @Override
    public List<byte[]> seeds() throws IOException {
        var seeds = new ArrayList<byte[]>();
        for (var name : CONFIG.list("regimes", ".yaml")) {
            var bytes = Files.readAllBytes(Path.of("config").resolve(name));
            if (bytes.length < lengthMax()) {
                seeds.add(bytes);
            }
        }
        return seeds;
    }
}
