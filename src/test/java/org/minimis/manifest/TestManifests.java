package org.minimis.manifest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.minimis.settings.ConfigFolder;

/** Manifests for tests, and what readers make of them. */
final class TestManifests {

    static final ConfigFolder CONFIG = ConfigFolder.of(Path.of("config"));
    static final ReferenceData REFERENCE = ReferenceData.load(CONFIG);

    /** A line with every mandatory value, which tests spoil. */
    static final String LINE =
            "{'manifest':'M1','masterWaybill':'020-12345675','channel':'EXPRESS','houseWaybill':'XP1',"
                    + "'type':'B2C','dispatchCountry':'CN','destinationCountry':'DE',"
                    + "'consignor':{'name':'SAMPLE CO','city':'SHENZHEN','country':'CN'},"
                    + "'consignee':{'name':'JANE SAMPLE','city':'LEIPZIG','country':'DE'},"
                    + "'pieces':1,'grossKg':'0.85','goods':[{'description':'COTTON T-SHIRT, KNITTED, MENS',"
                    + "'commodityCode':'610910','quantity':'2','value':{'amount':'12.00','currency':'EUR'}}]}";

    static final String HEADER = "manifest,channel,houseWaybill,type,destinationCountry,consignorName,consignorCity,"
            + "consignorCountry,consigneeName,consigneeCity,consigneeCountry,pieces,grossKg,description,commodityCode,"
            + "quantity,value,currency\n";

    private TestManifests() {}

    static String line(String houseWaybill) {
        return json(LINE).replace("XP1", houseWaybill);
    }

    static String row(String houseWaybill, String description) {
        return "M1,EXPRESS," + houseWaybill + ",B2C,DE,SAMPLE CO,SHENZHEN,CN,JANE SAMPLE,LEIPZIG,DE,1,0.85,"
                + description + ",610910,2,12.00,EUR\n";
    }

    static String json(String withApostrophes) {
        return withApostrophes.replace('\'', '"');
    }

    static List<ManifestRecord> readJson(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8), ManifestFormat.NDJSON, null);
    }

    static List<ManifestRecord> readCsv(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8), ManifestFormat.CSV, null);
    }

    static List<ManifestRecord> read(byte[] bytes, ManifestFormat format, @Nullable CarrierProfile carrier) {
        try (var reader = Manifests.open(new ByteArrayInputStream(bytes), "m", format, carrier, REFERENCE)) {
            return all(reader);
        } catch (IOException | ManifestException e) {
            throw new AssertionError(e);
        }
    }

    static List<ManifestRecord> all(ManifestReader reader) throws IOException {
        var records = new ArrayList<ManifestRecord>();
        for (var record = reader.next(); record != null; record = reader.next()) {
            records.add(record);
        }
        return records;
    }

    /** The findings of a record, one a line, as {@code severity reason field: message}. */
    static String findings(ManifestRecord record) {
        return record.findings().stream()
                .map(f -> f.severity().word() + " " + f.reason() + " " + f.field() + ": " + f.message())
                .collect(Collectors.joining("\n"));
    }

    static ManifestRecord only(List<ManifestRecord> records) {
        if (records.size() != 1) {
            throw new AssertionError("expected one record, found " + records.size());
        }
        return records.get(0);
    }
}
