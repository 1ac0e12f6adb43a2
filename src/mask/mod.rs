//! Mask: action → what stands instead, and the way back for the customer alone.

mod generalize;
mod vault;

use crate::{
    recognizer::{Action, Category, Kind},
    text::Folded,
};

pub(crate) use vault::{TokenId, Vault, mentions, settled, write_token};

/// What stands where a value stood, or `None` where it stays.
pub(crate) fn replacement(
    action: Action,
    kind: Kind,
    countries: &[&str],
    verified: bool,
    value: &str,
    vault: &mut Vault,
) -> Option<String> {
    let category = kind.category();
    let plain = Folded::new(value);
    match action {
        Action::Keep => None,
        Action::Label => Some(format!("[{}]", category.info().label)),
        Action::Token => Some(token(category, &plain, value, vault)),
        Action::Partial | Action::Generalize | Action::Claim => Some(
            generalize::generalize(kind, plain.text(), if verified { countries } else { &[] })
                .unwrap_or_else(|| token(category, &plain, value, vault)),
        ),
    }
}

fn token(category: Category, plain: &Folded<'_>, value: &str, vault: &mut Vault) -> String {
    // Case and separators do not make another value, except where they are the secret.
    let canonical: String = if category == Category::Secret {
        value.to_owned()
    } else {
        plain.lower().chars().filter(|c| c.is_alphanumeric() || *c == '@' || *c == '+').collect()
    };
    let mut out = String::new();
    if let Some(id) = vault.token(category, canonical, value) {
        write_token(&mut out, id);
    } else {
        out.push('[');
        out.push_str(category.info().label);
        out.push(']');
    }
    out
}
