//! Manifests: a complete one passes, and each rule refuses one that breaks it.

use antifaz::{Level, Problem, lint_manifest, manifest_fields, manifest_leaves, manifest_schema, purposes};
use serde_json::{Value, json};

use crate::common::files::read;

const TODAY: &str = "2026-11-22";

/// With every field that must be there, and some more.
fn complete() -> Value {
    json!({
        "version": "3",
        "languages": ["en", "es"],
        "controller": { "name": "Example Bank", "address": "1 Example Street", "email": "privacy@bank.example" },
        "authority": "Example Authority",
        "jurisdiction": "ES",
        "ai": "mixed",
        "learnsFromChats": false,
        "recipients": [
            { "id": "bank", "origins": ["self", "wss://chat.bank.example"], "role": "controller", "country": "ES", "kind": "ai" },
            { "id": "relay", "name": "Relay", "origins": ["https://relay.example:8443"], "role": "third-party", "country": "US",
              "kind": "human", "envelope": "privacy",
              "publicKey": { "kty": "EC", "crv": "P-256", "x": "AAAA", "y": "BBBB", "ext": true, "key_ops": [] } },
        ],
        "purposes": [
            { "id": "service", "dpv": "dpv:CustomerCare", "text": { "en": "answer your question", "es": "atender su petición" } },
            { "id": "ads", "dpv": "dpv:TargetedAdvertising", "optional": true,
              "text": { "en": "show you advertising of ours", "es": "mostrarle publicidad nuestra" } },
            { "id": "loan", "dpv": "dpv:RequestedServiceProvision", "automatedDecision": true,
              "text": { "en": "decide about a loan", "es": "decidir sobre un préstamo" } },
        ],
        "categories": [
            { "id": "auth.secret", "purposes": [] },
            { "id": "fin.card", "class": "explicit", "purposes": ["service", "ads"], "retention": "P90D", "keep": "last4" },
            { "id": "fin.situation", "purposes": ["service", "loan"], "necessaryFor": ["loan"], "retention": "until the loan is paid" },
        ],
        "sources": [{ "en": "a credit agency", "es": "una agencia de crédito" }],
        "restrictions": ["no-training", "no-enrichment"],
        "rights": [{ "id": "eu-gdpr:A17", "how": "by mail" }, { "id": "eu-gdpr:A22", "url": "mailto:privacy@bank.example" }],
        "notice": { "url": "https://bank.example/privacy", "hash": "sha256-abc" },
    })
}

fn lint(manifest: &Value) -> Vec<Problem> {
    lint_manifest(&manifest_leaves(manifest), TODAY)
}

/// Rule and path of each problem.
fn found(manifest: &Value) -> Vec<(String, String)> {
    lint(manifest).into_iter().map(|problem| (problem.rule.to_owned(), problem.path)).collect()
}

/// The complete manifest with one value put in, or, with `null`, one key taken out.
fn with(pointer: &str, value: Value) -> Value {
    let mut manifest = complete();
    let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
    let parent = manifest.pointer_mut(parent).unwrap_or_else(|| panic!("{pointer}: no such place"));
    match (parent, value) {
        (Value::Object(members), Value::Null) => drop(members.remove(key).unwrap_or_else(|| panic!("{pointer}: no such key"))),
        (Value::Object(members), value) => drop(members.insert(key.to_owned(), value)),
        (Value::Array(items), value) => items[key.parse::<usize>().expect("a place")] = value,
        _ => panic!("{pointer}: nothing holds it"),
    }
    manifest
}

#[track_caller]
fn refused(rule: &str, path: &str, pointer: &str, value: Value) {
    assert_eq!(found(&with(pointer, value)), [(rule.to_owned(), path.to_owned())], "{pointer}");
}

#[test]
fn a_complete_manifest_passes() {
    assert_eq!(lint(&complete()), []);
}

