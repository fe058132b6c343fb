use crate::condition::{ConditionError, evaluate_condition};
use crate::diagnostic::Code;
use crate::document::Directive;
use crate::environment::Environment;

/// HAProxy nests conditional blocks no deeper.
const MAX_DEPTH: usize = 16;

/// The conditional blocks that are open at a line.
#[derive(Debug, Default)]
pub(super) struct Blocks {
    open: Vec<Block>,
}

#[derive(Debug)]
struct Block {
    /// The number of the line of its `.if`.
    line: usize,
    branch: Branch,
    has_else: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Branch {
    /// These lines count.
    Taken,
    /// These lines do not count, a later branch may.
    Waiting,
    /// A branch before counted, or the block stands in lines that do not count: none will.
    Done,
}

/// A conditional line that HAProxy refuses.
#[derive(Debug, thiserror::Error)]
pub(super) enum BlockError {
    #[error("{directive} without '.if'")]
    Unopened { directive: &'static str },
    #[error("{directive} after '.else'")]
    AfterElse { directive: &'static str },
    #[error("{directive} takes no arguments")]
    Arguments { directive: &'static str },
    #[error("conditional blocks are nested more than {MAX_DEPTH} deep")]
    TooDeep,
    #[error(transparent)]
    Condition(#[from] ConditionError),
}

impl BlockError {
    pub(super) fn code(&self) -> Code {
        match self {
            Self::Condition(_) => Code::INVALID_CONDITION,
            _ => Code::MISPLACED_DIRECTIVE,
        }
    }

    pub(super) fn help(&self) -> Option<&'static str> {
        match self {
            Self::Unopened { .. } => Some("each file opens and closes its own blocks"),
            Self::AfterElse { .. } => Some("'.else' is the last branch of a block"),
            _ => None,
        }
    }
}

impl Blocks {
    /// Whether a line at this place counts.
    pub(super) fn are_taken(&self) -> bool {
        self.open
            .last()
            .is_none_or(|block| block.branch == Branch::Taken)
    }

    /// The lines of the `.if` of every block that is open.
    pub(super) fn open(&self) -> impl Iterator<Item = usize> {
        self.open.iter().map(|block| block.line)
    }

    /// Goes over a line that opens, divides or closes a block.
    pub(super) fn enter(
        &mut self,
        directive: Directive,
        condition: &[u8],
        environment: &Environment,
        line: usize,
    ) -> Result<(), BlockError> {
        match directive {
            Directive::If => self.enter_if(condition, environment, line),
            Directive::Elif => self.enter_elif(condition, environment),
            Directive::Else => self.enter_else(condition),
            _ => self.leave(condition),
        }
    }

    fn enter_if(
        &mut self,
        condition: &[u8],
        environment: &Environment,
        line: usize,
    ) -> Result<(), BlockError> {
        if self.open.len() >= MAX_DEPTH {
            return Err(BlockError::TooDeep);
        }
        if !self.are_taken() {
            self.open.push(Block {
                line,
                branch: Branch::Done,
                has_else: false,
            });
            return Ok(());
        }
        let holds = evaluate_condition(condition, environment);
        let branch = if matches!(holds, Ok(true)) {
            Branch::Taken
        } else {
            Branch::Waiting
        };
        self.open.push(Block {
            line,
            branch,
            has_else: false,
        });
        holds.map(|_| ()).map_err(BlockError::from)
    }

    fn enter_elif(
        &mut self,
        condition: &[u8],
        environment: &Environment,
    ) -> Result<(), BlockError> {
        let block = self.divided(".elif")?;
        block.branch = match block.branch {
            Branch::Waiting if evaluate_condition(condition, environment)? => Branch::Taken,
            Branch::Waiting => Branch::Waiting,
            Branch::Taken | Branch::Done => Branch::Done,
        };
        Ok(())
    }

    fn enter_else(&mut self, arguments: &[u8]) -> Result<(), BlockError> {
        let block = self.divided(".else")?;
        block.has_else = true;
        block.branch = if block.branch == Branch::Waiting {
            Branch::Taken
        } else {
            Branch::Done
        };
        no_arguments(".else", arguments)
    }

    fn leave(&mut self, arguments: &[u8]) -> Result<(), BlockError> {
        self.open.pop().ok_or(BlockError::Unopened {
            directive: ".endif",
        })?;
        no_arguments(".endif", arguments)
    }

    /// The innermost block, which this directive may divide.
    fn divided(&mut self, directive: &'static str) -> Result<&mut Block, BlockError> {
        match self.open.last_mut() {
            None => Err(BlockError::Unopened { directive }),
            Some(block) if block.has_else => Err(BlockError::AfterElse { directive }),
            Some(block) => Ok(block),
        }
    }
}

fn no_arguments(directive: &'static str, arguments: &[u8]) -> Result<(), BlockError> {
    if arguments.is_empty() {
        Ok(())
    } else {
        Err(BlockError::Arguments { directive })
    }
}
