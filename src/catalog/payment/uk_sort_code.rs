//! Sort code of a British bank branch, alone or with the account behind it.
//!
//! Three pairs of digits, and eight for the account. Which of them exist together says a table of a thousand rows that is not worth its weight
//! here: it is one only beside its name.

use crate::recognizer::{Find, Kind, Language, Number, Opening, Recognizer, Scan, Verdict};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "payment/uk_sort_code",
    entity: "UK_SORT_CODE_ACCOUNT",
    kind: Kind::BankCode,
    countries: &["gb"],
    find: Find::Scan { opening: Opening::Cue, scan },
    concepts: &[],
    context: &[
        (Language::Any, "sort code, sortcode, sort-code, s/c"),
        (Language::En, "sort, sort no, sort number, branch code"),
        (Language::Ru, "сорт код, сорт-код, сорткод"),
    ],
};

fn scan(scan: &mut Scan<'_>) {
    let in_pairs = scan.cue.is_some_and(|cue| &scan.lower()[cue.range()] == "sort");
    scan.push_beside_cue(|number| code(number, in_pairs), Verdict::PLAUSIBLE);
}

/// Six digits, in pairs where the word alone would say too little, and the account if it follows.
fn code(number: Number<'_>, in_pairs: bool) -> Option<Number<'_>> {
    let pairs = number.groups() > 2 && (0..3).all(|group| number.group(group).len() == 2);
    let spelled = number.groups() >= 6 && (0..6).all(|group| number.group(group).len() == 1);
    let code = if pairs {
        3
    } else if spelled {
        6
    } else {
        1
    };
    if number.digits(code) != 6 || (in_pairs && !pairs) {
        return None;
    }
    let whole = if number.groups() > code && number.group(code).len() == 8 { code + 1 } else { code };
    (number.stands_alone(whole) && !number.is_all(whole, b'0') && !number.counts(whole)).then(|| number.take(whole))
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "payment/uk_sort_code",
    sources: &[
        "Pay.UK, \"Validating account numbers\" (Vocalink), version 7: sort code of six digits, account of eight; not compared with the document",
    ],
    matches: &[
        "sort code [[20-00-00]] please", "sortcode: [[601613]]", "sort code [[60-16-13 31926819]]", "my sort is [[04-00-04]]",
    ],
    near_misses: &["20-00-00", "sort code 00-00-00", "sort code 2000001", "sort of 150000 people"],
};
