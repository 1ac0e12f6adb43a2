//! Which recognizers a setting is about.

use crate::recognizer::Kind;

/// The recognizers that a name stands for: the id of one (`payment/card`), an entity (`CREDIT_CARD`), a kind
/// (`card_number`), a category (`fin.card`), a group (`national/*`, `custom/*`) or all (`*`).
pub(crate) fn selects(name: &str, id: &str, entity: &str, kind: Kind) -> bool {
    name == "*"
        || name == id
        || name == entity
        || name == kind.id()
        || name == kind.category().info().id
        || name.strip_suffix('*').is_some_and(|group| group.ends_with('/') && id.starts_with(group))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stands_for_one_a_group_or_all() {
        let selects = |name| selects(name, "national/es_dni", "ES_DNI_NIF", Kind::NationalId);
        for name in ["national/es_dni", "ES_DNI_NIF", "national_id", "id.official", "national/*", "*"] {
            assert!(selects(name), "{name}");
        }
        for name in ["", "national", "national/", "nat*", "es_dni", "national/es_*", "es_dni_nif"] {
            assert!(!selects(name), "{name}");
        }
    }
}
