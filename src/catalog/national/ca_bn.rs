//! Business number of Canada: nine digits with Luhn, with two letters and four digits a program account.
//!
//! Nine digits need the name; of nine digits, two letters and four digits one random string in 600 passes.

use crate::{
    check::{is_filler, luhn_holds},
    recognizer::{Concept, Find, Kind, Language, Opening, Recognizer, Scan, Verdict},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/ca_bn",
    entity: "CA_BN",
    kind: Kind::CompanyId,
    countries: &["ca"],
    find: Find::Scan { opening: Opening::Any(&[Opening::Cue, Opening::Run(ACCOUNT)]), scan },
    concepts: &[Concept::Company],
    context: &[
        (Language::En, "business number, bn, cra business number, gst number, hst number, gst/hst"),
        (Language::Fr, "numero d'entreprise, numero de tps, tps, tvh"),
    ],
};

const ROOT: usize = 9;
const ACCOUNT: usize = 15;

fn scan(scan: &mut Scan<'_>) {
    if scan.len == 0 {
        scan.push_code_beside_cue(check);
        return;
    }
    if scan.len != ACCOUNT {
        return;
    }
    let (root, program) = scan.text().as_bytes()[scan.at..scan.at + ACCOUNT].split_at(ROOT);
    let is_program = matches!(program, [b'r' | b'R', letter, branch @ ..]
        if b"CDEGMNPRTZ".contains(&letter.to_ascii_uppercase()) && branch.iter().all(u8::is_ascii_digit));
    if is_program && check(root).is_some() {
        scan.push(scan.at, scan.at + ACCOUNT, Verdict::checksum(luhn_holds(root), 600));
    }
}

fn check(root: &[u8]) -> Option<Verdict> {
    let fits = root.len() == ROOT && root.iter().all(u8::is_ascii_digit) && !is_filler(root);
    fits.then(|| Verdict::checksum(luhn_holds(root), 10))
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/ca_bn",
    sources: &[
        "Canada Revenue Agency, \"Business number and program accounts\" (RC2); check digit by Luhn; examples hold in python-stdnum 2.2, ca.bn",
    ],
    matches: &[
        "business number [[82304 5018]]", "our bn is [[110326642]] for the cra", "[[823045018RT0001]] on the invoice",
        "numéro d'entreprise [[110326642RP0001]]",
    ],
    near_misses: &["823045018", "823045019RT0001", "bn 000000000"],
};
