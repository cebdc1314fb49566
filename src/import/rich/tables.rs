//! Tables: rows of figures become a line each; those that only lay out the page keep their blocks.

use super::line::Line;
use crate::document::hints::{HintKind, Signs};

/// A table that is being read.
pub(super) struct Table {
    /// Its first line.
    first: usize,
    cells: Vec<Cell>,
    rows: usize,
    is_layout: bool,
}

/// A cell of a table.
#[derive(Clone, Copy)]
struct Cell {
    row: usize,
    /// Its first line.
    first: usize,
}

/// A cell of so many lines holds a part of the page, not a fact.
const MOST_LINES: usize = 8;
/// A line so long is a paragraph, in bytes; a cell with three of them holds a part of the page.
const PARAGRAPH: usize = 80;

impl Table {
    /// A table whose lines are still to come.
    pub fn new(first: usize, is_layout: bool) -> Self {
        Table { first, cells: Vec::new(), rows: 0, is_layout }
    }

    pub fn open_row(&mut self) {
        self.rows += 1;
    }

    /// A cell whose first line is the next one.
    pub fn open_cell(&mut self, first: usize) {
        self.cells.push(Cell { row: self.rows, first });
    }

    /// Another table stands in one of its cells, so it lays out the page.
    pub fn is_laid_out(&mut self, lines: &mut [Line]) {
        if !std::mem::replace(&mut self.is_layout, true) {
            mark(&mut lines[self.first..]);
        }
    }

    /// Sets its lines as what they are.
    ///
    /// ```text
    /// Oakham │ 4,210      →  Oakham⇥4,210
    /// ───────┼───────        Stow⇥1,300
    /// Stow   │ 1,300
    /// ```
    pub fn close(self, lines: &mut Vec<Line>) {
        if self.is_layout || self.lays_out(lines) {
            mark(&mut lines[self.first..]);
            return;
        }
        let Some(from) = self.cells.first().map(|cell| cell.first) else { return };
        let ends = self.ends(lines.len());
        let mut words = lines.split_off(from).into_iter();
        for row in ends.chunk_by(|(cell, _), (next, _)| cell.row == next.row) {
            let cells = row.iter().map(|&(cell, end)| joined(words.by_ref().take(end - cell.first)));
            lines.extend(row_of(cells));
        }
    }

    /// Each cell and the line after its last.
    fn ends(&self, all: usize) -> Vec<(Cell, usize)> {
        let ends = self.cells.iter().skip(1).map(|next| next.first).chain([all]);
        self.cells.iter().copied().zip(ends).collect()
    }

    /// Whether no row has two cells with words, or a cell holds as much as a part of the page does.
    fn lays_out(&self, lines: &[Line]) -> bool {
        let ends = self.ends(lines.len());
        let one_column = ends
            .chunk_by(|(cell, _), (next, _)| cell.row == next.row)
            .all(|row| row.iter().filter(|(cell, end)| cell.first < *end).count() < 2);
        one_column || ends.iter().any(|&(cell, end)| is_part_of_page(&lines[cell.first..end]))
    }
}

fn is_part_of_page(cell: &[Line]) -> bool {
    let headed = cell.len() > 1 && cell.iter().any(|line| matches!(line.kind, Some(HintKind::Heading(_))));
    let paragraphs = cell.iter().filter(|line| line.text.len() >= PARAGRAPH).count();
    headed || cell.len() > MOST_LINES || paragraphs >= 3
}

/// The lines of a cell as one; none where the cell is empty.
fn joined(mut lines: impl Iterator<Item = Line>) -> Option<Line> {
    let first = lines.next()?;
    Some(lines.fold(first, |mut cell, line| {
        cell.append(' ', line);
        cell
    }))
}

/// The cells of a row as one line: an empty cell between two keeps its tab.
fn row_of(cells: impl Iterator<Item = Option<Line>>) -> Option<Line> {
    let mut row: Option<Line> = None;
    let mut empty = 0;
    for cell in cells {
        match (&mut row, cell) {
            (None, Some(cell)) => row = Some(Line { kind: Some(HintKind::Row), ..cell }),
            (Some(row), Some(cell)) => {
                row.text.extend(std::iter::repeat_n('\t', std::mem::take(&mut empty)));
                row.append('\t', cell);
            }
            (Some(_), None) => empty += 1,
            (None, None) => {}
        }
    }
    row
}

fn mark(lines: &mut [Line]) {
    lines.iter_mut().for_each(|line| line.signs = line.signs.with(Signs::LAYOUT));
}
