package org.minimis.declaration;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minimis.assessment.Assessment;
import org.minimis.assessment.Outcome;
import org.minimis.finding.Finding;
import org.minimis.settings.ConfigException;

/**
 * Turns assessed consignments into the files that are lodged.
 *
 * <p>Each consignment gives its pieces by itself; pieces of one manifest are joined in the manifest's order, so that the
 * files do not depend on how the manifest was cut up. The files are:
 *
 * <ul>
 *   <li>{@code EU-H7.xml}, {@code XI-H7.xml}, {@code GB-H7.xml}: a plain element {@code declarations} (no namespace;
 *       attributes {@code manifest}, {@code regime}, {@code dataset}) that holds one whole {@code md:MetaData} message on each
 *       line, which customs takes one by one
 *   <li>{@code GB-BIRDS.xml}: likewise, with one message for each bundle of at most 999 goods items
 *   <li>{@code …-H7.json}, {@code …-BIRDS.json}, {@code …-H1.json}: one consignment a line, keyed by the numbers of the
 *       Union's data elements, with duty and VAT
 *   <li>{@code …-DOCS.json}: the list of documents, category 1
 *   <li>{@code US-TYPE86.json} and {@code .csv}, and likewise for every regime that takes lists: what stands in them is said in
 *       {@code config/datasets}; a list of several sections has files for each, {@code CA-CLVS-LVS.csv}
 * </ul>
 *
 * <p>Can be shared between threads.
 */
public final class Declarations {

    /** Behind the last message of a file. */
    static final byte[] TAIL = Utf8.bytes("</declarations>\n");

    private final Declarant declarant;
    private final Map<String, Map<String, Writers>> writers = new HashMap<>();
    private final Map<String, Map<String, Obstacles>> obstacles = new HashMap<>();

    private Declarations(Declarant declarant) {
        this.declarant = declarant;
        for (var profile : declarant.profiles().values()) {
            var states = new HashMap<String, Writers>();
            profile.places().keySet().forEach(state -> states.put(state, new Writers(declarant, profile, state)));
            writers.put(profile.regime(), states);
            var datasets = new HashMap<String, Obstacles>();
            for (var dataset : declarant.syntaxes().keySet()) {
                datasets.put(dataset, new Obstacles(profile, profile.datasets().get(dataset)));
            }
            obstacles.put(profile.regime(), datasets);
        }
    }

    /** Prepares the writers of a declarant. */
    public static Declarations of(Declarant declarant) {
        return new Declarations(declarant);
    }

    /**
     * What keeps a consignment out of its declaration, if anything does: a value longer than its data element, characters
     * that may not stand there, an identifier that a procedure needs. Asked before {@link #pieces}; such a consignment is to
     * be referred, nothing is cut or replaced.
     *
     * @throws ConfigException when the settings do not say how that regime or dataset is declared
     */
    public Optional<Finding> obstacle(Outcome.Assessed assessed) {
        var assessment = assessed.assessment();
        var lists = declarant.lists(assessment.regime());
        if (lists != null) {
            return lists.obstacle(assessed, "");
        }
        var datasets = obstacles.get(assessment.regime());
        var found = datasets == null ? null : datasets.get(assessment.dataset());
        if (found == null) {
            throw new ConfigException(declarant.silence(declarant.profile(assessment.regime()), assessment.dataset()));
        }
        return found.first(assessed);
    }

    /**
     * What one consignment adds to the files of its manifest.
     *
     * @throws ConfigException when the settings do not say how that regime, state or dataset is declared
     * @throws IllegalArgumentException when there is an {@link #obstacle} that was not asked for
     */
    public List<DeclarationPiece> pieces(Outcome.Assessed assessed) {
        return pieces(assessed, lrn(assessed), null);
    }

    /**
     * Likewise, of a consignment whose declaration is corrected. Declarations in bulk cannot be: see {@link #isBulk}.
     *
     * @throws IllegalArgumentException when it was declared in bulk
     */
    public List<DeclarationPiece> pieces(Outcome.Assessed assessed, Amendment amendment) {
        var consignment = assessed.consignment();
        var lrn = lrn(
                assessed.assessment().acceptanceDate(),
                assessed.assessment().regime(),
                consignment.carriage().manifest(),
                consignment.houseWaybill().number() + " " + amendment.before());
        return pieces(assessed, lrn, amendment);
    }

