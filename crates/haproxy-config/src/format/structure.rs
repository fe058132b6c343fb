use crate::document::{Directive, Document, Line, LineKind, Tail};

/// A line that is not blank, and where it goes.
#[derive(Debug)]
pub(super) struct Placed<'a> {
    pub(super) line: Line<'a>,
    /// How many levels it is indented.
    pub(super) level: usize,
    pub(super) blank_before: bool,
    /// Whether it leads over to the start of a section right below it.
    leads: bool,
    role: Role,
}

/// What a line is to the layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    /// Starts a section, or is a scope.
    Header,
    /// Opens or divides a conditional block that holds the start of a section.
    OuterEdge,
    /// Closes such a block.
    OuterEnd,
    Comment,
    Other,
}

/// Where each line of the document goes.
pub(super) fn place(document: &Document) -> Vec<Placed<'_>> {
    let mut placed = Vec::with_capacity(document.line_count());
    let mut blank_before = false;
    for line in document.lines() {
        let is_ignored = matches!(line.tail(), Some((Tail::Ignored, _)));
        if line.kind() == LineKind::Blank && !is_ignored {
            blank_before = true;
            continue;
        }
        let role = match line.kind() {
            LineKind::Comment => Role::Comment,
            LineKind::Section(_) | LineKind::Scope => Role::Header,
            _ => Role::Other,
        };
        placed.push(Placed {
            line,
            level: 0,
            blank_before: blank_before && !placed.is_empty(),
            leads: false,
            role,
        });
        blank_before = false;
    }
    set_levels(&mut placed);
    set_comment_levels(&mut placed);
    separate_sections(&mut placed);
    placed
}

/// A conditional block.
struct Block {
    holds_section: bool,
    level: usize,
}

fn set_levels(placed: &mut [Placed<'_>]) {
    let (mut blocks, block_of) = blocks(placed);
    let mut base = 0;
    let mut open: Vec<usize> = Vec::new();
    for (placed, block_index) in placed.iter_mut().zip(block_of) {
        let LineKind::Directive(directive) = placed.line.kind() else {
            if placed.role == Role::Header {
                base = 1;
            } else {
                placed.level = base + open.len();
            }
            continue;
        };
        let Some((index, block)) =
            block_index.and_then(|index| Some((index, blocks.get_mut(index)?)))
        else {
            placed.level = base + open.len();
            continue;
        };
        if directive == Directive::If {
            block.level = if block.holds_section {
                0
            } else {
                base + open.len()
            };
        }
        placed.level = block.level;
        if block.holds_section {
            placed.role = if directive == Directive::Endif {
                Role::OuterEnd
            } else {
                Role::OuterEdge
            };
        } else if directive == Directive::If {
            open.push(index);
        } else if directive == Directive::Endif {
            open.pop();
        }
    }
}

/// The conditional blocks, and for each line the block that it opens, divides or closes.
fn blocks(placed: &[Placed<'_>]) -> (Vec<Block>, Vec<Option<usize>>) {
    let mut blocks: Vec<Block> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let of_line = placed
        .iter()
        .map(|placed| match placed.line.kind() {
            LineKind::Directive(Directive::If) => {
                blocks.push(Block {
                    holds_section: false,
                    level: 0,
                });
                open.push(blocks.len() - 1);
                open.last().copied()
            }
            LineKind::Directive(Directive::Endif) => open.pop(),
            LineKind::Directive(Directive::Elif | Directive::Else) => open.last().copied(),
            LineKind::Section(_) | LineKind::Scope => {
                for index in &open {
                    if let Some(block) = blocks.get_mut(*index) {
                        block.holds_section = true;
                    }
                }
                None
            }
            _ => None,
        })
        .collect();
    (blocks, of_line)
}

/// Puts the comments that lead over to a section in the first column.
fn set_comment_levels(placed: &mut [Placed<'_>]) {
    let mut below = Role::Header;
    let mut touches = false;
    let mut below_opens = false;
    for placed in placed.iter_mut().rev() {
        if placed.role == Role::Comment {
            let leads_over = matches!(below, Role::Header | Role::OuterEdge | Role::OuterEnd);
            placed.leads = touches && below_opens;
            if placed.leads || leads_over && placed.line.indent().is_empty() {
                placed.level = 0;
            }
        } else {
            below = placed.role;
            touches = true;
            below_opens = match placed.role {
                Role::Header => true,
                Role::OuterEdge => placed.line.kind() == LineKind::Directive(Directive::If),
                _ => false,
            };
        }
        touches &= !placed.blank_before;
    }
}

/// Puts a blank line before each section's start and the lines right above that belong to it.
fn separate_sections(placed: &mut [Placed<'_>]) {
    for header in 0..placed.len() {
        if placed
            .get(header)
            .is_none_or(|line| line.role != Role::Header)
        {
            continue;
        }
        let above = placed.get(..=header).unwrap_or_default().windows(2).rev();
        let joined = above.take_while(|pair| match pair {
            [above, below] => !below.blank_before && leads_over(above),
            _ => false,
        });
        let first = header - joined.count();
        if let Some(first) = placed.get_mut(first).filter(|_| first > 0) {
            first.blank_before = true;
        }
    }
}

/// Whether the line belongs to a section's start right below it.
fn leads_over(placed: &Placed<'_>) -> bool {
    placed.leads || placed.role == Role::OuterEdge || placed.line.kind() == LineKind::Scope
}
