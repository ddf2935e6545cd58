package dev.runner.tracks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two programs of track 44 against what they rebuild: the queue in guest memory is walked by the virtio specification's
 * own formulas, the disk is compared with the image's bytes, and machines are accepted as Firecracker's API documents it.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FirecrackerTrackIT {
    private static final int SECTOR = 512;
    private static final int SECTORS = 200;

    /** The size of the capstone's queue; its parts lie from address 0 on. */
    private static final int QUEUE = 8;

    /** The most of a piece of data that the capstone's driver puts into one descriptor. */
    private static final int PIECE = 32 * SECTOR;

    private static final int NEXT = 1;
    private static final int WRITE = 2;

    private record Descriptor(long address, int length, boolean writable) {}

    @TempDir
    private static Path build;

    private static Path machine = Path.of("firecracker1");
    private static Path disk = Path.of("firecracker10");

    @TempDir
    private Path directory;

    private Path image = Path.of("image");
    private byte[] bytes = {};

    @BeforeAll
    static void compile() throws Exception {
        machine = FirecrackerPrograms.compiled("firecracker1", build);
        disk = FirecrackerPrograms.compiled("firecracker10", build);
    }

    @BeforeEach
    void makeImage() throws IOException {
        // Each place has its own byte, as far as bytes go; the rest of a sector at the end is no sector.
        bytes = new byte[SECTORS * SECTOR + 100];
        for (int place = 0; place < bytes.length; place++) {
            bytes[place] = (byte) (place * 31 + place / SECTOR);
        }
        image = Files.write(directory.resolve("image"), bytes);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8, 16, 64, 256, 1024, 32768})
    void thePartsOfAQueueLieAsTheSpecificationComputesThem(int size) throws Exception {
        assertThat(commands("layout " + size))
                .containsExactly("desc 0 %d avail %d %d used %d %d"
                        .formatted(16 * size, avail(size), 6 + 2 * size, used(size), 6 + 8 * size));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "3", "12", "255", "65536", "-8", "many"})
    void aQueueIsAPowerOfTwo(String size) throws Exception {
        assertThat(commands("layout " + size)).singleElement().asString().startsWith("error: ");
    }

    @Test
    void sectorsAreTheBytesOfTheImage() throws Exception {
        List<String> lines = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int[] range : new int[][] {{0, 1}, {7, 3}, {199, 1}, {72, 128}, {0, 128}, {31, 33}, {198, 2}}) {
            lines.add("read " + range[0] + " " + range[1]);
            expected.add("00 " + hex(bytes, range[0] * SECTOR, range[1] * SECTOR));
        }
        assertThat(commands(lines)).isEqualTo(expected);
        assertThat(Files.readAllBytes(image)).isEqualTo(bytes);
    }

    @Test
    void whatIsWrittenIsInTheImageAndNothingElse() throws Exception {
        List<String> lines = new ArrayList<>();
        for (int[] range : new int[][] {{0, 1}, {5, 2}, {199, 1}, {60, 128}, {100, 1}}) {
            byte[] data = new byte[range[1] * SECTOR];
            for (int place = 0; place < data.length; place++) {
                data[place] = (byte) (place * 7 + range[0]);
            }
            System.arraycopy(data, 0, bytes, range[0] * SECTOR, data.length);
            lines.add("write " + range[0] + " " + hex(data, 0, data.length));
        }
        lines.add("flush");
        assertThat(commands(lines)).hasSize(6).containsOnly("00");
        assertThat(Files.readAllBytes(image)).isEqualTo(bytes);
    }

    @Test
    void whatIsNoReadOrWriteChangesNothing() throws Exception {
        String two = "ab".repeat(2 * SECTOR);
        assertThat(commands(
                        "write 199 " + two,
                        "write 200 " + two,
                        "write 36028797018963968 " + two,
                        "write 18446744073709551615 " + two,
                        "write 0 abcd",
                        "read 199 2",
                        "read 200 1"))
                .hasSize(7)
                .containsOnly("01");
        assertThat(commands("discard")).containsExactly("02");
        assertThat(commands("id")).singleElement().asString().matches("00 [0-9a-f]{40}");
        assertThat(commands("read 0 0", "read 0 129", "write 0 abc", "write 0 xy", "write 0", "", "format"))
                .hasSize(7)
                .allMatch(line -> line.startsWith("error: "));
        assertThat(Files.readAllBytes(image)).isEqualTo(bytes);
    }

    /** After each number of reads, so that chains lie across the table's end and both rings have gone round. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 9, 21, 40})
    void aReadIsFoundInTheRings(int count) throws Exception {
        int sectors = 70;
        List<String> lines = new ArrayList<>();
        for (int sector = 0; sector < count - 1; sector++) {
            lines.add("read " + sector + " 1");
        }
        lines.add("read " + (count - 1) + " " + sectors);
        ByteBuffer memory = memoryAfter(lines);
        List<Descriptor> chain = walk(memory, count, sectors * SECTOR + 1);
        assertThat(chain).hasSize(2 + 3).first().matches(head -> !head.writable() && head.length() == 16);
        assertThat(chain.subList(1, chain.size())).allMatch(Descriptor::writable);
        assertThat(chain.subList(1, 4))
                .extracting(Descriptor::length)
                .containsExactly(PIECE, PIECE, sectors * SECTOR - 2 * PIECE);

        int header = Math.toIntExact(chain.get(0).address());
        assertThat(memory.getInt(header)).isZero();
        assertThat(memory.getLong(header + 8)).isEqualTo(count - 1);
        int from = (count - 1) * SECTOR;
        assertThat(data(memory, chain)).isEqualTo(Arrays.copyOfRange(bytes, from, from + sectors * SECTOR));
        assertThat(memory.get(Math.toIntExact(chain.get(4).address()))).isZero();
    }

    @Test
    void aWriteIsFoundInTheRings() throws Exception {
        List<String> lines = List.of("read 0 1", "write 9 " + "5a".repeat(SECTOR));
        ByteBuffer memory = memoryAfter(lines);
        List<Descriptor> chain = walk(memory, 2, 1);
        assertThat(chain).extracting(Descriptor::writable).containsExactly(false, false, true);
        assertThat(chain).extracting(Descriptor::length).containsExactly(16, SECTOR, 1);
        int header = Math.toIntExact(chain.get(0).address());
        assertThat(memory.getInt(header)).isEqualTo(1);
        assertThat(memory.getLong(header + 8)).isEqualTo(9);
        assertThat(data(memory, chain)).containsOnly(0x5a);
    }

    @Test
    void aFailureIsCountedAsOneByte() throws Exception {
        ByteBuffer memory = memoryAfter(List.of("read 200 1"));
        List<Descriptor> chain = walk(memory, 1, 1);
        assertThat(memory.get(Math.toIntExact(chain.get(2).address()))).isEqualTo((byte) 1);
    }

    /** The rules of /machine-config in Firecracker's API; {@code ;} parts the requests, the status is the last one's. */
    @ParameterizedTest
    @CsvSource({
        "put vcpu_count=1 mem_size_mib=128, 204",
        "put vcpu_count=0 mem_size_mib=128, 400",
        "put vcpu_count=32 mem_size_mib=128, 204",
        "put vcpu_count=33 mem_size_mib=128, 400",
        "put vcpu_count=-1 mem_size_mib=128, 400",
        "put vcpu_count=256 mem_size_mib=128, 400",
        "put vcpu_count=3 mem_size_mib=128, 204",
        "put vcpu_count=1 mem_size_mib=128 smt=true, 204",
        "put vcpu_count=2 mem_size_mib=128 smt=true, 204",
        "put vcpu_count=3 mem_size_mib=128 smt=true, 400",
        "put vcpu_count=6 mem_size_mib=128 smt=true, 204",
        "put vcpu_count=31 mem_size_mib=128 smt=true, 400",
        "put vcpu_count=32 mem_size_mib=128 smt=true, 204",
        "put vcpu_count=2 mem_size_mib=0, 400",
        "put vcpu_count=2 mem_size_mib=1, 204",
        "put vcpu_count=2 mem_size_mib=-128, 400",
        "put vcpu_count=2 mem_size_mib=129 huge_pages=2M, 400",
        "put vcpu_count=2 mem_size_mib=128 huge_pages=2M, 204",
        "put vcpu_count=2 mem_size_mib=129 huge_pages=None, 204",
        "put vcpu_count=2 mem_size_mib=128 huge_pages=7M, 400",
        "put vcpu_count=2, 400",
        "put mem_size_mib=128, 400",
        "put vcpu_count=2 mem_size_mib=128 sockets=2, 400",
        "put vcpu_count=2 mem_size_mib=128 smt=yes, 400",
        "patch vcpu_count=4, 204",
        "patch mem_size_mib=256, 204",
        "patch smt=true, 204",
        "patch, 400",
        "put vcpu_count=3 mem_size_mib=128; patch smt=true, 400",
        "put vcpu_count=4 mem_size_mib=128 smt=true; patch vcpu_count=5, 400",
        "put vcpu_count=4 mem_size_mib=128 smt=true; patch vcpu_count=5 smt=false, 204",
        "put vcpu_count=4 mem_size_mib=128 smt=true; put vcpu_count=5 mem_size_mib=128, 204",
        "put vcpu_count=4 mem_size_mib=129; patch huge_pages=2M, 400",
        "put vcpu_count=4 mem_size_mib=0; patch smt=true, 204",
        "patch smt=true mem_size_mib=0; patch vcpu_count=3, 204",
    })
    void aMachineIsAcceptedOrRefusedAsTheApiDocuments(String requests, int status) throws Exception {
        List<String> command = new ArrayList<>(List.of(machine.toString()));
        command.addAll(List.of(requests.split("; ")));
        String last = FirecrackerPrograms.run(List.of(), command, build).lines().reduce("", (before, line) -> line);
        assertThat(last).startsWith(status + " ");
    }

    @Test
    void bothProgramsShowThemselves() throws Exception {
        assertThat(FirecrackerPrograms.run(List.of(), List.of(machine.toString()), build)
                        .lines())
                .hasSize(3);
        assertThat(FirecrackerPrograms.run(List.of(), List.of(disk.toString()), build)
                        .lines())
                .hasSize(7);
    }

    /** The chain that came back last, by the rings; the device says that it has written so many bytes. */
    private static List<Descriptor> walk(ByteBuffer memory, int count, int written) {
        int last = (count - 1) % QUEUE;
        assertThat(memory.getShort(avail(QUEUE) + 2)).isEqualTo((short) count);
        assertThat(memory.getShort(used(QUEUE) + 2)).isEqualTo((short) count);
        int head = memory.getShort(avail(QUEUE) + 4 + 2 * last);
        int entry = used(QUEUE) + 4 + 8 * last;
        assertThat(memory.getInt(entry)).isEqualTo(head);
        assertThat(memory.getInt(entry + 4)).isEqualTo(written);
        List<Descriptor> chain = new ArrayList<>();
        for (int index = head; ; index = memory.getShort(16 * index + 14)) {
            assertThat(index).isBetween(0, QUEUE - 1);
            assertThat(chain).hasSizeLessThan(QUEUE);
            int flags = memory.getShort(16 * index + 12);
            boolean writable = (flags & WRITE) != 0;
            chain.add(new Descriptor(memory.getLong(16 * index), memory.getInt(16 * index + 8), writable));
            if ((flags & NEXT) == 0) {
                return chain;
            }
        }
    }

    /** What lies behind the descriptors between the first and the last. */
    private static byte[] data(ByteBuffer memory, List<Descriptor> chain) {
        List<Descriptor> pieces = chain.subList(1, chain.size() - 1);
        byte[] data = new byte[pieces.stream().mapToInt(Descriptor::length).sum()];
        int place = 0;
        for (Descriptor piece : pieces) {
            memory.get(Math.toIntExact(piece.address()), data, place, piece.length());
            place += piece.length();
        }
        return data;
    }

    /** The available ring is aligned to 2, and the table before it always ends at such an address. */
    private static int avail(int size) {
        return 16 * size;
    }

    /** The used ring is aligned to 4. */
    private static int used(int size) {
        return (avail(size) + 6 + 2 * size + 3) / 4 * 4;
    }

    private ByteBuffer memoryAfter(List<String> lines) throws Exception {
        List<String> all =
                Stream.concat(lines.stream(), Stream.of("memory 0 86016")).toList();
        String memory = commands(all).get(lines.size());
        return ByteBuffer.wrap(HexFormat.of().parseHex(memory)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private List<String> commands(String... lines) throws Exception {
        return commands(List.of(lines));
    }

    private List<String> commands(List<String> lines) throws Exception {
        List<String> command = List.of(disk.toString(), image.toString());
        return FirecrackerPrograms.run(lines, command, build).lines().toList();
    }

    private static String hex(byte[] bytes, int from, int length) {
        return HexFormat.of().formatHex(bytes, from, from + length);
    }
}
