package id.siks.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.time.Duration;
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

    /** What some program changes when the file is opened with a double click, and what it may show then. */
    private static final List<String> CHANGED = List.of(
            "007", // 7
            "3571012345670001", // 3571012345670000
            "1e5", // 1,00E+05
            "1E+5",
            "1.5e3",
            "2E-3",
            "1.5", // 01.05.00
            "18,04",
            "1.000", // 1000
            "1.000.000,50",
            "18.04.01.2001", // 18040120001
            "192.168.1.100",
            "1/2", // 01 Feb
            "12 1/2", // 12,5
            "11-30", // 30 Nov
            "001/002",
            "12/05/2026", // 12 May or 5 December
            "1/2/26",
            "30-11-2026",
            "30.11.2026",
            "2026-11-30", // 30/11/2026
            "2026/11/30",
            "2026-11-30 08:05",
            "2026-11-30T08:05:00",
            "2026-11-30T08:05:00Z",
            "2026-11-30T08:05:00+07:00",
            "5 Mei", // 05-Mei
            "3-Mei",
            "17 Agustus 1945",
            "5 Agt 26",
            "1-Des-2026",
            "Mei 2026",
            "Mei-26",
            "MARCH1", // 01-Mar
            "SEPT2",
            "Dec 1",
            "May 5, 2026",
            "Senin, 30 November 2026",
            "Jum'at, 1 Mei 2026",
            "Monday, November 30, 2026",
            "08:05", // 8:05
            "8:5",
            "08.05",
            "8:05:30",
            "8:05 PM",
            "8 AM",
            "8pm",
            "12 A", // 12:00 AM
            "5%", // 0,05
            "5 %",
            "12,5%",
            "%5",
            "(5)", // -5
            "5-",
            "\u22125",
            "Rp5.000",
            "Rp 5000",
            "$5",
            "5 \u20AC",
            " 12", // 12
            "12 ",
            "12\u00A0000",
            "1'000",
            "\uFF11\uFF12", // 12
            "TRUE",
            "false",
            "Benar",
            "SALAH");

    /** What every program leaves as it is, and what people have to read. */
    private static final List<String> UNCHANGED = List.of(
            "",
            " ",
            ".",
            "/",
            "Siti",
            "Ma'ruf",
            "0",
            "5",
            "12",
            "2026",
            "1804012001",
            "180401200112345",
            "RT 001/RW 002",
            "Jalan 3 Mei",
            "Jl. Melati 5",
            "Gang 5-6",
            "12A",
            "5A",
            "5P",
            "Blok C5",
            "E5",
            "A1",
            "#5",
            "5 juta",
            "3 kali",
            "Minggu 5",
            "Mei",
            "Mei Lestari",
            "Agustina 2",
            "Maya 5",
            "Dessy 1",
            "Benar sekali",
            "Tidak benar",
            "True North",
            "a-b",
            "Dusun III",
            "USL-1804-26-000123",
            "30 November 2026 16.00 WIB",
            "3571********0001");

    private static final long SEED = 18_04_2026;
    private static final int CELLS = 20_000;

    private final List<String> texts = texts();

    @Test
    void noCellOfAListIsCalculatedOrShownOtherwise() throws IOException {
        assertThat(cells()).noneMatch(cell -> CALCULATES.matcher(cell).matches());
        assertThat(cells()).doesNotContainAnyElementsOf(CHANGED);
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
    void whatAProgramWouldChangeWearsAnApostrophe() throws IOException {
        assertThat(Reread.raw(new Csv().row(CHANGED)).get(0))
                .containsExactlyElementsOf(CHANGED.stream().map("'"::concat).toList());
    }

    @Test
    void ordinaryTextIsWrittenAsItIs() throws IOException {
        assertThat(Reread.raw(new Csv().row(UNCHANGED))).containsExactly(UNCHANGED);
    }

    @Test
    void aTextThatBeginsWithAnApostropheKeepsIt() throws IOException {
        assertThat(Reread.raw(new Csv().row(List.of("'Aisyah", "'12", "''"))).get(0))
                .containsExactly("''Aisyah", "''12", "'''");
    }

    /** However long a cell is, looking at it takes neither time nor depth. */
    @Test
    void aVeryLongCellIsLookedAtQuickly() {
        for (String piece : List.of("1", " ", "1 e", "1e5", "mei", "mei1", "'", "senin, 1 ")) {
            String text = piece.repeat(20_000) + "x";
            assertThat(assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Csv.cell(text)))
                    .endsWith("x\"");
        }
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
        texts.addAll(CHANGED);
        texts.addAll(UNCHANGED);
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
