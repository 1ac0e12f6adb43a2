//! An identity number that no scheme of ours names, and the name for one that could be several countries'.
//!
//! Five to twenty letters and digits, at least four of them digits, behind the word for an identity number. Nothing to compute.

use crate::recognizer::{Concept, Find, Kind, Language, Opening, Recognizer, Scan, Verdict, is_given_number, words};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/any_id",
    entity: "NATIONAL_ID",
    kind: Kind::NationalId,
    countries: &[],
    find: Find::Scan { opening: Opening::Cue, scan },
    concepts: &[Concept::NationalId],
    context: &[(Language::En, "id is, citizen id, personal id, resident number, foreigner number")],
};

/// Words before "id" and "number" that make it a thing's.
const THINGS: &str = "train, flight, поезд, поезда, order, case, session, trace, user, transaction, request, message, device, product, client, customer, employee, booking, apple, caller, pedido, cliente, sesion, transaccion, заказа, сессии, товара, commande, bestell, ordine, sessione, error, face, touch, payment, tracking, item, listing, ad, uuid, game, steam, player, anuncio, usuario, internacional, dispositivo";

fn scan(scan: &mut Scan<'_>) {
    let of_thing = |word: &str| words(THINGS).any(|thing| thing == word);
    if scan.words_before_cue(2).any(of_thing) || of_thing(scan.word(scan.token)) {
        return;
    }
    scan.push_code_beside_cue(check);
    scan.drop_counted();
}

fn check(code: &[u8]) -> Option<Verdict> {
    is_given_number(code, &(5..=20), &(4..=20)).then_some(Verdict::PLAUSIBLE)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/any_id",
    sources: &[
        "ISO/IEC 7812 and the national schemes of this catalogue: identity numbers have 5 to 20 characters; not compared with the document",
    ],
    matches: &[
        "my id number is [[AB4471882]]", "national id [[44718-ZQ-82]]", "numero de identificacion [[X44-718823]]",
        "личный номер [[447188-20]]", "ausweisnummer [[44718-ZQ-82]]", "numéro d'identité [[44718-8230B]]",
        "número de identificação [[44718-ZQ-82]]", "numero di identificazione [[AX44718823]]",
    ],
    near_misses: &[
        "which id do you accept", "order id 44718823", "my id expired in 2023",
        "id 550e8400-e29b-41d4-a716-446655440000 en los logs", "id number 00000000", "поезд с id TR8714",
    ],
};
