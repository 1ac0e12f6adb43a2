//! ITIN and ATIN, tax numbers of people without a social security number in the United States, and PTIN of those who prepare their returns.
//!
//! Nine digits from 9 on whose fourth and fifth are 50 to 65, 70 to 88 or 90 to 99; PTIN: P and eight digits. No check digit: written 3-2-4 it
//! says so by itself, else beside its name.

use zeroize::Zeroizing;

use crate::{
    check::is_filler,
    recognizer::{Concept, Find, Kind, Language, Opening, Recognizer, Scan, Verdict},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/us_itin",
    entity: "US_ITIN_ATIN_PTIN",
    kind: Kind::TaxId,
    countries: &["us"],
    find: Find::Scan { opening: Opening::Any(&[Opening::Digits(9), Opening::Literals(&["p0"])]), scan },
    concepts: &[Concept::TaxId],
    context: &[
        (Language::Any, "itin, atin, ptin"),
        (Language::En, "itin number, individual taxpayer, individual taxpayer identification, preparer tax id"),
        (Language::Es, "numero itin, numero de itin"),
    ],
};

const LEN: usize = 9;

fn scan(scan: &mut Scan<'_>) {
    let text = scan.text().as_bytes();
    if !text[scan.at].is_ascii_digit() {
        let end = text[scan.at + 1..].iter().take(LEN).take_while(|byte| byte.is_ascii_digit()).count() + scan.at + 1;
        let is_whole = end == scan.at + LEN && !text.get(end).is_some_and(u8::is_ascii_alphanumeric);
        let is_inside = text[..scan.at].last().is_some_and(u8::is_ascii_alphanumeric);
        if is_whole && !is_inside && !is_filler(&text[scan.at..end]) {
            scan.push(scan.at, end, Verdict::PLAUSIBLE);
        }
        return;
    }
    let number = scan.number_here();
    let Some(groups) = (1..=number.groups()).find(|&groups| number.digits(groups) >= LEN) else { return };
    if number.digits(groups) != LEN || !number.stands_alone(groups) || number.is_all(groups, b'9') {
        return;
    }
    let mut itin = Zeroizing::new([0; LEN]);
    number.copy(groups, &mut itin[..]);
    if itin[0] != b'9' || !matches!(&itin[3..5], [b'5' | b'7' | b'9', _] | [b'6', b'0'..=b'5'] | [b'8', b'0'..=b'8']) {
        return;
    }
    let in_threes = groups == 3 && number.group(0).len() == 3 && number.group(1).len() == 2;
    let verdict =
        if in_threes && number.gap(0) == "-" && number.gap(1) == "-" { Verdict::plausible(24) } else { Verdict::PLAUSIBLE };
    scan.push(number.start(), number.end(groups), verdict);
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/us_itin",
    sources: &[
        "Internal Revenue Service, Publication 1915 and Internal Revenue Manual 3.21.263: ITIN and ATIN ranges; IRS, \"PTIN requirements for tax return preparers\"; examples hold in python-stdnum 2.2, us.tin",
    ],
    matches: &["my itin is [[912-90-3456]]", "itin [[984726117]] from the w7", "[[951-71-2204]]", "preparer ptin [[P01594846]]"],
    near_misses: &["912-68-3456", "912903456", "itin 999-99-9999", "P01594846"],
};