#[test]
fn each_mandatory_field_is_missed_by_name() {
    for pointer in [
        "/controller", "/controller/name", "/controller/address", "/controller/email", "/authority", "/ai", "/learnsFromChats",
        "/recipients", "/recipients/0/id", "/recipients/0/origins", "/recipients/0/role", "/recipients/0/country",
        "/recipients/0/kind", "/recipients/1/publicKey/kty", "/recipients/1/publicKey/x", "/purposes", "/purposes/1/id",
        "/purposes/1/dpv", "/purposes/1/text", "/categories", "/categories/0/id", "/categories/0/purposes",
        "/categories/1/retention", "/sources", "/rights", "/rights/0/id", "/notice", "/notice/url",
    ] {
        let problems = lint(&with(pointer, Value::Null));
        let path = pointer[1..].replace("/0", "[0]").replace("/1", "[1]").replace('/', ".");
        let missing =
            problems.iter().find(|problem| problem.rule == "missing").unwrap_or_else(|| panic!("{pointer}: {problems:?}"));
        assert_eq!((missing.path.as_str(), missing.level), (path.as_str(), Level::Error));
        assert!(missing.message.contains("must"), "{}", missing.message);
    }
    let [jurisdiction] = &lint(&with("/jurisdiction", Value::Null))[..] else { panic!("one warning") };
    assert_eq!((jurisdiction.rule, jurisdiction.level), ("missing", Level::Warning));
}

#[test]
fn unknown_keys_are_refused_and_the_known_ones_named() {
    refused("key", "controler", "/controler", json!({ "name": 1 }));
    refused("key", "controller.nmae", "/controller/nmae", json!("x"));
    refused("key", "categories[0].default", "/categories/0/default", json!("share"));
    refused("key", "recipients[1].publicKey.d", "/recipients/1/publicKey/d", json!("a private key must not stand here"));
    refused("key", "[\"a b.c\"]", "/a b.c", json!([{ "x": [1] }]));
    refused("key", "purposes[0].text[\"english language\"]", "/purposes/0/text/english language", json!("x"));
    assert!(lint(&with("/controller/nmae", json!("x")))[0].message.contains("name, address, email"));
}

#[test]
fn wrong_types_are_refused_once() {
    for (pointer, path) in [
        ("/controller", "controller"),
        ("/recipients", "recipients"),
        ("/recipients/0", "recipients[0]"),
        ("/ai", "ai"),
        ("/learnsFromChats", "learnsFromChats"),
        ("/recipients/0/origins", "recipients[0].origins"),
        ("/purposes/0/text", "purposes[0].text"),
        ("/purposes/0/text/en", "purposes[0].text.en"),
        ("/categories/0/purposes", "categories[0].purposes"),
        ("/notice", "notice"),
    ] {
        refused("type", path, pointer, json!(17));
    }
    refused("type", "controller", "/controller", json!([{ "name": "x" }]));
    refused("type", "recipients", "/recipients", json!({ "id": "x" }));
    for value in [json!(null), json!([]), json!("manifest"), json!(true)] {
        assert_eq!(found(&value), [("type".to_owned(), "manifest".to_owned())]);
    }
}

#[test]
fn values_are_what_they_must_be() {
    for (pointer, path, wrong) in [
        ("/controller/email", "controller.email", json!("bank.example")),
        ("/controller/url", "controller.url", json!("javascript:alert(1)")),
        ("/notice/url", "notice.url", json!("/privacy")),
        ("/notice/url", "notice.url", json!("https:")),
        ("/ai", "ai", json!("robot")),
        ("/controller/name", "controller.name", json!(" ")),
        ("/recipients", "recipients", json!([])),
        ("/recipients/0/id", "recipients[0].id", json!("my bank")),
        ("/recipients/1/envelope", "recipients[1].envelope", json!("__proto__")),
        ("/recipients/0/role", "recipients[0].role", json!("thirdparty")),
        ("/recipients/0/country", "recipients[0].country", json!("Spain")),
        ("/recipients/0/origins/0", "recipients[0].origins[0]", json!("bank.example/chat")),
        ("/recipients/0/origins/0", "recipients[0].origins[0]", json!("https://*.bank.example")),
        ("/recipients/0/origins/0", "recipients[0].origins[0]", json!("ftp://bank.example")),
        ("/recipients/0/origins", "recipients[0].origins", json!([])),
        ("/purposes/0/dpv", "purposes[0].dpv", json!("CustomerCare")),
        ("/purposes/0/dpv", "purposes[0].dpv", json!("dpv:Anything")),
        ("/purposes/0/text", "purposes[0].text", json!({})),
        ("/categories/0/id", "categories[0].id", json!("fin.crad")),
        ("/categories/1/class", "categories[1].class", json!("secret")),
        ("/categories/1/keep", "categories[1].keep", json!("all")),
        ("/languages/0", "languages[0]", json!("english")),
        ("/rights", "rights", json!([])),
        ("/signature", "signature", json!("a+b/c=")),
    ] {
        let problems = lint(&with(pointer, wrong));
        let first = problems.first().unwrap_or_else(|| panic!("{pointer}"));
        assert_eq!((first.rule, first.path.as_str(), first.level), ("value", path, Level::Error), "{problems:?}");
        assert!(first.message.starts_with("must be "), "{}", first.message);
    }
}

