//! Card PIN.
//!
//! Four to six digits, and nothing about them says so: only the word beside them does. Clock times, years and amounts that stand near
//! the word are none.

use crate::recognizer::{Find, Kind, Language, Number, Opening, Recognizer, Scan, Verdict};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "payment/card_pin",
    entity: "CARD_PIN",
    kind: Kind::Pin,
    countries: &[],
    find: Find::Scan { opening: Opening::Cue, scan },
    concepts: &[],
    context: &[
        (Language::En, "pin, pin code, pin number, pin no, pincode, pin is, atm pin, card pin, puk"),
        (
            Language::Es,
            "pin, codigo pin, numero pin, clave del cajero, clave de cajero, clave de la tarjeta, clave de mi tarjeta, numero secreto, codigo secreto, clave secreta",
        ),
        (Language::Ru, "пин, пина, пином, пин-код*, пинкод*, пин код*, pin-код*, pin код*, пароль от карты, код от карты"),
        (Language::De, "pin, pin-code, pin-nummer, pinnummer, kartenpin, geheimzahl, geheimnummer"),
        (Language::Fr, "pin, code pin, code secret, code confidentiel, code de la carte, code de ma carte"),
        (
            Language::Pt,
            "pin, codigo pin, senha do cartao, senha do meu cartao, senha da conta, codigo secreto, senha de 4 digitos",
        ),
        (Language::It, "pin, codice pin, codice segreto, pin del bancomat, codice del bancomat"),
    ],
};

/// Of what stands behind these words so little else is built like this that the broader word for a password ("clave", "senha") yields.
const BESIDE_ITS_WORD: Verdict = Verdict::plausible(64);

fn scan(scan: &mut Scan<'_>) {
    scan.push_beside_cue(pin, BESIDE_ITS_WORD);
}

fn pin(number: Number<'_>) -> Option<Number<'_>> {
    let groups = number.code(4..=6).or_else(|| number.code(4..=8).filter(|_| number.is_direct()))?;
    let dates = number.is_year(groups) && !number.is_direct();
    (!dates && !number.counts(groups) && !number.is_a_tail()).then(|| number.take(groups))
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "payment/card_pin",
    sources: &["ISO 9564-1:2017, section 8: a PIN has 4 to 12 digits; cards are issued with 4 to 6; read 2026-11"],
    matches: &[
        "my pin is [[4821]]", "PIN: [[093718]] doesnt work", "[[4821]] is the pin", "clave del cajero [[3390]]",
        "пин-код [[9043]]",
    ],
    near_misses: &[
        "my pin doesnt work since 2023", "i forgot the pin at 1430", "pin: ****", "wrong pin for the card ending in 4417",
        "the pin failed 1000 times",
    ],
};
