//! The file that `--config` names: the options of the JavaScript package, as JSON.

use std::{error::Error, fs, path::Path};

use antifaz::{Mask, Policy, RedactorBuilder, Rule};
use serde_json::{Map, Value};

type Fallible<T> = Result<T, Box<dyn Error>>;

const OPTIONS: [&str; 11] =
    ["languages", "regions", "policy", "maxBytes", "rules", "allow", "deny", "thresholds", "off", "masks", "hashKey"];
const RULE: [&str; 8] = ["name", "category", "pattern", "keywords", "check", "cues", "examples", "counterExamples"];

/// Puts what a file says into a builder.
pub(crate) fn read(path: &Path, builder: RedactorBuilder) -> Fallible<RedactorBuilder> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let value: Value = serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
    apply(builder, &value).map_err(|error| format!("{}: {error}", path.display()).into())
}

fn apply(mut builder: RedactorBuilder, value: &Value) -> Fallible<RedactorBuilder> {
    let options = object(value, "the file", &OPTIONS)?;
    for (key, value) in options {
        builder = match key.as_str() {
            "languages" => builder.languages(&strings(value, key)?),
            "regions" => builder.regions(&strings(value, key)?),
            "policy" => builder.policy(Policy::from_id(string(value, key)?)?),
            "maxBytes" => {
                let bytes = value.as_u64().and_then(|bytes| usize::try_from(bytes).ok());
                builder.max_bytes(bytes.ok_or("maxBytes: must be a whole number")?)
            }
            "rules" => {
                let rules = value.as_array().ok_or("rules: must be a list")?;
                rules.iter().enumerate().try_fold(builder, |builder, (place, value)| {
                    Ok::<_, Box<dyn Error>>(builder.rule(rule(value, &format!("rules[{place}]"))?))
                })?
            }
            "allow" | "deny" => pairs(value, key)?.try_fold(builder, |builder, (name, value)| {
                let words = strings(value, &format!("{key}.{name}"))?;
                Ok::<_, Box<dyn Error>>(if key == "allow" { builder.allow(name, &words) } else { builder.deny(name, &words) })
            })?,
            "thresholds" => pairs(value, key)?.try_fold(builder, |builder, (name, value)| {
                let threshold = value.as_f64().ok_or_else(|| format!("thresholds.{name}: must be a number"))?;
                Ok::<_, Box<dyn Error>>(builder.threshold(name, threshold as f32))
            })?,
            "off" => builder.off(&strings(value, key)?),
            "masks" => pairs(value, key)?.try_fold(builder, |builder, (name, value)| {
                Ok::<_, Box<dyn Error>>(builder.mask(name, Mask::from_id(string(value, &format!("masks.{name}"))?)?))
            })?,
            _ => builder.hash_key(string(value, key)?.as_bytes()),
        };
    }
    Ok(builder)
}

fn rule(value: &Value, at: &str) -> Fallible<Rule> {
    let parts = object(value, at, &RULE)?;
    let part = |key: &str| string(parts.get(key).unwrap_or(&Value::Null), &format!("{at}.{key}"));
    let mut rule = Rule::new(part("name")?, part("category")?, part("pattern")?);
    for (key, value) in parts {
        let at = format!("{at}.{key}");
        rule = match key.as_str() {
            "keywords" => rule.keywords(&strings(value, &at)?),
            "check" => rule.check(string(value, &at)?),
            "examples" => rule.examples(&strings(value, &at)?),
            "counterExamples" => rule.counter_examples(&strings(value, &at)?),
            "cues" => pairs(value, &at)?.try_fold(rule, |rule, (language, value)| {
                Ok::<_, Box<dyn Error>>(rule.cues(language, &strings(value, &format!("{at}.{language}"))?))
            })?,
            _ => rule,
        };
    }
    Ok(rule)
}

fn object<'v>(value: &'v Value, at: &str, known: &[&str]) -> Fallible<&'v Map<String, Value>> {
    let object = value.as_object().ok_or_else(|| format!("{at}: must be an object"))?;
    match object.keys().find(|key| !known.contains(&key.as_str())) {
        Some(key) => Err(format!("{at}: unknown key `{key}`; known: {}", known.join(", ")).into()),
        None => Ok(object),
    }
}

fn pairs<'v>(value: &'v Value, at: &str) -> Fallible<impl Iterator<Item = (&'v String, &'v Value)> + use<'v>> {
    Ok(value.as_object().ok_or_else(|| format!("{at}: must be an object"))?.iter())
}

fn strings(value: &Value, at: &str) -> Fallible<Vec<String>> {
    let list = value.as_array().and_then(|list| list.iter().map(|one| one.as_str().map(str::to_owned)).collect());
    list.ok_or_else(|| format!("{at}: must be a list of strings").into())
}

fn string<'v>(value: &'v Value, at: &str) -> Fallible<&'v str> {
    value.as_str().ok_or_else(|| format!("{at}: must be a string").into())
}
