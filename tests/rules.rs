//! What an integrator adds as data: rules, lists, thresholds, masks, and what is switched off. And what `explain` tells of it.

use std::{
    fs,
    io::Write,
    path::PathBuf,
    process::{Command, Stdio},
};

use antifaz::{Choice, ConfigError, Consent, Mask, Outcome, Redaction, Redactor, RedactorBuilder, Rule, Says};

fn member() -> Rule {
    Rule::new("member", "fin.account", r"\bLX-?\d{8}\b").keywords(&["lx"]).check("luhn")
}

fn built(builder: RedactorBuilder) -> Redactor {
    builder.build().unwrap_or_else(|error| panic!("{error}"))
}

fn found(redactor: &Redactor, text: &str) -> Vec<(String, String)> {
    let findings = redactor.analyze(text, false).expect("short enough");
    findings.iter().map(|finding| (finding.recognizer.to_string(), text[finding.span.range()].to_owned())).collect()
}

fn one(recognizer: &str, value: &str) -> Vec<(String, String)> {
    vec![(recognizer.to_owned(), value.to_owned())]
}

fn masked(redactor: &Redactor, text: &str, consent: &Consent) -> String {
    match redactor.conversation().redact(text, consent) {
        Redaction::Cleared { text, .. } => text,
        blocked => panic!("{blocked:?}"),
    }
}

fn refused(builder: RedactorBuilder, code: &str, key: &str) -> ConfigError {
    let error = builder.build().expect_err("it cannot be meant");
    assert_eq!((error.code(), error.key()), (code, key), "{error}");
    error
}

#[test]
fn a_rule_finds_what_its_pattern_says_however_it_is_written() {
    let redactor = built(Redactor::builder().rule(member()));
    for text in ["LX-12345674", "lx12345674", "LX-１２３４５６７４", "LX\u{2011}1234\u{200b}5674"] {
        assert_eq!(found(&redactor, &format!("it is {text}, thanks")), one("custom/member", text), "{text}");
    }
    assert!(found(&redactor, "it is LX-12345675").is_empty(), "the check digit is wrong");
    assert!(found(&redactor, "it is ALX-12345674").is_empty());
    let finding = &redactor.analyze("LX-12345674", false).unwrap()[0];
    assert_eq!((finding.entity, finding.kind.id(), finding.category().info().id), ("CUSTOM", "custom", "fin.account"));
    assert!(finding.verified);
    assert_eq!(finding.recognizer_index, antifaz::catalog().len());
    assert_eq!(masked(&redactor, "LX-12345674", &Consent::none()), "[ACCOUNT_1]");
}

#[test]
fn a_rule_with_keywords_is_looked_for_near_them_only() {
    let redactor = built(Redactor::builder().rule(Rule::new("ref", "reference", r"\b[A-Z]\d{4}\b").keywords(&["policy"])));
    assert_eq!(found(&redactor, "the policy B1234"), one("custom/ref", "B1234"));
    assert_eq!(found(&redactor, "B1234 is my POLICY"), one("custom/ref", "B1234"));
    assert!(found(&redactor, "seat B1234").is_empty());
    let far = format!("the policy {} B1234", "and so on ".repeat(20));
    assert!(found(&redactor, &far).is_empty());
    let both = format!("policy B1234 {} policy C1234", "and so on ".repeat(100));
    assert_eq!(found(&redactor, &both).len(), 2);
}

#[test]
fn a_rule_with_cues_needs_one_or_a_question_for_it() {
    let rule = Rule::new("badge", "platform.account", r"\b\d{6}\b").cues("es", &["número de tarjetón"]).cues("ru", &["бейдж*"]);
    let redactor = built(Redactor::builder().rule(rule.clone()));
    assert!(found(&redactor, "it is 471188").is_empty());
    assert_eq!(found(&redactor, "mi numero de tarjetón es 471188"), one("custom/badge", "471188"));
    assert_eq!(found(&redactor, "номер бейджика 471188"), one("custom/badge", "471188"));
    let mut chat = redactor.conversation();
    chat.heard("¿Cuál es su número de tarjetón?");
    assert_eq!(chat.analyze("471188", false).unwrap()[0].recognizer, "custom/badge");
    let spanish = built(Redactor::builder().languages(&["es"]).rule(rule));
    assert!(found(&spanish, "номер бейджика 471188").is_empty(), "cues of languages that are not read are none");
}

