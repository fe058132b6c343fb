//! What the derives make of definitions.

#[cfg(test)]
mod accessors;
#[cfg(test)]
mod arguments;
#[cfg(test)]
mod calls;
#[cfg(test)]
mod choices;
#[cfg(test)]
mod groups;
#[cfg(test)]
mod lines;
#[cfg(test)]
mod sections;
#[cfg(test)]
mod statements;
#[cfg(test)]
mod tables;
