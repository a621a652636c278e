package id.siks.sample;

import id.siks.register.HousingSurvey;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Dwellings of poor families, with the skip rules of the household form kept (glossary 8.4). */
class SyntheticHousing {

    private static final List<Integer> POOR_FLOORS = List.of(6, 7, 8, 9, 9);
    private static final List<Integer> BETTER_FLOORS = List.of(2, 4, 5, 6);
    private static final List<Integer> POOR_WALLS = List.of(3, 4, 6, 4);

    private final Random random;

    SyntheticHousing(Random random) {
        this.random = random;
    }

    HousingSurvey survey() {
        boolean poor = random.nextInt(5) > 0;
        int wall = poor ? pick(POOR_WALLS) : 1;
        int roof = poor ? 6 : 4;
        int lighting = poor && random.nextInt(5) == 0 ? 3 : 1;
        int toilet = poor ? 1 + random.nextInt(4) : 1;
        boolean land = random.nextInt(5) == 0;
        return new HousingSurvey(
                1,
                1,
                BigDecimal.valueOf(18L + random.nextInt(50)),
                pick(poor ? POOR_FLOORS : BETTER_FLOORS),
                wall,
                wall <= 3 ? 1 + random.nextInt(2) : null,
                wall == 1 ? !poor : null,
                roof,
                1 + random.nextInt(2),
                1 + random.nextInt(3),
                pick(List.of(5, 6, 7, 9)),
                3,
                lighting,
                null,
                lighting == 1 ? (poor ? 1 : 2) : null,
                poor ? 8 : 3,
                toilet,
                toilet == 4 ? null : poor ? 3 : 1,
                toilet == 4 ? 5 : poor ? 3 : 1,
                random.nextInt(3) == 0 ? Set.of("MOTORCYCLE") : Set.of(),
                land,
                land ? BigDecimal.valueOf(100L * (1 + random.nextInt(20))) : null,
                false,
                Map.of(),
                Set.of(),
                true,
                !poor || random.nextInt(3) > 0,
                poor && random.nextInt(3) > 0,
                poor && random.nextInt(2) == 0,
                !poor || random.nextInt(2) == 0,
                null);
    }

    private int pick(List<Integer> codes) {
        return codes.get(random.nextInt(codes.size()));
    }
}
