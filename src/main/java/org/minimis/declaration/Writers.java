package org.minimis.declaration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.minimis.assessment.Outcome;
import org.minimis.settings.ConfigException;

/** The writers of one state, by dataset. */
final class Writers {

    /** Turns a consignment into what it adds to one file. */
    @FunctionalInterface
    interface Writer {
        byte[] bytes(Outcome.Assessed assessed, String lrn, @Nullable Amendment amendment);
    }

    /** A writer and the file it writes for. */
    record FileWriter(String file, Writer writer) {}

    private final Declarant declarant;
    private final Profile profile;
    private final String state;
    private final Map<String, List<FileWriter>> byDataset = new HashMap<>();

    Writers(Declarant declarant, Profile profile, String state) {
        this.declarant = declarant;
        this.profile = profile;
        this.state = state;
        for (var dataset : declarant.syntaxes().keySet()) {
            if (dataset.equals("H1")
                    || dataset.equals("DOCS")
                    || profile.datasets().containsKey(dataset)) {
                byDataset.put(dataset, writers(dataset));
            }
        }
    }

    List<FileWriter> of(String dataset) {
        var writers = byDataset.get(dataset);
        if (writers == null) {
            throw new ConfigException(declarant.silence(profile, dataset));
        }
        return writers;
    }

    private List<FileWriter> writers(String dataset) {
        var writers = new ArrayList<FileWriter>();
        for (var syntax : declarant.syntaxes(dataset)) {
            var file = profile.regime() + "-" + dataset + "." + syntax.ending();
            writers.add(new FileWriter(file, syntax == Syntax.XML ? xml(dataset) : json(dataset)));
        }
        return List.copyOf(writers);
    }

    private Writer json(String dataset) {
        return new EucdmJson(profile, dataset, declarant.place(profile, state))::bytes;
    }

    private Writer xml(String dataset) {
        var codes = declarant.dataset(profile, dataset);
        var bulk = codes.bulk();
        if (bulk == null) {
            return new H7Xml(profile, codes, state, declarant.place(profile, state))::bytes;
        }
        var birds = new BirdsXml(profile, codes, bulk);
        return (assessed, lrn, amendment) -> {
            if (amendment != null) {
                throw new IllegalArgumentException("a declaration in bulk is not amended consignment by consignment");
            }
            return birds.bytes(assessed);
        };
    }
}