#[test]
fn the_group_named_value_is_what_is_found() {
    let redactor = built(Redactor::builder().rule(Rule::new("seat", "reference", r"seat no (?<value>[A-Z]\d+)")));
    assert_eq!(found(&redactor, "Seat no F17 please"), one("custom/seat", "F17"));
}

#[test]
fn examples_are_run() {
    built(Redactor::builder().rule(member().examples(&["LX-12345674"]).counter_examples(&["LX-12345675", "LX-1234567"])));
    let failing = member().examples(&["LX-12345674", "LX-12345675"]);
    let error = refused(Redactor::builder().rule(failing), "failing-example", "member.examples[2]");
    assert_eq!(error.to_string(), "rule `member`, examples[2]: is not found");
    let failing = member().counter_examples(&["LX-12345674"]);
    refused(Redactor::builder().rule(failing), "failing-example", "member.counterExamples[1]");
    // Another recognizer with better evidence takes it.
    let beaten = Rule::new("cards", "fin.account", r"\d{4}").examples(&["4111 1111 1111 1111"]);
    let error = refused(Redactor::builder().rule(beaten), "failing-example", "cards.examples[1]");
    assert!(error.to_string().contains("payment/card"), "{error}");
}

#[test]
fn what_is_wrong_with_a_rule_is_named_with_rule_part_and_reason() {
    let rule = |pattern| Rule::new("r", "reference", pattern);
    let error = refused(Redactor::builder().rule(rule("ab(cd")), "malformed-rule", "r.pattern");
    assert!(error.to_string().starts_with("rule `r`, pattern: position 3: "), "{error}");
    for (wrong, key) in [
        (Rule::new("Big Name", "reference", "a"), "Big Name.name"),
        (Rule::new("", "reference", "a"), ".name"),
        (Rule::new("deny", "reference", "a"), "deny.name"),
        (Rule::new("r", "fin.crad", "a"), "r.category"),
        (rule(r"\d*"), "r.pattern"),
        (rule(r"(\w{1,100} ){1,100}"), "r.pattern"),
        (rule("a").keywords(&["x"]), "r.keywords"),
        (rule("a").check("lunh"), "r.check"),
        (rule("a").check("weighted:1,2"), "r.check"),
        (rule("a").cues("xx", &["word"]), "r.cues"),
        (rule("a").cues("es", &[""]), "r.cues"),
        (rule("a").cues("es", &["abc*"]), "r.cues"),
        (rule("a").cues("es", &["a*b"]), "r.cues"),
        (rule("a").cues("es", &["form 29"]), "r.cues"),
    ] {
        refused(Redactor::builder().rule(wrong), "malformed-rule", key);
    }
    refused(Redactor::builder().rule(rule("a")).rule(rule("b")), "malformed-rule", "r.name");
}

#[test]
fn a_rule_of_class_never_lets_nothing_out() {
    let redactor = built(Redactor::builder().rule(Rule::new("vault", "auth.secret", r"VK-\w+")));
    assert_eq!(masked(&redactor, "use VK-abc1", &Consent::none()), "use [SECRET_1]");
    let rule = || Redactor::builder().rule(Rule::new("vault", "auth.secret", r"VK-\w+"));
    refused(rule().off(&["custom/vault"]), "never-loosened", "custom/vault");
    refused(rule().mask("custom/vault", Mask::LastFour), "unsuitable-mask", "custom/vault");
    refused(rule().allow("custom/vault", &["VK-test"]), "never-loosened", "custom/vault");
}

