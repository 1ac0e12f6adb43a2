//! UEN, the number of an entity in Singapore.
//!
//! Eight digits of a business or nine, from the year on, of a company and a letter by 11; of others R, S or T, the year, two letters for the kind,
//! four digits and a letter. The three together are so rare among random strings that only its name makes one worth a look.

use crate::{
    check::{is_filler, weighted_sum},
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, alnum_between},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/sg_uen",
    entity: "SG_UEN",
    kind: Kind::CompanyId,
    countries: &["sg"],
    find: Find::Shape { shape: Shape { runs: &[alnum_between(9, 10)], layouts: &[] }, need: Need::Cue, check },
    concepts: &[],
    context: &[
        (Language::Any, "uen, acra"),
        (Language::En, "uen number, unique entity number, singapore company number, acra number"),
    ],
};

fn check(uen: &[u8]) -> Verdict {
    let (body, last) = (&uen[..uen.len() - 1], uen[uen.len() - 1]);
    let is_digits = |text: &[u8]| text.iter().all(u8::is_ascii_digit);
    if is_filler(uen) || !last.is_ascii_uppercase() {
        return Verdict::Refuted(Reason::Format);
    }
    let (sum, letters) = match body.len() {
        8 if is_digits(body) => (weighted_sum(body, &[10, 4, 9, 3, 8, 2, 7, 1]), b"XMKECAWLJDB"),
        9 if is_digits(body) => (weighted_sum(body, &[10, 8, 6, 4, 9, 7, 5, 3, 1]), b"ZKCMDNERGWH"),
        9 if matches!(body[0], b'R' | b'S' | b'T') && is_digits(&body[1..3]) && is_digits(&body[5..]) => {
            let mut sum = 6;
            for (&byte, weight) in body.iter().zip([4, 3, 5, 3, 10, 2, 2, 5, 7]) {
                let Some((_, place)) = OTHERS.iter().zip(0..).find(|(character, _)| **character == byte) else {
                    return Verdict::Refuted(Reason::Format);
                };
                sum += place * weight;
            }
            (sum, b"ABCDEFGHJKL")
        }
        _ => return Verdict::Refuted(Reason::Format),
    };
    Verdict::checksum(letters[(sum % 11).cast_unsigned() as usize] == last, 1_000)
}

/// What the characters of others count: their place.
static OTHERS: &[u8] = b"ABCDEFGHJKLMNPQRSTUVWX0123456789";

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/sg_uen",
    sources: &[
        "ACRA, \"Unique entity number (UEN): formats\"; OECD, Singapore: information on tax identification numbers; examples hold in python-stdnum 2.2, sg.uen",
    ],
    matches: &["uen [[201458321Z]]", "our uen is [[53290490K]]", "UEN: [[T09LL4429J]]"],
    near_misses: &["201458321Z", "T09LL4429J"],
};
