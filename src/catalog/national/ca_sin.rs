//! SIN (NAS), the Canadian social insurance number.
//!
//! Nine digits with Luhn; none begins with 0 or 8. One random string in twelve passes: it needs its name or hyphens between its threes. In small
//! letters the name is a little word of Spanish and Portuguese, and stands right in front of what it names.

use zeroize::Zeroizing;

use crate::{
    check::{is_filler, luhn_holds},
    recognizer::{Find, Kind, Language, Number, Opening, Reason, Recognizer, Scan, Verdict},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/ca_sin",
    entity: "CA_SIN",
    kind: Kind::NationalId,
    countries: &["ca"],
    find: Find::Scan { opening: Opening::Any(&[Opening::Cue, Opening::Digits(9)]), scan },
    concepts: &[],
    context: &[
        (Language::Any, "sin, nas, sin#"),
        (
            Language::En,
            "sin number, sin no, sin card, social insurance, social insurance number, social insurance no, canadian sin",
        ),
        (Language::Es, "sin canadiense, seguro social canadiense"),
        (Language::Ru, "канадский sin, номер социального страхования канады"),
        (Language::De, "kanadische sozialversicherungsnummer"),
        (Language::Fr, "numero d'assurance sociale, n° d'assurance sociale, nas canadien"),
        (Language::Pt, "seguro social canadense, sin canadense"),
        (Language::It, "sin canadese, numero di assicurazione sociale"),
    ],
};

const LEN: usize = 9;

fn scan(scan: &mut Scan<'_>) {
    let proven = Verdict::proven(12);
    if scan.len > 0 {
        let number = scan.number_here();
        let in_threes = number.groups() == 3 && (0..3).all(|group| number.group(group).len() == 3);
        if in_threes && number.gap(0) == "-" && number.gap(1) == "-" && holds(number) == Some(true) {
            scan.push(number.start(), number.end(3), proven);
        }
        return;
    }
    if scan.cue.is_some_and(|cue| matches!(&scan.text()[cue.range()], "sin" | "nas" | "Sin" | "Nas")) {
        let next = scan.numbers_after().next().filter(|number| number.is_direct() && holds(*number) == Some(true));
        if let Some(number) = next {
            scan.push(number.start(), number.end(groups(number).unwrap_or(1)), proven);
        }
    } else {
        scan.push_beside_cue(|number| Some(number.take(groups(number)?)).filter(|_| holds(number) == Some(true)), proven);
        scan.push_beside_cue(
            |number| Some(number.take(groups(number)?)).filter(|_| holds(number) == Some(false)),
            Verdict::Refuted(Reason::Checksum),
        );
    }
}

/// How many groups make the nine digits.
fn groups(number: Number<'_>) -> Option<usize> {
    let groups = (1..=number.groups()).find(|&groups| number.digits(groups) >= LEN)?;
    (number.digits(groups) == LEN && number.stands_alone(groups)).then_some(groups)
}

/// Whether the check digit of nine digits holds that may be one.
fn holds(number: Number<'_>) -> Option<bool> {
    let mut sin = Zeroizing::new([0; LEN]);
    number.copy(groups(number)?, &mut sin[..]);
    (!is_filler(&sin[..]) && !matches!(sin[0], b'0' | b'8')).then(|| luhn_holds(&sin[..]))
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/ca_sin",
    sources: &[
        "Employment and Social Development Canada, \"The Social Insurance Number Code of Practice\", annex 2: validating the SIN; examples hold in python-stdnum 2.2, ca.sin",
    ],
    matches: &[
        "my sin is [[280 670 654]]", "SIN number [[595527177]]", "mon numéro d'assurance sociale est [[937 788 925]]",
        "[[130-692-544]] for payroll", "NAS [[280670654]]",
    ],
    near_misses: &["280 670 654", "595527178", "sin 000 000 000", "046-454-286", "192818939 sin prorroga"],
};