#[test]
fn what_is_allowed_is_not_found_however_it_is_separated() {
    let redactor = built(Redactor::builder().regions(&["es"]).allow("contact.phone", &["900 123 456", r"/\+34 ?600.*/"]));
    for text in ["llame al 900 123 456", "o al 900-12-34-56", "o al 900123456", "o al +34 600 123 456"] {
        assert!(found(&redactor, text).is_empty(), "{text}: {:?}", found(&redactor, text));
    }
    assert_eq!(found(&redactor, "mi tel es 912 345 678"), one("contact/phone", "912 345 678"));
    assert_eq!(found(&redactor, "mi tel es +34 900 123 457"), one("contact/phone", "+34 900 123 457"), "another number");
    let many: String = "900 123 456 y ".repeat(2000);
    assert!(found(&redactor, &many).is_empty());
}

#[test]
fn what_one_may_not_find_another_still_does() {
    let card = "4111 1111 1111 1111";
    let redactor = built(Redactor::builder().allow("contact.phone", &[card]));
    assert_eq!(found(&redactor, &format!("my card is {card}")), one("payment/card", card));
}

#[test]
fn what_is_denied_is_found_as_whole_words() {
    let redactor =
        built(Redactor::builder().deny("id.name", &["Project Falcon", "Ñandú"]).deny("license_plate", &[r"/\bQ\d{3}\b/"]));
    assert_eq!(found(&redactor, "ask PROJECT  falcon about it"), one("custom/deny", "PROJECT  falcon"));
    assert_eq!(found(&redactor, "el nandu"), one("custom/deny", "nandu"));
    assert_eq!(found(&redactor, "my car is q123"), one("custom/deny", "q123"));
    for other in ["project falconer", "myproject falcon", "project", "project, a falcon", "nandus"] {
        assert!(found(&redactor, other).is_empty(), "{other}");
    }
    assert_eq!(masked(&redactor, "ask project falcon or q123", &Consent::none()), "ask [NAME_1] or [VEHICLE_1]");
    let beside_cues = "my name and passport of Spain: Ñandú, order 7";
    let explained = redactor.explain(beside_cues).unwrap();
    assert!(explained.iter().any(|one| one.recognizer == "custom/deny" && one.outcome == Outcome::Found));
    refused(Redactor::builder().deny("nmae", &["x"]), "unknown-kind", "nmae");
    refused(Redactor::builder().deny("id.name", &["/(/"]), "malformed-list", "id.name");
    refused(Redactor::builder().deny("id.name", &["--"]), "malformed-list", "id.name");
}

#[test]
fn thresholds_are_per_name() {
    let text = "11 12 13, write 05/06/1987 ana@correo-ejemplo.es";
    let email = |redactor: &Redactor| found(redactor, text).iter().any(|(id, _)| id == "contact/email");
    assert!(email(&built(Redactor::builder())));
    // An INN has two check digits and no cue: more likely than not, but hardly more.
    let inn = "500100732259";
    assert_eq!(found(&built(Redactor::builder()), inn).len(), 1);
    assert!(
        found(&built(Redactor::builder().threshold("national/ru_inn", 0.97)), inn).iter().all(|(id, _)| id != "national/ru_inn")
    );
    let bare = "111222333";
    let eager = built(Redactor::builder().threshold("*", 0.15));
    let calm = built(Redactor::builder());
    assert!(found(&eager, bare).len() >= found(&calm, bare).len());
    assert!(email(&eager));
}

#[test]
fn single_recognizers_and_groups_are_switched_off() {
    let card = "my card is 4111 1111 1111 1111, mail ana@correo-ejemplo.es";
    let ids = |builder: RedactorBuilder| found(&built(builder), card).into_iter().map(|(id, _)| id).collect::<Vec<_>>();
    assert_eq!(ids(Redactor::builder()), ["payment/card", "contact/email"]);
    for name in ["payment/card", "CREDIT_CARD", "card_number", "fin.card"] {
        assert!(!ids(Redactor::builder().off(&[name])).contains(&"payment/card".to_owned()), "{name}");
    }
    assert_eq!(ids(Redactor::builder().off(&["contact/*"])), ["payment/card"]);
    assert_eq!(found(&built(Redactor::builder().off(&["*"])), "my password is hunter2, ana@correo-ejemplo.es").len(), 1);
    refused(Redactor::builder().off(&["secret/*"]), "never-loosened", "secret/*");
    refused(Redactor::builder().off(&["payment/crad"]), "unknown-recognizer", "payment/crad");
}

