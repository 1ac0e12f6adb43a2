//! Age of an adult, or of whoever is not said to be somebody's child.
//!
//! A number up to 120 that a person is said to count in years. Terms of contracts, guarantees and mortgages are told alike, so the
//! sentence around it decides.

use crate::recognizer::{Find, Kind, Language, Opening, Recognizer, Scan, Verdict};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "person/age",
    entity: "AGE",
    kind: Kind::Age,
    countries: &[],
    find: Find::Scan { opening: Opening::Any(&[Opening::Digits(1), Opening::Literals(UNITS), Opening::Cue]), scan },
    concepts: &[],
    context: &[
        (Language::En, "age, how old, aged"),
        (Language::Es, "edad, cuantos anos"),
        (Language::Ru, "возраст, сколько лет, сколько вам лет"),
        (Language::De, "alter, wie alt"),
        (Language::Fr, "age, quel age"),
        (Language::Pt, "idade, quantos anos"),
        (Language::It, "eta, quanti anni"),
    ],
};

/// What a number in words counts. They are no cues: a question about years asks for no age.
const UNITS: &[&str] = &["years old", "year old", "anos", "ans", "anni", "jahre", "лет", "года"];

fn scan(scan: &mut Scan<'_>) {
    let (age, verdict) = if scan.len == 0 {
        if scan.cue.is_some() {
            return;
        }
        (scan.age_of_answer(), Verdict::PLAUSIBLE)
    } else {
        let digits = scan.is_digits(scan.token);
        (if digits { scan.age_at(scan.token) } else { scan.age_in_words(scan.token) }, Verdict::plausible(128))
    };
    if let Some(age) = age.filter(|age| !age.of_minor || scan.len == 0) {
        scan.push_tokens(age.first, age.end, verdict);
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "person/age",
    sources: &[
        "Regulation (EU) 2016/679 (GDPR), article 4 (1): any information relating to an identified or identifiable person; read 2026-11",
        "Guinness World Records, oldest person ever: 122 years; read 2026-11",
    ],
    matches: &[
        "i'm [[34]]", "i am [[34 years old]] and never had a loan", "my age is [[29]]", "age: [[29]]", "tengo [[34 años]]",
        "edad: [[52]]", "мне [[34 года]]", "возраст [[45]]", "bin [[67 jahre alt]]", "alter: [[45]]", "j'ai [[29 ans]]",
        "tenho [[42 anos]]", "idade: [[42]]", "ho [[38 anni]]", "my mother is [[82 years old]]", "mi abuela tiene [[91 años]]",
        "âge: [[42]]", "età: [[42]]",
    ],
    near_misses: &[
        "i have 30 years of experience", "my fridge is 9 years old and leaks", "25 year mortgage rates", "i'm 10 minutes away",
        "soy cliente desde hace 10 años", "мне 40 рублей не вернули", "tengo 15 minutos", "minimum age 18?",
        "tengo 10 años de antigüedad", "a 10 year old mattress can be recycled?",
    ],
};
