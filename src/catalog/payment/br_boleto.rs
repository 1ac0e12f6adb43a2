//! Boleto, the line of digits that a Brazilian payment slip is paid by.
//!
//! Of a bank 47 digits: three fields with a Luhn digit each and one more over the bar code. Of a public service 48, from 8: four fields whose last
//! digit is by 10 or by 11, as the third digit says. A random string passes once in ten thousand.

use crate::{
    check::{is_filler, luhn_holds, mod_11_digit},
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits_between},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "payment/br_boleto",
    entity: "BR_PIX_BOLETO",
    kind: Kind::BankAccount,
    countries: &["br"],
    find: Find::Shape {
        shape: Shape { runs: &[digits_between(47, 48)], layouts: &["00000.00000 00000.000000 00000.000000 0 00000000000000"] },
        need: Need::Nothing,
        check,
    },
    concepts: &[],
    context: &[
        (Language::Any, "boleto, linha digitavel, codigo de barras, boleto bancario"),
        (Language::Pt, "fatura, guia, dda, conta de luz"),
    ],
};

fn check(line: &[u8]) -> Verdict {
    if is_filler(line) {
        return Verdict::Refuted(Reason::Format);
    }
    if line.len() == 47 {
        let fields = luhn_holds(&line[..10]) && luhn_holds(&line[10..21]) && luhn_holds(&line[21..32]);
        return Verdict::checksum(fields && bar_code_holds(line), 10_000);
    }
    if line[0] != b'8' {
        return Verdict::Refuted(Reason::Component);
    }
    let by_ten = matches!(line[2], b'6' | b'7');
    let holds = line.chunks(12).all(|field| {
        if by_ten { luhn_holds(field) } else { mod_11_digit(field, &[4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2], b'0') == field[11] }
    });
    Verdict::checksum(holds, 100_000)
}

/// Whether the digit before the last field closes the bar code, whose parts the line has in another order.
fn bar_code_holds(line: &[u8]) -> bool {
    let parts = [&line[21..31], &line[10..20], &line[4..9], &line[33..], &line[..4]];
    let digits = parts.iter().flat_map(|part| part.iter().rev());
    let sum: i32 = digits.zip((2..=9).cycle()).map(|(byte, weight)| i32::from(byte - b'0') * weight).sum();
    let digit = 11 - sum % 11;
    i32::from(line[32] - b'0') == if digit > 9 { 1 } else { digit }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "payment/br_boleto",
    sources: &[
        "FEBRABAN, \"Convenção de cobrança\" and \"Layout padrão de arrecadação/recebimento com utilização do código de barras\" v. 7: fields and check digits; not compared with the document",
    ],
    matches: &[
        "boleto [[34192.16613 46371.292460 29664.826632 7 46620172009007]]",
        "linha digitável [[34199661266792228944113003826537422479537017976]]",
        "conta de luz [[82618109608-0 40864198691-9 20826739177-8 48493373676-7]]",
        "[[848158724688216583951073411925648575311291089547]]",
    ],
    near_misses: &["34192.16614 46371.292460 29664.826632 7 46620172009007", "848158724688216583951073411925648575311291089548"],
};
