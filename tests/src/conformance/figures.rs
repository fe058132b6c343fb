use std::fmt;

/// How often we agree with a judge.
#[derive(Debug, Default, Clone, Copy)]
pub struct Figures {
    /// Files that it does not refuse for what stands in them: those without an error of ours.
    pub accepted_files: Share,
    /// Files that it refuses: those with an error of ours.
    pub refused_files: Share,
    /// Lines that it refuses: those with an error of ours.
    pub refused_lines: Share,
    /// Lines that it warns of: those with any finding of ours.
    pub warned_lines: Share,
}

/// So many of so many.
#[derive(Debug, Default, Clone, Copy)]
pub struct Share {
    /// Where we agree.
    pub agreed: usize,
    /// All.
    pub all: usize,
}

impl Figures {
    /// Adds those of another comparison.
    pub fn add(&mut self, other: &Self) {
        self.accepted_files.add(other.accepted_files);
        self.refused_files.add(other.refused_files);
        self.refused_lines.add(other.refused_lines);
        self.warned_lines.add(other.warned_lines);
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "files accepted {}, refused {}; lines refused {}, warned {}",
            self.accepted_files, self.refused_files, self.refused_lines, self.warned_lines
        )
    }
}

impl Share {
    /// Counts one more.
    pub fn count(&mut self, agrees: bool) {
        self.all += 1;
        self.agreed += usize::from(agrees);
    }

    /// Adds another share.
    pub fn add(&mut self, other: Self) {
        self.all += other.all;
        self.agreed += other.agreed;
    }

    /// How many do not agree.
    pub fn missed(&self) -> usize {
        self.all - self.agreed
    }

    /// The share as a number of hundred; all where there is nothing to compare.
    #[expect(clippy::cast_precision_loss, reason = "a share for people")]
    pub fn percent(&self) -> f64 {
        if self.all == 0 {
            return 100.0;
        }
        self.agreed as f64 * 100.0 / self.all as f64
    }
}

impl fmt::Display for Share {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { agreed, all } = self;
        write!(formatter, "{:.1}% ({agreed} of {all})", self.percent())
    }
}