#[test]
fn the_site_chooses_masks_and_the_customer_decides() {
    let text = "card 4111 1111 1111 1111, mail ana@correo-ejemplo.es, iban ES79 2100 0813 6101 2345 6789";
    let redactor = built(
        Redactor::builder()
            .mask("card_number", Mask::FirstSixLastFour)
            .mask("contact.email", Mask::Domain)
            .mask("iban", Mask::Claim),
    );
    let site = "card 411111•••• 1111, mail •••@correo-ejemplo.es, iban [IBAN valid ✓, ES]";
    assert_eq!(masked(&redactor, text, &Consent::none()), site);
    let mut consent = Consent::none();
    consent.choose(antifaz::Category::Card, Choice::Hide).unwrap();
    consent.choose(antifaz::Category::Email, Choice::Share).unwrap();
    assert_eq!(masked(&redactor, text, &consent), "card [CARD_1], mail ana@correo-ejemplo.es, iban [IBAN valid ✓, ES]");
}

#[test]
fn a_pseudonym_is_the_same_in_every_conversation_of_a_key_and_in_none_of_another() {
    let with = |key: &[u8]| built(Redactor::builder().mask("email", Mask::Hash).hash_key(key));
    let (one, other) = (with(b"sixteen bytes ok"), with(b"sixteen bytes no"));
    let first = masked(&one, "ana@correo-ejemplo.es", &Consent::none());
    assert!(first.starts_with("[EMAIL#"), "{first}");
    assert_eq!(masked(&one, "ANA@correo-ejemplo.es", &Consent::none()), first);
    assert_ne!(masked(&other, "ana@correo-ejemplo.es", &Consent::none()), first);
    refused(Redactor::builder().mask("email", Mask::Hash), "weak-key", "hashKey");
    refused(Redactor::builder().hash_key(b"short"), "weak-key", "hashKey");
    assert!(!format!("{:?}", Redactor::builder().hash_key(b"sixteen bytes ok")).contains("sixteen"));
}

#[test]
fn an_explanation_tells_who_won_by_which_rule_and_what_stood_around() {
    let redactor = built(Redactor::builder().regions(&["es"]).off(&["contact/*"]).allow("id.official", &["12345678Z"]));
    let text = "order 7, my card is 4111 1111 1111 1111 and dni 12345678Z, mail ana@correo-ejemplo.es";
    let explained = redactor.explain(text).unwrap();
    let card = explained.iter().find(|one| one.outcome == Outcome::Found).expect("the card is found");
    assert_eq!((&*card.recognizer, card.verdict), ("payment/card", "proven"));
    assert!(card.confidence > card.before && card.odds.is_some_and(|odds| odds > 1));
    let says: Vec<(&str, Says)> = card.cues.iter().map(|cue| (&text[cue.span.range()], cue.says)).collect();
    assert!(says.contains(&("card", Says::Own)) && says.contains(&("order", Says::Against)), "{says:?}");
    for loser in explained.iter().filter(|one| one.outcome == Outcome::Overlapped) {
        let winner = loser.beaten_by.as_ref().expect("somebody won");
        assert!(winner.span.overlaps(loser.span) && !winner.rule.is_empty());
    }
    assert!(
        explained
            .iter()
            .any(|one| one.outcome == Outcome::Allowed && &text[one.span.range()] == "12345678Z" && one.country == Some("local"))
    );
    assert!(explained.iter().any(|one| one.outcome == Outcome::Off && one.recognizer == "contact/email"));
    let mut chat = redactor.conversation();
    chat.heard("what is your card number?");
    assert!(chat.explain("4111 1111 1111 1111").unwrap().iter().any(|one| one.expected));
    assert!(!format!("{explained:?}").contains("4111"));
}

