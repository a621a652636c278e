package id.siks.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Requirement 18: every exported cell is inert in a spreadsheet program and survives re-import. */
class ExportedCellTests {

    /** What cells are put together from: signs of formulas, blanks, quotes, numbers of every kind, other scripts. */
    private static final List<String> PIECES = List.of(
            "=",
            "+",
            "-",
            "@",
            "\t",
            "\r",
            "\n",
            "\r\n",
            " ",
            "\u00A0",
            "\u200B",
            "'",
            "''",
            "\"",
            ",",
            ";",
            "0",
            "007",
            "3571012345670001",
            "12",
            "1e5",
            "1.5",
            "18,04",
            "1/2",
            "2026-11-30",
            "A1",
            "SUM(A1:A9)",
            "cmd|' /C calc'!A0",
            "=1+1",
            "+62812",
            "Siti",
            "na\u00EFf",
            "\u0623\u0628",
            "\uA98F\uA9B6",
            "\uD83D\uDE00",
            "\uFF1D",
            "\uFF0B",
            "\uFF0D",
            "\uFF20",
            "_x000D_",
            "_x0041_",
            "_",
            "x005F_",
            "<b>&amp;]]>",
            "\u0001",
            "\u000B",
            "\uFFFE",
            "\uFEFF");

    /** What a spreadsheet program starts to calculate with, wherever blanks stand before it. */
    private static final Pattern CALCULATES =
            Pattern.compile("[\\s\\p{Z}\\p{Cf}]*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20].*|[\\t\\r\\n].*", Pattern.DOTALL);

    /** What it would show otherwise than it stands there: with fewer zeros or digits, or as a time or a date. */
    private static final Pattern LOOKS_OTHERWISE =
            Pattern.compile("0[0-9]+|[0-9]{16,}|[0-9]+[eE][0-9]+|[0-9]+[.,][0-9]+|[0-9]+[/-][0-9]+");

    private static final long SEED = 18_04_2026;
    private static final int CELLS = 20_000;

    private final List<String> texts = texts();

    @Test
    void noCellOfAListIsCalculatedOrShownOtherwise() throws IOException {
        assertThat(cells()).noneMatch(cell -> CALCULATES.matcher(cell).matches());
        assertThat(cells()).noneMatch(cell -> LOOKS_OTHERWISE.matcher(cell).matches());
    }

    @Test
    void aListIsReadBackToTheSameTexts() throws IOException {
        assertThat(cells().stream().map(Reread::text)).containsExactlyElementsOf(texts);
    }

    @Test
    void twoTextsAreNeverWrittenAlike() throws IOException {
        assertThat(cells().stream().distinct())
                .hasSameSizeAs(texts.stream().distinct().toList());
    }

    @Test
    void aWorkbookHoldsTextsOnlyAndIsReadBackToTheSame() throws Exception {
        assertThat(Reread.column(table().workbook())).containsExactlyElementsOf(texts);
    }

    @Test
    void numbersStayNumbers() throws IOException {
        Table numbers = new Table("Uji", List.of("a", "b"), List.of(List.of(-3, 12.5)));
        assertThat(Reread.raw(numbers.csv()).get(1)).containsExactly("-3", "12.5");
    }

    @Test
    void ordinaryTextIsWrittenAsItIs() throws IOException {
        List<String> ordinary = List.of(
                "",
                "Siti",
                "Ma'ruf",
                "'Aisyah",
                "12",
                "1804012001",
                "18.04.01.2001",
                "2026-11-30",
                "RT 001/RW 002",
                "a-b",
                "3571********0001");
        assertThat(Reread.raw(new Csv().row(ordinary))).containsExactly(ordinary);
    }

    private List<String> cells() throws IOException {
        return Reread.raw(table().csv()).stream()
                .skip(1)
                .map(line -> line.get(0))
                .toList();
    }

    private Table table() {
        return new Table("Uji", List.of("=kepala"), texts.stream().map(List::of).toList());
    }

    private static List<String> texts() {
        Random dice = new Random(SEED);
        List<String> texts = new ArrayList<>(PIECES);
        while (texts.size() < CELLS) {
            StringBuilder text = new StringBuilder();
            for (int pieces = dice.nextInt(5); pieces >= 0; pieces--) {
                text.append(PIECES.get(dice.nextInt(PIECES.size())));
            }
            texts.add(text.toString());
        }
        return texts;
    }
}
