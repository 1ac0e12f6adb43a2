//! UPI address: a name or telephone number at a payment service of India.
//!
//! It looks like an e-mail address without a domain. Well-known services tell it by themselves, others need the word.

use crate::recognizer::{Find, Kind, Language, Opening, Recognizer, Scan, Verdict, words};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "payment/in_upi",
    entity: "IN_IFSC_UPI",
    kind: Kind::BankAccount,
    countries: &["in"],
    find: Find::Scan {
        opening: Opening::Any(&[
            Opening::Cue,
            Opening::Digits(10),
            Opening::Literals(&["@okaxis", "@oksbi", "@okicici", "@okhdfcbank"]),
        ]),
        scan,
    },
    concepts: &[],
    context: &[(Language::Any, "upi, upi id, vpa, bhim, gpay, google pay, phonepe, paytm, virtual payment address")],
};

/// Services whose name is no domain that mail is sent to.
const SERVICES: &str = "okaxis, oksbi, okicici, okhdfcbank, ybl, ibl, axl, apl, yapl, rapl, paytm, ptsbi, ptaxis, pthdfc, ptyes, upi, sbi, icici, hdfcbank, axisbank, kotak, fbl, ikwik, freecharge, airtel, barodampay";

fn scan(scan: &mut Scan<'_>) {
    const AROUND: usize = 60;
    let text = scan.text().as_bytes();
    let (from, to) = match scan.len {
        0 => (scan.cue.map_or(0, |cue| cue.start as usize).saturating_sub(AROUND), scan.at + AROUND),
        // The sign itself, or what follows a run of digits.
        len if text[scan.at] == b'@' => (scan.at, scan.at + len.min(1)),
        len => (scan.at + len, scan.at + len + 1),
    };
    for sign in (from..to.min(text.len())).filter(|&at| text[at] == b'@') {
        if let Some((start, end, known)) = address(text, sign)
            && (known || scan.len == 0)
        {
            scan.push(start, end, if known { Verdict::plausible(1 << 8) } else { Verdict::PLAUSIBLE });
        }
    }
}

/// The address around a sign, and whether its service is known.
fn address(text: &[u8], sign: usize) -> Option<(usize, usize, bool)> {
    const NAME: usize = 64;
    const SERVICE: std::ops::RangeInclusive<usize> = 3..=20;
    let name = text[..sign].iter().rev().take(NAME).take_while(|&&byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte));
    let start = sign - name.count();
    let service = text[sign + 1..].iter().take(NAME).take_while(|byte| byte.is_ascii_alphabetic()).count();
    let end = sign + 1 + service;
    // A dot and more behind it make it an e-mail address.
    let goes_on = match text[end..] {
        [b'.' | b'-', next, ..] => next.is_ascii_alphanumeric(),
        [next, ..] => next.is_ascii_alphanumeric() || next == b'_',
        [] => false,
    };
    if start == sign || !text[start].is_ascii_alphanumeric() || !SERVICE.contains(&service) || goes_on {
        return None;
    }
    Some((start, end, words(SERVICES).any(|known| text[sign + 1..end].eq_ignore_ascii_case(known.as_bytes()))))
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "payment/in_upi",
    sources: &[
        "National Payments Corporation of India, UPI procedural guidelines: address of the form name@psp; list of third-party apps and their handles; not compared with the document",
    ],
    matches: &[
        "my upi is [[jolene.tester@okaxis]]", "upi id [[9820011223@ybl]]", "[[9820011223@paytm]]", "vpa: [[tester77@newpsp]]",
    ],
    near_misses: &["jolene@newpsp", "upi 9820011223@paytm.com", "write to tester@okaxis.com"],
};
