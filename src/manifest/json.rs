//! Manifests as JSON, for the command line: read into leaves, and described by a JSON Schema.

use serde_json::{Map, Value, json};

use crate::recognizer::Category;

use super::{
    Leaf, LeafType,
    fields::{CLASSES, FIELDS, Field, Is, LONGEST, MOST, Need, PURPOSES},
};

/// As the engine in the page reads it: the same limits, the same paths.
#[must_use]
pub fn manifest_leaves(manifest: &Value) -> Vec<Leaf> {
    let mut leaves = Vec::new();
    push(&mut leaves, "", manifest, 0);
    leaves
}

fn push(leaves: &mut Vec<Leaf>, path: &str, value: &Value, depth: usize) {
    if leaves.len() > 10_000 {
        return;
    }
    let (is, text) = match value {
        _ if depth > 8 || leaves.len() == 10_000 => (LeafType::Cut, String::new()),
        Value::Object(_) => (LeafType::Object, String::new()),
        Value::Array(items) => (LeafType::List, items.len().to_string()),
        Value::String(text) => (LeafType::Text, text.clone()),
        Value::Bool(flag) => (LeafType::Flag, flag.to_string()),
        Value::Null | Value::Number(_) => (LeafType::Other, String::new()),
    };
    leaves.push(Leaf { path: path.to_owned(), is, text });
    match value {
        _ if is == LeafType::Cut => {}
        Value::Object(entries) => {
            for (key, value) in entries {
                let plain = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_$-".contains(&byte));
                let path = match (plain, path) {
                    (true, "") => key.clone(),
                    (true, _) => format!("{path}.{key}"),
                    (false, _) => format!("{path}[{}]", json!(key)),
                };
                push(leaves, &path, value, depth + 1);
            }
        }
        Value::Array(items) => {
            for (place, value) in items.iter().enumerate() {
                push(leaves, &format!("{path}[{place}]"), value, depth + 1);
            }
        }
        _ => {}
    }
}

/// The JSON Schema (draft 2020-12) of a manifest. It says what each field must be; the rules about several fields need the linter.
#[must_use]
pub fn manifest_schema() -> Value {
    let mut schema = Map::new();
    schema.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
    schema.insert("title".to_owned(), json!("antifaz manifest"));
    schema.extend(members(""));
    Value::Object(schema)
}

/// What an object must be.
fn members(path: &str) -> Map<String, Value> {
    let fields: Vec<(&str, &Field)> = Field::inside(path).collect();
    let required: Vec<&str> = fields.iter().filter(|(_, field)| field.need == Need::Must).map(|(name, _)| *name).collect();
    let properties: Map<String, Value> =
        fields.iter().map(|(name, field)| ((*name).to_owned(), member(field.path, field))).collect();
    let object = json!({ "type": "object", "additionalProperties": false, "required": required, "properties": properties });
    let Value::Object(object) = object else { unreachable!("an object was written") };
    object
}

fn member(path: &str, field: &Field) -> Value {
    let text = |pattern: &str| json!({ "type": "string", "pattern": pattern, "maxLength": LONGEST });
    let one_of = |names: Vec<&str>| json!({ "enum": names });
    let mut schema = match field.is {
        Is::Object => Value::Object(members(path)),
        Is::List(least) => {
            let item = Field::at(&format!("{path}[]")).expect("every list says what stands in it");
            json!({ "type": "array", "minItems": least, "maxItems": MOST, "items": member(item.path, item) })
        }
        Is::Words => json!({
            "type": "object",
            "minProperties": 1,
            "propertyNames": { "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$" },
            "additionalProperties": text(r"\S"),
        }),
        Is::Text | Is::Duration => text(r"\S"),
        Is::Id => text("^[A-Za-z][A-Za-z0-9_-]{0,63}$"),
        Is::OneOf(names) => one_of(names.to_vec()),
        Is::Flag => json!({ "type": "boolean" }),
        Is::Purpose => one_of(PURPOSES.iter().map(|(term, _)| *term).collect()),
        Is::Category => one_of(Category::ALL.iter().map(|category| category.info().id).collect()),
        Is::Class => one_of(CLASSES.iter().map(|class| class.id()).collect()),
        Is::Origin => text(r"^(self|(https?|wss?)://[^\s/?#@\\*]+/?)$"),
        Is::Url => text(r#"^(https?://|mailto:)[^\s"<>\\]+$"#),
        Is::Email => text("^[^@ ,<>]+@[^@ ,<>]+[.][^@ ,<>]+$"),
        Is::Country => text("^[A-Z]{2}$"),
        Is::Language => text("^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"),
        Is::Day => text(r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"),
        Is::Base64 => text("^[A-Za-z0-9_-]+$"),
    };
    schema["description"] = json!(field.about);
    schema
}

/// The table of docs/manifest.md: every field, whether it must be there, what it must be, and what it says.
#[must_use]
pub fn manifest_fields() -> String {
    let mut rows = vec!["| field | must be there | must be | what it says |".to_owned(), "| --- | --- | --- | --- |".to_owned()];
    for field in FIELDS.iter().filter(|field| !field.path.contains(".publicKey.")) {
        let needed = match field.need {
            _ if field.path.ends_with([']', '*']) => "",
            Need::Must => "yes",
            Need::Should => "should",
            Need::May => "",
        };
        rows.push(format!("| `{}` | {needed} | {} | {} |", field.path, field.is.words(), field.about));
    }
    rows.join("\n")
}
