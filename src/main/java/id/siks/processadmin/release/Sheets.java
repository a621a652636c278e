package id.siks.processadmin.release;

import id.siks.processadmin.check.ModelKind;
import id.siks.processadmin.release.Difference.Kind;
import id.siks.processadmin.release.Grid.Line;
import id.siks.processadmin.release.Sheet.Cell;
import id.siks.processadmin.release.Sheet.Row;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Lays two versions of a table or a form on each other, row by row and cell by cell. */
@Component
class Sheets {

    private final FormGrids forms;

    Sheets(FormWords words) {
        this.forms = new FormGrids(words);
    }

    /** One sheet for each table; none for a diagram, which is compared as a picture. Of something new every row was added. */
    List<Sheet> between(ModelKind kind, Reading before, Reading after) {
        if (kind == ModelKind.BPMN) {
            return List.of();
        }
        Map<String, Grid> was = grids(kind, before);
        Map<String, Grid> is = grids(kind, after);
        Set<String> all = new LinkedHashSet<>(is.keySet());
        all.addAll(was.keySet());
        return all.stream()
                .map(id -> sheet(id, was.getOrDefault(id, Grid.NONE), is.getOrDefault(id, Grid.NONE)))
                .toList();
    }

    private Map<String, Grid> grids(ModelKind kind, Reading model) {
        if (model == Reading.NONE) {
            return Map.of();
        }
        return kind == ModelKind.FORM ? forms.of(model.pieces()) : DmnGrids.of(model.drawn());
    }

    private static Sheet sheet(String id, Grid was, Grid is) {
        List<String> columns = merged(was.columns().keySet(), is.columns().keySet());
        List<Cell> titles = columns.stream()
                .map(column -> new Cell(was.columns().get(column), is.columns().get(column)))
                .toList();
        Set<String> moved = Turns.changed(
                List.copyOf(was.lines().keySet()), List.copyOf(is.lines().keySet()));
        List<Row> rows = merged(was.lines().keySet(), is.lines().keySet()).stream()
                .map(row -> row(row, was.lines().get(row), is.lines().get(row), columns, moved.contains(row)))
                .toList();
        return new Sheet(id, titles, rows);
    }

    private static Row row(String id, Line was, Line is, List<String> columns, boolean moved) {
        List<Cell> cells = columns.stream()
                .map(column -> new Cell(
                        was == null ? null : was.cells().get(column),
                        is == null ? null : is.cells().get(column)))
                .toList();
        return new Row(kind(was, is, cells, moved), moved, (is == null ? was : is).name(), id, cells);
    }

    private static Kind kind(Line was, Line is, List<Cell> cells, boolean moved) {
        if (was == null || is == null) {
            return was == null ? Kind.ADDED : Kind.REMOVED;
        }
        boolean changed = !was.name().equals(is.name()) || cells.stream().anyMatch(Cell::isChanged);
        return changed ? Kind.CHANGED : moved ? Kind.MOVED : null;
    }

    /** The new order; what is gone stands behind what it stood behind. */
    private static List<String> merged(Set<String> was, Set<String> is) {
        List<String> all = new ArrayList<>(is);
        String previous = null;
        for (String id : was) {
            if (!is.contains(id)) {
                all.add(previous == null ? 0 : all.indexOf(previous) + 1, id);
            }
            previous = id;
        }
        return all;
    }
}
