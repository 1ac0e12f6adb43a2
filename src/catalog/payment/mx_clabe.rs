//! CLABE, the Mexican bank account number.
//!
//! Eighteen digits: bank, place, account, and a weighted sum by 10. Where the bank is known one random string in a hundred passes; a bank that
//! is not in the list counts less than chance would have it, as any number of this length begins like that.

use crate::{
    check::{is_filler, weighted_sum},
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "payment/mx_clabe",
    entity: "MX_NSS_CLABE",
    kind: Kind::BankAccount,
    countries: &["mx"],
    find: Find::Shape { shape: Shape { runs: &[digits(18)], layouts: &[] }, need: Need::Nothing, check },
    concepts: &[],
    context: &[(Language::Any, "clabe, clabe interbancaria, cuenta clabe, spei, c.l.a.b.e")],
};

/// Banks and wallets that take part in SPEI.
static BANKS: &[u8] =
    b"002006009012014019021030036037042044058059060062072103106108110112113124126127128129130131132133135136137138\
140141143145147148150151152154155156157158160166168600601602605606608610616617618620626630631634638646652653656659661684685699\
703706710714715720721722723725728730732734738741748";

fn check(clabe: &[u8]) -> Verdict {
    const WEIGHTS: [i32; 18] = [3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1];
    if is_filler(clabe) {
        return Verdict::Refuted(Reason::Format);
    }
    let known = BANKS.chunks(3).any(|bank| bank == &clabe[..3]);
    Verdict::checksum(weighted_sum(clabe, &WEIGHTS) % 10 == 0, if known { 90 } else { 7 })
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "payment/mx_clabe",
    sources: &[
        "Banco de México, Circular 14/2017 (SPEI), and ABM: structure of the CLABE, weights 3 7 1, keys of participants; not compared with the document",
    ],
    matches: &[
        "mi clabe es [[012180517787088526]]", "CLABE [[0121 8022 8669 7545 84]]", "[[012180228669754584]]",
        "clabe [[999180935518380525]]",
    ],
    near_misses: &["012180517787088527", "999180935518380525", "clabe 000000000000000000"],
};
