//! `data/iban.tsv`: how each country writes its bank accounts, from the IBAN registry as schwifty carries it.

use std::collections::BTreeMap;
use std::error::Error;

use serde_json::Value;

use super::sources;

pub(super) fn generate() -> Result<(&'static str, String), Box<dyn Error>> {
    let registry = sources::install_python()?.join("schwifty/iban_registry");
    let registered = sources::json(&registry.join("generated.json"))?;
    let added = sources::json(&registry.join("overwrite.json"))?;

    let mut rows = BTreeMap::new();
    for (country, entry) in registered.as_object().ok_or("the registry is not a table")? {
        rows.insert(country, row(country, entry)?);
    }
    // Countries that write their accounts as IBANs before the registry has them; the other additions concern banks.
    for (country, entry) in added.as_object().ok_or("the additions are not a table")? {
        if entry["aspirational"] == true {
            rows.insert(country, row(country, entry)?);
        }
    }
    let rows: String = rows.into_values().collect();
    Ok(("data/iban.tsv", format!("country\tlength\tpattern\n{rows}")))
}

fn row(country: &str, entry: &Value) -> Result<String, Box<dyn Error>> {
    let structure = entry["bban_spec"].as_str().ok_or_else(|| format!("{country} has no structure"))?;
    let runs = runs(structure).ok_or_else(|| format!("{country} has the structure {structure}"))?;
    let length = 4 + runs.iter().map(|(_, length)| length).sum::<u32>();
    if entry["iban_length"] != length {
        return Err(format!("{country}: {structure} does not make up the length").into());
    }
    let pattern: Vec<String> = runs.iter().map(|(class, length)| format!("{class}{length}")).collect();
    Ok(format!("{country}\t{length}\t{}\n", pattern.concat()))
}

/// The runs of a structure such as `4!n4!n12!c`, neighbours of one class as one run.
fn runs(structure: &str) -> Option<Vec<(char, u32)>> {
    let mut runs: Vec<(char, u32)> = Vec::new();
    let mut rest = structure;
    while let Some((length, after)) = rest.split_once('!') {
        let class = after.chars().next().filter(|class| "nac".contains(*class))?;
        let length: u32 = length.parse().ok()?;
        match runs.last_mut() {
            Some((last, total)) if *last == class => *total += length,
            _ => runs.push((class, length)),
        }
        rest = &after[1..];
    }
    rest.is_empty().then_some(runs)
}

#[cfg(test)]
mod tests {
    use super::runs;

    #[test]
    fn neighbours_of_one_class_become_one_run() {
        assert_eq!(runs("4!a6!n8!n"), Some(vec![('a', 4), ('n', 14)]));
        assert_eq!(runs("4!n4!n12!c"), Some(vec![('n', 8), ('c', 12)]));
    }

    #[test]
    fn what_is_not_a_structure_is_refused() {
        for structure in ["4n", "4!x", "!n", "4!n12"] {
            assert_eq!(runs(structure), None, "{structure}");
        }
    }
}
