//! Transit and institution number of a Canadian account, alone or with the account behind them.
//!
//! Five digits for the branch and three for the institution, in electronic payments 0, institution and branch. Nothing to compute: it is one
//! only beside its name.

use crate::{
    check::is_filler,
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits_between},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "payment/ca_bank",
    entity: "CA_BANK",
    kind: Kind::BankCode,
    countries: &["ca"],
    find: Find::Shape { shape: Shape { runs: &[digits_between(8, 20)], layouts: &["00000-000"] }, need: Need::Cue, check },
    concepts: &[],
    context: &[
        (Language::Any, "transit, transit number, transit no, institution number, void cheque, void check, specimen cheque"),
        (Language::Fr, "specimen de cheque, numero de transit"),
    ],
};

/// Banks and cooperatives that clear for the public.
static INSTITUTIONS: &[u8] =
    b"001002003004006010016030039117127177219245260270320328338339340361374509540568588595608614621623809815819\
828829837839849865879889899";

fn check(number: &[u8]) -> Verdict {
    let institution = match number {
        _ if is_filler(number) => return Verdict::Refuted(Reason::Format),
        [b'0', rest @ ..] if rest.len() == 8 => &rest[..3],
        _ if number.len() == 8 || number.len() > 14 => &number[5..8],
        _ => return Verdict::Refuted(Reason::Length),
    };
    if !INSTITUTIONS.chunks(3).any(|known| known == institution) {
        return Verdict::Refuted(Reason::Component);
    }
    Verdict::plausible(if number.len() == 9 { 220 } else { 22 })
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "payment/ca_bank",
    sources: &[
        "Payments Canada, Financial Institutions File and Rule A4: transit and institution numbers; not compared with the document",
    ],
    matches: &["transit [[00012-004]]", "void cheque: [[02312 003 1047729]]", "transit number [[000300012]]"],
    near_misses: &["00012-004", "transit 00000-000", "transit 10012-0049"],
};
