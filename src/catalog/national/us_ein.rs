//! EIN, the number of an employer in the United States: 2-7 digits.
//!
//! The first two are the campus that gave it. No check digit: read only beside its name and, as German has the same little word, in capitals or
//! in its writing.

use crate::{
    check::number,
    recognizer::{Concept, Find, Kind, Language, Number, Opening, Recognizer, Scan, Verdict},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/us_ein",
    entity: "US_EIN",
    kind: Kind::CompanyId,
    countries: &["us"],
    find: Find::Scan { opening: Opening::Cue, scan },
    concepts: &[Concept::Company],
    context: &[
        (Language::Any, "fein, ein#"),
        (
            Language::En,
            "ein, ein number, ein no, employer identification number, employer id number, federal tax id, federal ein, federal id number",
        ),
        (Language::Es, "numero ein, numero de identificacion patronal"),
    ],
};

fn scan(scan: &mut Scan<'_>) {
    let is_article = scan.cue.is_some_and(|cue| matches!(&scan.text()[cue.range()], "ein" | "Ein"));
    if is_article {
        scan.push_beside_cue(|near| ein(near).filter(|ein| ein.groups() == 2), Verdict::PLAUSIBLE);
    } else {
        scan.push_beside_cue(ein, Verdict::PLAUSIBLE);
    }
}

fn ein(ein: Number<'_>) -> Option<Number<'_>> {
    /// Beginnings that no campus gives.
    const NEVER: [u64; 17] = [0, 7, 8, 9, 17, 18, 19, 28, 29, 49, 69, 70, 78, 79, 89, 96, 97];
    let groups = (1..=ein.groups()).find(|&groups| ein.digits(groups) == 9)?;
    let front = ein.group(0).as_bytes();
    let is_written_so = groups == 1 || groups == 9 || (groups == 2 && front.len() == 2);
    let campus = || if groups == 9 { number(front) * 10 + number(ein.group(1).as_bytes()) } else { number(&front[..2]) };
    let is_given = is_written_so && !NEVER.contains(&campus());
    (is_given && ein.stands_alone(groups) && !ein.is_all(groups, front[0])).then(|| ein.take(groups))
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/us_ein",
    sources: &[
        "Internal Revenue Service, \"How EINs are assigned and valid EIN prefixes\"; examples hold in python-stdnum 2.2, us.ein",
    ],
    matches: &[
        "our ein is [[04-2103594]]", "EIN [[912345678]]", "employer identification number: [[52-0901243]]", "ein [[20-4417832]]",
        "[[45-2209183]] is our ein number",
    ],
    near_misses: &["04-2103594", "ein paket 912345678", "EIN 00-0000000", "ein 07-1234567"],
};
