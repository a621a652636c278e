package id.siks.worklist.forecast;

import id.siks.finalization.PeriodView;
import java.util.List;

/**
 * What forecasts of one place rest on.
 *
 * @param history how long work took there lately
 * @param ahead its periods that are not over, the earliest first; none above a regency
 */
record Known(History history, List<PeriodView> ahead) {}
