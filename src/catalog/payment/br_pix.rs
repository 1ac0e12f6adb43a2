//! Random PIX key, and the code that is copied and pasted to pay.
//!
//! The key is a UUID, so only the word beside it tells it; other keys are telephone numbers, addresses and tax numbers, which are found as
//! such. The code is a string of fields that names the scheme and ends with its checksum's field.

use crate::{
    check::is_filler,
    recognizer::{Find, Kind, Language, Opening, Recognizer, Scan, Verdict},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "payment/br_pix",
    entity: "BR_PIX_BOLETO",
    kind: Kind::BankAccount,
    countries: &["br"],
    find: Find::Scan { opening: Opening::Any(&[Opening::Cue, Opening::Literals(&["br.gov.bcb.pix"])]), scan },
    concepts: &[],
    context: &[
        (Language::Any, "pix, chave pix, pix key, chave aleatoria, pix aleatorio, pix copia e cola"),
        (Language::Ru, "пикс, пикс ключ"),
    ],
};

/// How far from the cue.
const AROUND: usize = 60;
const KEY: usize = 36;

fn scan(scan: &mut Scan<'_>) {
    let text = scan.text().as_bytes();
    if scan.len > 0 {
        if let Some((start, end)) = code(text, scan.at) {
            scan.push(start, end, Verdict::plausible(1 << 16));
        }
        return;
    }
    let from = scan.cue.map_or(0, |cue| cue.start as usize).saturating_sub(AROUND);
    for start in from..(scan.at + AROUND).min(text.len()) {
        if is_key(text, start) {
            // The scheme gives keys of version 4. So are most UUIDs, which is why that says little.
            let verdict = if text[start + 14] == b'4' { Verdict::proven(3) } else { Verdict::PLAUSIBLE };
            scan.push(start, start + KEY, verdict);
        }
    }
}

/// True where a UUID stands by itself.
fn is_key(text: &[u8], start: usize) -> bool {
    let part_of_more = |at: usize| text.get(at).is_some_and(u8::is_ascii_alphanumeric);
    let fits =
        |(place, &byte): (usize, &u8)| if matches!(place, 8 | 13 | 18 | 23) { byte == b'-' } else { byte.is_ascii_hexdigit() };
    let Some(key) = text.get(start..start + KEY) else { return false };
    key.iter().enumerate().all(fits) && !is_filler(key) && !part_of_more(start.wrapping_sub(1)) && !part_of_more(start + KEY)
}

/// From the field 00, whose value is 01, to the field 63, four characters long.
fn code(text: &[u8], scheme: usize) -> Option<(usize, usize)> {
    const LONGEST: usize = 300;
    let from = scheme.saturating_sub(AROUND);
    let start = from + text[from..scheme].windows(6).position(|field| field == b"000201")?;
    let rest = &text[scheme..text.len().min(scheme + LONGEST)];
    let crc = rest.windows(8).rposition(|field| field.starts_with(b"6304") && field[4..].iter().all(u8::is_ascii_hexdigit))?;
    Some((start, scheme + crc + 8))
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "payment/br_pix",
    sources: &[
        "Banco Central do Brasil, \"Manual de Padrões para Iniciação do Pix\" 2.9 and its example code; Resolução BCB 1/2020: random key; not compared with the document",
    ],
    matches: &[
        "minha chave pix: [[7c9e6679-7425-40de-944b-e07fc1f90ae7]]",
        "[[7c9e6679-7425-40de-944b-e07fc1f90ae7]] é meu pix",
        "[[00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D]]",
    ],
    near_misses: &["7c9e6679-7425-40de-944b-e07fc1f90ae7", "pix 00000000-0000-0000-0000-000000000000", "docs at br.gov.bcb.pix"],
};
