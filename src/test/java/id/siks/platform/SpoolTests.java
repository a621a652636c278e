package id.siks.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTests {

    @TempDir
    Path here;

    @Test
    void a_few_bytes_lie_in_memory() throws IOException {
        Spool spool = new Spool();
        spool.write('a');
        spool.write(new byte[] {'x', 'b', 'c', 'x'}, 1, 2);

        assertThat(spool.isInMemory()).isTrue();
        assertThat(spool.length()).isEqualTo(3);
        assertThat(spool.read()).hasContent("abc");
    }

    @Test
    void many_lie_in_a_file_without_a_name_and_come_back_as_they_were() throws IOException {
        byte[] piece = new byte[100_000];
        Spool spool = new Spool(here);
        for (int i = 0; i < 30; i++) {
            piece[i] = 1;
            spool.write(piece);
        }

        assertThat(spool.isInMemory()).isFalse();
        assertThat(spool.length()).isEqualTo(3_000_000);
        assertThat(here).isEmptyDirectory();
        byte[] back = spool.read().readAllBytes();
        assertThat(back).hasSize(3_000_000);
        assertThat(back[2_900_000 + 29]).isEqualTo((byte) 1);
        assertThat(back[29]).isZero();
    }

    @Test
    void a_list_of_any_length_takes_little_memory() throws IOException {
        Csv file = new Csv();
        IntStream.range(0, 20_000).forEach(i -> file.row(List.of("USL-1804-26-%06d".formatted(i), "tetap")));

        Spool whole = file.whole();

        assertThat(whole.isInMemory()).isFalse();
        try (InputStream back = whole.read()) {
            assertThat(new String(back.readAllBytes()).lines()).hasSize(20_000);
        }
    }
}
