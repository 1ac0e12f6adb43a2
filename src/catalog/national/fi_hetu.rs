//! Henkilötunnus (HETU), the Finnish personal identity code.
//!
//! Birth date as DDMMYY, a sign for the century (letters as well since 2023), three digits, and a character by 31 of the nine
//! digits. One random string in 850 passes. The sign may be a separator or a letter, so no shape says it.

use crate::{
    check::{date_of, is_filler, number},
    recognizer::{Concept, Find, Kind, Language, Opening, Reason, Recognizer, Scan, Verdict},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/fi_hetu",
    entity: "FI_HETU",
    kind: Kind::NationalId,
    countries: &["fi"],
    find: Find::Scan { opening: Opening::Any(&[Opening::Digits(6), Opening::Cue]), scan },
    concepts: &[Concept::NationalId, Concept::SocialSecurity],
    context: &[
        (Language::Any, "hetu, henkilotunnus, henkilotunnukseni, henkilotunnuksesi, sotu, personbeteckning"),
        (Language::En, "finnish personal id"),
    ],
};

const LEN: usize = 11;

fn scan(scan: &mut Scan<'_>) {
    if scan.len == 0 {
        scan.push_written_beside_cue(LEN, check);
        return;
    }
    scan.push_written(scan.token, LEN, check);
    // Nothing but the sign parts it: "078-05-1120 i" is none.
    let text = scan.folded.text().as_bytes();
    scan.found.retain(|(span, _)| !text[span.range()].contains(&b' '));
}

fn check(hetu: &[u8]) -> Verdict {
    let Some((date, rest)) = hetu.split_at_checked(6) else { return Verdict::Refuted(Reason::Format) };
    let (&[.., control], Some(serial)) = (rest, rest.len().checked_sub(4).and_then(|sign| rest.get(sign..sign + 3))) else {
        return Verdict::Refuted(Reason::Format);
    };
    let signed = rest.len() == 4 || (rest.len() == 5 && b"ABCDEFYXWVU".contains(&rest[0]));
    if !signed || !date.iter().chain(serial).all(u8::is_ascii_digit) || is_filler(date) {
        return Verdict::Refuted(Reason::Format);
    }
    // Serials begin at 002; those from 900 on are temporary.
    let serial = number(serial);
    if !date_of(date, *b"dmy") || serial < 2 {
        return Verdict::Refuted(Reason::Component);
    }
    let place = (number(date) * 1000 + serial) % 31;
    Verdict::checksum(b"0123456789ABCDEFHJKLMNPRSTUVWXY"[place as usize] == control, 850)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/fi_hetu",
    sources: &[
        "Digi- ja väestötietovirasto (DVV), \"The personal identity code\" and government decree 128/2010 as amended in 2022 (specimen 131052-308T); examples hold in python-stdnum 2.2, fi.hetu",
    ],
    matches: &["henkilötunnus [[131052-308T]]", "hetu: [[020106A0198]]", "[[160267-734W]]", "HETU [[090506a3389]] kiitos"],
    near_misses: &["131052-308U", "000000-0000", "078-05-1120 i", "131352-308T"],
};
