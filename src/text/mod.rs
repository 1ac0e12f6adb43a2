//! Text as the recognizers see it: folded, cut into tokens, with a way back to what was typed.

mod fold;
mod fold_char;
mod fold_table;
mod span;
mod token;
mod offsets;

pub(crate) use fold::{Folded, lower_case};
pub use offsets::{Unit, offsets};
pub use span::Span;
pub(crate) use token::{Class, Token, tokens};

