package org.minimis.manifest;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.minimis.consignment.Country;
import org.minimis.settings.ConfigFolder;
import org.minimis.settings.ConfigNode;

/** Words that say nothing about the goods, as customs administrations list them: {@code GIFT}, {@code PARTS}. */
final class VagueDescriptions {

    /** How a description stands to the list. */
    enum Verdict {
        CLEAR,
        /** It says a vague word and hardly more. */
        HOLDS_TERM,
        /** It is a vague word. */
        IS_TERM
    }

    /** With three words or more beside it, a vague word does no harm: a silicone CASE for a mobile telephone. */
    private static final int FURTHER_WORDS_MAX = 2;

    private static final int REMEMBERED_MAX = 1 << 14;

    private static final int FIRST_WORDS = 1 << 14;

    private final Set<String> terms = new HashSet<>();
    private final Set<Country> rejectedFor = new HashSet<>();

    // Descriptions repeat all night; the verdict on each is the same whoever asks first.
    private final Map<String, Verdict> remembered = new ConcurrentHashMap<>();

    /** A bit for each word with which a term begins, and by chance for a few others. */
    private final BitSet firstWords = new BitSet(FIRST_WORDS);

    private VagueDescriptions() {}

    static VagueDescriptions load(ConfigFolder folder) {
        var descriptions = new VagueDescriptions();
        for (var row : ReferenceCsv.rows(folder, "reference/vague-descriptions.csv", "term")) {
            var term = Texts.words(row.text("term"));
            if (!term.isEmpty()) {
                descriptions.terms.add(term);
                descriptions.noteFirstWord(term);
            }
        }
        var settings = ConfigNode.read(folder, "reference/vague-descriptions.yaml");
        for (var code : settings.required("rejected_for").elements()) {
            descriptions.rejectedFor.add(code.value(Country::of));
        }
        return descriptions;
    }

    /** Does that country refuse a declaration whose description is on the list? */
    boolean areRejectedFor(@Nullable Country destination) {
        return rejectedFor.contains(destination);
    }

    private void noteFirstWord(String term) {
        var number = 0;
        for (var i = 0; i < term.length() && term.charAt(i) != ' '; i++) {
            number = next(number, term.charAt(i));
        }
        firstWords.set(number);
    }

    private static int next(int number, int letter) {
        return number * 31 + letter & FIRST_WORDS - 1;
    }

    /** Is a description in printable ASCII certainly clear? A term would begin with one of its first three words. */
    boolean isClear(byte[] bytes, int from, int to) {
        var words = 0;
        var number = 0;
        var inWord = false;
        for (var at = from; at < to && words <= FURTHER_WORDS_MAX; at++) {
            var letter = bytes[at] >= 'a' && bytes[at] <= 'z' ? bytes[at] - ' ' : bytes[at];
            if (letter >= 'A' && letter <= 'Z' || letter >= '0' && letter <= '9' || letter == '&' || letter == '\'') {
                number = next(number, letter);
                inWord = true;
            } else if (inWord) {
                if (firstWords.get(number)) {
                    return false;
                }
                words++;
                number = 0;
                inWord = false;
            }
        }
        return !inWord || !firstWords.get(number);
    }

    Verdict verdict(String description) {
        var known = remembered.get(description);
        if (known != null) {
            return known;
        }
        if (remembered.size() >= REMEMBERED_MAX) {
            remembered.clear();
        }
        var verdict = judge(Texts.words(description));
        remembered.put(description, verdict);
        return verdict;
    }

    private Verdict judge(String words) {
        if (terms.contains(words)) {
            return Verdict.IS_TERM;
        }
        var single = words.split(" ");
        for (var from = 0; from < single.length; from++) {
            var stretch = new StringBuilder();
            for (var to = from; to < single.length; to++) {
                stretch.append(to == from ? "" : " ").append(single[to]);
                var further = single.length - (to - from + 1);
                if (further <= FURTHER_WORDS_MAX && terms.contains(stretch.toString())) {
                    return Verdict.HOLDS_TERM;
                }
            }
            if (from >= FURTHER_WORDS_MAX) {
                break;
            }
        }
        return Verdict.CLEAR;
    }
}