#[test]
fn days_are_not_over_and_durations_are_read() {
    for (pointer, path) in [("/validUntil", "validUntil"), ("/categories/1/retention", "categories[1].retention")] {
        refused("date", path, pointer, json!("2026-11-21"));
        for day in ["2026-11-22", "2031-01-01"] {
            assert_eq!(found(&with(pointer, json!(day))), []);
        }
    }
    for wrong in ["soon", "2026-13-01", "2027-1-1", "01.02.2030"] {
        refused("value", "validUntil", "/validUntil", json!(wrong));
    }
    for duration in ["P90D", "P1Y6M", "PT5M", "P1DT12H", "P2W", "90 days", "while you are a customer"] {
        assert_eq!(found(&with("/categories/1/retention", json!(duration))), [], "{duration}");
    }
    for wrong in ["P", "P90", "P90X", "P1D1Y", "PT", "P1DT", "P5H", ""] {
        refused("value", "categories[1].retention", "/categories/1/retention", json!(wrong));
    }
}

#[test]
fn purposes_say_what_happens() {
    refused("vague", "purposes[0].text.es", "/purposes/0/text/es", json!("mejorar su experiencia"));
    refused("vague", "purposes[0].text.en", "/purposes/0/text/en", json!("improve your\u{a0}EXPERIENCE"));
}

#[test]
fn advertising_is_never_bundled() {
    refused("bundled", "categories[1].necessaryFor[0]", "/categories/1/necessaryFor", json!(["ads"]));
    refused("bundled", "categories[1].purposes", "/categories/1/purposes", json!(["ads"]));
    refused("bundled", "purposes[1].optional", "/purposes/1/optional", json!(false));
    refused("bundled", "purposes[0].text.en", "/purposes/0/text/en", json!("answer you, and for marketing"));
    for term in ["dpv:SellDataToThirdParties", "dpv:CustomerSolvencyMonitoring", "dpv:ServicePersonalisation"] {
        let mut manifest = with("/purposes/1/dpv", json!(term));
        assert!(found(&manifest).iter().all(|(rule, _)| rule == "bundled"), "its text speaks of advertising");
        manifest["purposes"][1]["text"] = json!({ "en": "a thing apart", "es": "otra cosa" });
        assert_eq!(found(&manifest), []);
        manifest["categories"][1]["necessaryFor"] = json!(["service", "ads"]);
        assert_eq!(found(&manifest), [("bundled".to_owned(), "categories[1].necessaryFor[1]".to_owned())]);
    }
    // What is optional is not needed, either.
    let mut manifest = with("/purposes/0/optional", json!(true));
    assert_eq!(found(&manifest), []);
    manifest["categories"][1]["necessaryFor"] = json!(["service"]);
    assert_eq!(found(&manifest), [("bundled".to_owned(), "categories[1].necessaryFor[0]".to_owned())]);
}

#[test]
fn a_class_is_only_ever_stricter() {
    refused("class", "categories[0].class", "/categories/0/class", json!("ask"));
    refused("class", "categories[2].class", "/categories/2/class", json!("ask"));
    refused("class", "categories[1].class", "/categories/1/class", json!("allow"));
    for class in ["never", "explicit", "ask"] {
        assert_eq!(found(&with("/categories/1/class", json!(class))), []);
    }
}