/// The command line's answer: its output or its complaint.
fn command(arguments: &[&str], input: &str) -> Result<String, String> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_antifaz"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command line is built");
    // Who refuses its options reads nothing.
    let _ = child.stdin.take().expect("it is piped").write_all(input.as_bytes());
    let output = child.wait_with_output().expect("it ends");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("it writes UTF-8");
    if output.status.success() { Ok(text(output.stdout)) } else { Err(text(output.stderr)) }
}

fn config(name: &str, json: &str) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, json).expect("the target folder can be written");
    path.to_str().expect("a plain path").to_owned()
}

const CONFIG: &str = r#"{
    "rules": [{"name": "member", "category": "platform.account", "pattern": "\\bLX-?\\d{8}\\b", "keywords": ["lx"], "check": "luhn",
        "cues": {"es": ["socio"]}, "examples": ["LX-12345674"], "counterExamples": ["LX-12345675"]}],
    "allow": {"*": ["4111 1111 1111 1111"]},
    "deny": {"id.name": ["Project Falcon"]},
    "thresholds": {"phone": 0.6},
    "off": ["contact/email"],
    "masks": {"custom/member": "last4"},
    "languages": ["es"], "regions": ["es"], "policy": "default"
}"#;

#[test]
fn the_command_line_reads_the_same_options_from_a_file() {
    let path = config("rules.json", CONFIG);
    let text = "socio LX-12345674, project falcon, 4111 1111 1111 1111, ana@correo-ejemplo.es";
    let masked = "socio •••• 5674, [NAME_1], 4111 1111 1111 1111, ana@correo-ejemplo.es";
    assert_eq!(command(&["redact", "--config", &path], text).as_deref(), Ok(masked));
    let explained = command(&["explain", "--config", &path], text).unwrap();
    for expected in ["\"custom/member\"", "\"allowed\"", "\"off\"", "\"custom/deny\"", "\"own\""] {
        assert!(explained.contains(expected), "{expected}: {explained}");
    }
    assert!(!explained.contains("4111"));
    let scanned = command(&["scan", "--jsonl", "--config", &path], r#"{"id": 1, "text": "LX-12345674"}"#).unwrap();
    assert!(scanned.contains("custom/member"), "{scanned}");
}

#[test]
fn the_command_line_says_what_is_wrong_and_where() {
    for (json, complaint) in [
        (r#"{"rulse": []}"#, "unknown key `rulse`"),
        (r#"{"rules": [{"name": "a", "category": "reference"}]}"#, "rules[0].pattern: must be a string"),
        (r#"{"rules": [{"name": "a", "category": "reference", "pattern": "(", "chekc": "x"}]}"#, "rules[0]: unknown key `chekc`"),
        (r#"{"rules": [{"name": "a", "category": "reference", "pattern": "x("}]}"#, "rule `a`, pattern: position 2"),
        (r#"{"masks": {"email": "stars"}}"#, "unknown mask `stars`"),
        (r#"{"off": ["secret/*"]}"#, "class never"),
        (r#"{"off": "email"}"#, "off: must be a list of strings"),
        ("{", "line 1 column 1"),
    ] {
        let path = config("wrong.json", json);
        let error = command(&["redact", "--config", &path], "").expect_err("it is wrong");
        assert!(error.contains(complaint), "{json}: {error}");
    }
    for arguments in
        [["redact", "--all"], ["redact", "--jsonl"], ["catalog", "--all"], ["explain", "--jsonl"], ["scan", "--heard"]]
    {
        let error = command(&arguments, "").expect_err("it would be ignored");
        assert!(error.contains("invalid option"), "{arguments:?}: {error}");
    }
}

#[test]
fn the_catalogue_is_listed_with_priority_and_chance() {
    let catalog = command(&["catalog", "--json"], "").unwrap();
    for column in ["id", "entity", "kind", "category", "class", "priority", "countries", "chance", "cues", "sources"] {
        let count = catalog.matches(&format!("\n    \"{column}\": ")).count();
        assert_eq!(count, antifaz::catalog().len(), "{column}");
    }
    assert!(!catalog.contains("\"priority\": null"), "every entity has one");
}
