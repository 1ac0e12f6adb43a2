//! Other people's data: masked whatever anybody chooses, and pasted contacts as one list.

use std::fmt::Write;

use antifaz::{Category, Choice, Class, Consent, Finding, Redaction, Redactor};

fn redactor() -> Redactor {
    Redactor::builder().build().expect("the defaults are valid")
}

/// Everything that may be shared is.
fn share() -> Consent {
    let mut share = Consent::none();
    for category in Category::ALL.iter().filter(|category| category.info().class != Class::Never) {
        share.choose(*category, Choice::Share).expect("it may be shared");
    }
    share
}

fn sent(text: &str, consent: &Consent) -> (String, Vec<Finding>) {
    match redactor().conversation().redact(text, consent) {
        Redaction::Cleared { text, findings, .. } => (text, findings),
        other => panic!("{other:?}"),
    }
}

/// Ten of the names are ours, the others nobody has heard of.
const NAMES: [&str; 20] = [
    "Anna", "Tom Brown", "Maria Lopez", "Peter", "Sarah Jones", "Zebulor Quist", "Oluwatoke", "Xin", "Brynjar", "Laura",
    "Paul Smith", "Elena", "Wrenna", "Marco Rossi", "Ivan", "Skander", "Thandeka", "Julia", "Quimby", "Emma White",
];

fn assert_one_list(text: &str) {
    let (masked, findings) = sent(text, &share());
    assert!(!masked.contains("07700"), "{masked}");
    assert!(!masked.contains('@'), "{masked}");
    assert!(NAMES.iter().all(|name| !masked.contains(name)), "{masked}");
    assert!(findings.len() >= 40, "{} found", findings.len());
    assert!(findings.iter().all(|finding| finding.third_party && finding.group == Some(0)), "{findings:#?}");
}

#[test]
fn no_choice_shares_what_is_somebody_elses() {
    let (masked, _) = sent("my number is 07700 900123, my wife's number is 07700 900456", &share());
    assert_eq!(masked, "my number is 07700 900123, my wife's number is [PHONE_1]");
    let mut generalize = Consent::none();
    generalize.choose(Category::Birth, Choice::Generalize).expect("it may be");
    for consent in [Consent::none(), generalize] {
        let (masked, _) = sent("my grandma was born 2 march 1938", &consent);
        assert_eq!(masked, "my grandma was born [BIRTH_1]");
    }
}

#[test]
fn a_value_said_twice_has_one_owner_unless_the_writer_claims_it() {
    let (masked, _) = sent("my wife's number is 07700 900456. call 07700900456", &share());
    assert_eq!(masked, "my wife's number is [PHONE_1]. call [PHONE_1]");
    let (masked, _) = sent("my wife's number is 07700 900456. my number is 07700 900456 too", &share());
    assert_eq!(masked, "my wife's number is [PHONE_1]. my number is 07700 900456 too");
}

#[test]
fn what_is_kept_by_default_is_masked_where_it_is_somebody_elses() {
    let mine = "customer number 48812345";
    let (masked, findings) = sent(mine, &Consent::none());
    assert_eq!((masked.as_str(), findings.len()), (mine, 1));
    let (masked, _) = sent("my mother's customer number 48812345", &Consent::none());
    assert_eq!(masked, "my mother's customer number [REF_1]");
}

#[test]
fn twenty_pasted_contacts_are_one_list_and_hidden_with_their_names() {
    let mut lines = String::new();
    for (at, name) in NAMES.iter().enumerate() {
        let _ = writeln!(lines, "{name}: 07700 9001{at:02}");
    }
    assert_one_list(&lines);
    assert_one_list(&format!("here are my contacts\n\n{lines}"));
}

#[test]
fn a_table_of_contacts_is_one_list() {
    for separator in [",", ";", "\t", " | "] {
        let mut table = ["name", "phone", "email"].join(separator) + "\n";
        for (at, name) in NAMES.iter().enumerate() {
            let _ = writeln!(table, "{}", [*name, &format!("07700 9001{at:02}"), &format!("c{at}@example.com")].join(separator));
        }
        assert_one_list(&table);
    }
}

#[test]
fn electronic_business_cards_are_one_list() {
    let mut cards = String::new();
    for (at, name) in NAMES.iter().enumerate() {
        let (first, last) = name.split_once(' ').unwrap_or((name, ""));
        let _ = write!(
            cards,
            "BEGIN:VCARD\r\nVERSION:3.0\r\nN:{last};{first};;;\r\nFN:{name}\r\nTEL;TYPE=CELL:07700 9001{at:02}\r\nEMAIL:c{at}@example.com\r\nEND:VCARD\r\n"
        );
    }
    assert_one_list(&cards);
}

#[test]
fn names_of_contacts_are_left_where_names_are_switched_off_or_allowed() {
    let text = "Anna 07700 900123\nTom 07700 900456";
    let names =
        |redactor: Redactor| redactor.analyze(text, false).expect("short").iter().filter(|f| f.entity == "PERSON_NAME").count();
    assert_eq!(names(redactor()), 2);
    assert_eq!(names(Redactor::builder().off(&["person/name"]).build().expect("valid")), 0);
    assert_eq!(names(Redactor::builder().allow("person/name", &["Tom"]).build().expect("valid")), 1);
}

#[test]
fn the_writers_own_numbers_are_no_list() {
    for text in [
        "mobile: 07700 900123\nhome: 07700 900456\nemail: ana@example.com",
        "phone 07700 900123\nemail ana@example.com\nthanks",
        "my mobile 07700 900123\nmy email ana@example.com",
        "name;phone;email\nAnna;07700 900123;ana@example.com",
    ] {
        let (_, findings) = sent(text, &Consent::none());
        assert!(!findings.is_empty() && findings.iter().all(|finding| finding.group.is_none() && !finding.third_party), "{text}");
    }
}

#[test]
fn a_child_is_a_minor_until_something_says_that_it_has_grown_up() {
    let minors = |text: &str| sent(text, &Consent::none()).1.iter().map(|finding| finding.minor).collect::<Vec<_>>();
    assert_eq!(minors("my son is 9"), [true]);
    assert_eq!(minors("my son is called max, he was born on 3 May 2016"), [true]);
    assert_eq!(minors("my daughter's name is Emily"), [true]);
    assert_eq!(minors("my daughter's date of birth is 14/02/1984"), [false]);
    assert_eq!(minors("my daughter's name is Emily, born on 14/02/1984"), [false, false]);
}

#[test]
fn an_explanation_says_whose_a_value_is() {
    let explained = redactor().explain("my wife's number is 07700 900456").expect("short");
    let found: Vec<_> = explained.iter().filter(|one| one.outcome == antifaz::Outcome::Found).collect();
    assert!(found.len() == 1 && found[0].third_party && !found[0].minor, "{found:?}");
}
