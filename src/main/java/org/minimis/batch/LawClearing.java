package org.minimis.batch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.minimis.assessment.Assessor;
import org.minimis.assessment.CustomsRates;
import org.minimis.assessment.Holdings;
import org.minimis.assessment.Limits;
import org.minimis.assessment.Outcome;
import org.minimis.assessment.OutcomeJson;
import org.minimis.declaration.Amendment;
import org.minimis.declaration.Declarant;
import org.minimis.declaration.DeclarationPiece;
import org.minimis.declaration.Declarations;
import org.minimis.declaration.JoinedDeclarations;
import org.minimis.ledger.Declared;
import org.minimis.manifest.CarrierProfile;
import org.minimis.manifest.CarrierProfiles;
import org.minimis.manifest.LineFeeds;
import org.minimis.manifest.ManifestException;
import org.minimis.manifest.ManifestFormat;
import org.minimis.manifest.ManifestReader;
import org.minimis.manifest.ManifestRecord;
import org.minimis.manifest.Manifests;
import org.minimis.manifest.ReferenceData;
import org.minimis.manifest.Slice;
import org.minimis.manifest.Slices;
import org.minimis.money.ExchangeRateFiles;
import org.minimis.regime.Regimes;
import org.minimis.regime.Together;
import org.minimis.settings.ConfigException;
import org.minimis.settings.ConfigFolder;

/** Clears as the law files, the carriers' profiles and the declarant's settings of one configuration folder say. */
public final class LawClearing implements Clearing {

    private final ConfigFolder folder;
    private final LawChoices choices;
    private final Regimes regimes;
    private final Assessor assessor;
    private final LawMembers members;
    private final Limits limits;
    private final ReferenceData reference;
    private final CarrierProfiles carriers;
    private final Declarant declarant;
    private final Declarations declarations;
    private final LocalDate accepted;
    private volatile @Nullable String lawDigest;

    /** @throws ConfigException when the folder is not whole */
    public LawClearing(ConfigFolder folder, LawChoices choices, LocalDate accepted) {
        this.folder = folder;
        this.choices = choices;
        this.regimes = Regimes.open(folder, choices.readings());
        var rates = new CustomsRates(new ExchangeRateFiles(folder), choices.rates());
        this.assessor = new Assessor(regimes, rates);
        this.limits = new Limits(regimes, rates, accepted);
        this.members = new LawMembers(new Holdings(regimes, rates, accepted), accepted, this);
        this.reference = ReferenceData.load(folder);
        this.carriers = CarrierProfiles.load(folder);
        this.declarant = Declarant.read(folder);
        this.declarations = Declarations.of(declarant);
        this.accepted = accepted;
    }

    @Override
    public void keepLaw(Path out) throws IOException {
        // What a night is cleared by is whole, whichever part of it the night needs.
        regimes.all();
        new LawStore(out).keep(lawDigest(), folder, choices);
    }

    /** How CSV files of that name are read; null for our own form. */
    public @Nullable CarrierProfile profile(String fileName) {
        return choices.carrier() != null
                ? carriers.named(choices.carrier())
                : carriers.forFile(Failures.lastName(fileName)).orElse(null);
    }

    public ReferenceData reference() {
        return reference;
    }

    @Override
    public Layout layout(Path file, String fileName, ManifestFormat format, long sliceBytes) throws IOException {
        return layout(file, fileName, format, sliceBytes, new LineFeeds());
    }

    @Override
    public Layout layout(Path file, String fileName, ManifestFormat format, long sliceBytes, LineFeeds counted)
            throws IOException {
        try {
            var profile = profile(fileName);
            var slices = new ArrayList<SliceInfo>();
            for (var slice : Slices.of(file, fileName, format, profile, sliceBytes, counted)) {
                slices.add(new SliceInfo(
                        file, fileName, format, slice.ordinal(), slice.start(), slice.end(), slice.firstLine()));
            }
            if (slices.isEmpty()) {
                throw new IOException(fileName + ": it holds no record; ask the carrier for it");
            }
            try (var reader = Manifests.open(file, fileName, format, profile, reference)) {
                return new Layout(Manifests.number(reader, fileName), slices);
            }
        } catch (ManifestException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public ManifestReader open(SliceInfo slice) throws IOException {
        try {
            return Manifests.open(
                    slice.file(),
                    slice.fileName(),
                    slice.format(),
                    profile(slice.fileName()),
                    reference,
                    new Slice(slice.ordinal(), slice.from(), slice.to(), slice.line()));
        } catch (ManifestException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void screen(SliceInfo slice, Keys keys) throws IOException {
        screen(slice, keys, member -> {});
    }

    @Override
    public void screen(SliceInfo slice, Keys keys, Members taker) throws IOException {
        members.screen(slice, profile(slice.fileName()), keys, taker);
    }

    @Override
    public void members(SliceInfo slice, Members taker) throws IOException {
        if (members.areAny()) {
            screen(slice, (houseWaybill, line) -> {}, taker);
        }
    }

    Limits limits() {
        return limits;
    }

    LawMembers members() {
        return members;
    }

    @Override
    public Outcome assess(ManifestRecord read) {
        return assess(read, false);
    }

    @Override
    public Outcome assess(ManifestRecord read, Together together) {
        return assess(read, false, together);
    }

    /**
     * What becomes of one record, a consignment that its declaration cannot hold included.
     *
     * @param explain is the working wanted?
     */
    public Outcome assess(ManifestRecord read, boolean explain) {
        return assess(read, explain, Together.NOT_LOOKED);
    }

    /** @param together what the law takes together with it */
    public Outcome assess(ManifestRecord read, boolean explain, Together together) {
        if (read instanceof ManifestRecord.Readable readable) {
            var outcome = assessor.assess(readable.consignment(), readable.findings(), accepted, explain, together);
            return outcome instanceof Outcome.Assessed assessed ? declarable(assessed) : outcome;
        }
        var unreadable = (ManifestRecord.Unreadable) read;
        return new Outcome.Rejected(unreadable.houseWaybill(), unreadable.findings());
    }

    private Outcome declarable(Outcome.Assessed assessed) {
        var obstacle = declarations.obstacle(assessed);
        return obstacle.isEmpty() ? assessed : assessed.referred(obstacle.get());
    }

    @Override
    public List<DeclarationPiece> pieces(Outcome.Assessed assessed) {
        return declarations.pieces(assessed);
    }

    @Override
    public List<DeclarationPiece> pieces(Outcome.Assessed assessed, Amendment amendment) {
        return declarations.pieces(assessed, amendment);
    }

    @Override
    public List<DeclarationPiece> cancellation(Declared declared, String houseWaybill, Amendment amendment) {
        return declarations.cancellation(
                accepted, declared.regime(), declared.state(), declared.dataset(), houseWaybill, amendment);
    }

    @Override
    public boolean isBulk(String regime, String dataset) {
        return declarations.isBulk(regime, dataset);
    }

    @Override
    public String lrn(LocalDate day, String regime, String manifest, String houseWaybill) {
        return declarations.lrn(day, regime, manifest, houseWaybill);
    }

    @Override
    public JoinedDeclarations joining(String file, String manifest, OutputStream out) throws IOException {
        return declarations.joining(file, manifest, out);
    }

    @Override
    public String office(String regime, String state) {
        return declarant.office(regime, state);
    }

    @Override
    public String lawDigest() {
        var known = lawDigest;
        if (known == null) {
            known = folder.digestWith(choices.words());
            lawDigest = known;
        }
        return known;
    }

    @Override
    public byte[] json(Outcome outcome) {
        return OutcomeJson.bytes(outcome);
    }
}