    /**
     * The messages that cancel a consignment's declaration.
     *
     * @throws IllegalArgumentException when it was declared in bulk
     */
    public List<DeclarationPiece> cancellation(
            LocalDate accepted, String regime, String state, String dataset, String houseWaybill, Amendment amendment) {
        if (isBulk(regime, dataset)) {
            throw new IllegalArgumentException("a declaration in bulk is not cancelled consignment by consignment");
        }
        var profile = declarant.profile(regime);
        var lrn = lrn(accepted, regime, "cancellation", houseWaybill + " " + amendment.before());
        var pieces = new ArrayList<DeclarationPiece>();
        for (var syntax : declarant.syntaxes(dataset)) {
            var bytes = syntax == Syntax.XML
                    ? AmendmentXml.cancellation(profile, state, lrn, amendment)
                    : JsonLine.begin()
                            .field("houseWaybill", houseWaybill)
                            .field("cancels", amendment.amends())
                            .field("reason", amendment.reason())
                            .field("12 09", lrn)
                            .line();
            pieces.add(new DeclarationPiece(regime + "-" + dataset + "." + syntax.ending(), bytes));
        }
        return pieces;
    }

    /** Is that dataset declared many consignments at a time, in bundles or lists, so that none has a number of its own? */
    public boolean isBulk(String regime, String dataset) {
        if (declarant.lists(regime) != null) {
            return true;
        }
        var codes = declarant.profile(regime).datasets().get(dataset);
        return codes != null && codes.bulk() != null;
    }

    private List<DeclarationPiece> pieces(Outcome.Assessed assessed, String lrn, @Nullable Amendment amendment) {
        var assessment = assessed.assessment();
        var lists = declarant.lists(assessment.regime());
        if (lists != null) {
            return lists.pieces(assessed, lrn(assessed));
        }
        var chosen = writers(assessment).of(assessment.dataset());
        var pieces = new ArrayList<DeclarationPiece>(chosen.size());
        for (var each : chosen) {
            pieces.add(new DeclarationPiece(each.file(), each.writer().bytes(assessed, lrn, amendment)));
        }
        return pieces;
    }

    /** The local reference number (12 09) of a consignment's declaration. */
    public String lrn(Outcome.Assessed assessed) {
        var consignment = assessed.consignment();
        return lrn(
                assessed.assessment().acceptanceDate(),
                assessed.assessment().regime(),
                consignment.carriage().manifest(),
                consignment.houseWaybill().number());
    }

    /**
     * A local reference number: twenty-two characters, always the same for the same day, regime, manifest and house waybill,
     * and different for others.
     */
    public String lrn(LocalDate acceptanceDate, String regime, String manifest, String houseWaybill) {
        return Lrn.of(acceptanceDate, regime, manifest, houseWaybill);
    }

    /**
     * Begins a file, to which the pieces of a manifest are added. Of bulk declarations it holds one bundle at a time.
     *
     * @param file as {@link DeclarationPiece#file} names it
     * @param out left open
     */
    public JoinedDeclarations joining(String file, String manifest, OutputStream out) throws IOException {
        var dash = file.indexOf('-');
        if (file.endsWith(ListDeclarations.CSV)) {
            out.write(header(file.substring(0, dash), file.substring(dash + 1)));
        }
        if (!file.endsWith("." + Syntax.XML.ending())) {
            return new CopiedDeclarations(out, new byte[0]);
        }
        var profile = declarant.profile(file.substring(0, dash));
        var name = file.substring(dash + 1, file.length() - Syntax.XML.ending().length() - 1);
        var dataset = declarant.dataset(profile, name);
        var head = new Utf8(256).plain("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<declarations manifest=\"");
        head.xml(manifest).plain("\" regime=\"").xml(profile.regime()).plain("\" dataset=\"");
        out.write(head.xml(name).plain("\">\n").toBytes());
        var bulk = dataset.bulk();
        return bulk == null
                ? new CopiedDeclarations(out, TAIL)
                : new BirdsBundleXml(declarant, profile, dataset, bulk, manifest, out);
    }

    private byte[] header(String regime, String name) {
        var lists = declarant.lists(regime);
        if (lists == null) {
            throw new IllegalArgumentException("'%s' is declared by no lists".formatted(regime));
        }
        var section = name.indexOf('-');
        return lists.header(name.substring(0, section < 0 ? name.indexOf('.') : section));
    }

    private Writers writers(Assessment assessment) {
        var states = writers.get(assessment.regime());
        var found = states == null ? null : states.get(assessment.state());
        if (found == null) {
            // Asking again says in the settings' words what is missing.
            declarant.place(declarant.profile(assessment.regime()), assessment.state());
            throw new IllegalStateException("no writers for a place that is there");
        }
        return found;
    }
}