#[test]
fn ids_refer_and_are_unique() {
    refused("reference", "categories[1].purposes[1]", "/categories/1/purposes", json!(["service", "sevrice"]));
    refused("reference", "categories[2].necessaryFor[0]", "/categories/2/necessaryFor", json!(["ads"]));
    refused("twice", "recipients[1].id", "/recipients/1/id", json!("bank"));
    // Where it stands the second time.
    refused("twice", "categories[2].id", "/categories/1/id", json!("fin.situation"));
}

#[test]
fn open_lines_are_declared() {
    refused("insecure", "recipients[0].origins[0]", "/recipients/0/origins/0", json!("http://chat.bank.example"));
    refused("insecure", "recipients[0].origins[0]", "/recipients/0/origins/0", json!("ws://chat.bank.example"));
    for origin in
        ["http://localhost:8080", "http://127.0.0.1", "ws://[::1]:9", "http://app.localhost", "self", "https://a.example/"]
    {
        assert_eq!(found(&with("/recipients/0/origins/0", json!(origin))), [], "{origin}");
    }
    let mut manifest = with("/recipients/0/origins/0", json!("http://chat.bank.example"));
    manifest["recipients"][0]["insecure"] = json!(true);
    assert_eq!(found(&manifest), []);
}

#[test]
fn what_is_said_of_machines_holds_together() {
    refused("contradiction", "ai", "/ai", json!("human"));
    refused("contradiction", "learnsFromChats", "/learnsFromChats", json!(true));
    refused("automated", "purposes[2].automatedDecision", "/rights/1/id", json!("eu-gdpr:A15"));
}

#[test]
fn texts_are_plain_and_of_a_length() {
    for text in ["<script>alert(1)</script>", "a\u{202e}b", "a\u{0}b", "two\nlines", "a\u{1e}b", "a\u{feff}b"] {
        refused("text", "purposes[0].text.en", "/purposes/0/text/en", json!(text));
        refused("text", "controller.name", "/controller/name", json!(text));
    }
    refused("limit", "controller.name", "/controller/name", json!("x".repeat(1001)));
}

#[test]
fn languages_that_lack_are_told() {
    let problems = lint(&with("/languages", json!(["en", "es", "fr"])));
    assert_eq!(problems.len(), 4);
    assert!(
        problems
            .iter()
            .all(|problem| problem.rule == "language" && problem.level == Level::Warning && problem.message.ends_with("fr"))
    );
    let problems = lint(&with("/locked", json!(true)));
    assert_eq!((problems[0].rule, problems[0].level), ("lock", Level::Warning));
}

#[test]
fn a_manifest_without_end_is_cut_off() {
    let category = complete()["categories"][1].clone();
    let manifest = with("/categories", Value::Array(vec![category; 10_000]));
    let problems = lint(&manifest);
    assert!(problems.len() <= 200);
    assert_eq!((problems[0].rule, problems[0].path.as_str()), ("limit", "categories"));
    assert!(problems[0].message.contains("10000"));
    let mut deep = json!("x");
    for _ in 0..100 {
        deep = json!({ "text": deep });
    }
    assert!(found(&with("/controller/name", deep)).iter().any(|(rule, _)| rule == "limit"));
}

#[test]
fn the_purposes_that_stand_apart_are_known() {
    let apart: Vec<&str> = purposes().filter(|(_, apart)| *apart).map(|(term, _)| term).collect();
    assert_eq!(
        apart,
        ["dpv:ServicePersonalisation", "dpv:TargetedAdvertising", "dpv:CustomerSolvencyMonitoring", "dpv:SellDataToThirdParties"]
    );
}

#[test]
fn the_schema_in_the_package_is_the_one_of_the_rules() {
    let committed: Value = serde_json::from_str(&read("www/manifest.schema.json")).expect("JSON");
    assert_eq!(committed, manifest_schema(), "antifaz lint-manifest --schema > www/manifest.schema.json");
}

#[test]
fn the_documented_fields_are_those_of_the_rules() {
    let documented = read("docs/manifest.md");
    for row in manifest_fields().lines() {
        assert!(documented.contains(row), "docs/manifest.md lacks the row {row}");
    }
}
