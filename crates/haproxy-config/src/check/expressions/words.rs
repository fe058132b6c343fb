use std::borrow::Cow;

use crate::check::context::{Context, Place};
use crate::model::model_words;

/// The words of the line that was looked at last: often there is something else to look at in it.
#[derive(Default)]
pub(super) struct LineWords<'a> {
    place: Option<Place>,
    words: Vec<Cow<'a, str>>,
}

impl<'a> LineWords<'a> {
    /// The words of a line, as the model reads them.
    pub(super) fn of(&mut self, context: &Context<'a>, place: Place) -> &[Cow<'a, str>] {
        if self.place != Some(place) {
            self.place = Some(place);
            self.words.clear();
            let line = context.line(place);
            self.words.extend(line.iter().flat_map(model_words));
        }
        &self.words
    }
}
