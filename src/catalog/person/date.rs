//! A date of the calendar, written in digits.
//!
//! Bare it is a component of statements and only suggested; beside a wedding, an operation or an admission it is of somebody's life.

use crate::{
    check::{is_date, is_date_in_some_century},
    recognizer::{Find, Kind, Language, Opening, Recognizer, Scan, Verdict},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "person/date",
    entity: "DATE_TIME",
    kind: Kind::Date,
    countries: &[],
    find: Find::Scan { opening: Opening::Digits(6), scan },
    concepts: &[],
    context: &[
        (
            Language::En,
            "wedding, wedding anniversary, married on, operation on, surgery on, admitted, discharged, date of death, died on, hired on, date of entry",
        ),
        (Language::Es, "boda, nos casamos, me operaron, operacion, ingreso, fallecio, alta medica"),
        (Language::Ru, "свадьба, дата смерти, операция, госпитализация, выписка, умер, умерла"),
        (Language::De, "hochzeit, verstorben am, operation am, entlassen am, todestag"),
        (Language::Fr, "mariage, deces, decede le, operation le, hospitalise le"),
        (Language::Pt, "casamento, obito, faleceu, cirurgia, internacao"),
        (Language::It, "matrimonio, decesso, deceduto, intervento, ricovero"),
    ],
};

fn scan(scan: &mut Scan<'_>) {
    let number = scan.number_here();
    if number.groups() != 3 || !number.stands_alone(3) {
        return;
    }
    let same = number.gap(0) == number.gap(1) && matches!(number.gap(0), "." | "/" | "-");
    let value = |group: usize| number.group(group).parse::<u32>().unwrap_or(0);
    let (a, b, c) = (value(0), value(1), value(2));
    let fits = match (number.group(0).len(), number.group(1).len(), number.group(2).len()) {
        (1 | 2, 1 | 2, 4) => is_date(c, b, a) || is_date(c, a, b),
        (4, 2, 2) => is_date(a, b, c),
        (2, 2, 2) => is_date_in_some_century(c, b, a) || is_date_in_some_century(c, a, b),
        _ => false,
    };
    if same && fits {
        scan.push(number.start(), number.end(3), Verdict::PLAUSIBLE);
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "person/date",
    sources: &["ISO 8601-1:2019 and the national orders of day, month and year; read 2026-11"],
    matches: &[
        "our wedding was on [[14/06/2019]]", "admitted [[2024-03-12]]", "nuestra boda [[14.06.2019]]", "операция [[12.03.2024]]",
        "hochzeit am [[14.06.2019]]", "mariage le [[14/06/2019]]", "casamento [[14/06/2019]]", "matrimonio il [[14/06/2019]]",
    ],
    near_misses: &["due 31/12/2025", "valid until 30.06.2026", "version 1.12.2024.3", "31/02/2024 wedding"],
};
