//! VAT numbers of the European Union and the United Kingdom.
//!
//! The country's letters and as many digits and letters as it uses. Those with letters inside are found alone; those of digits
//! only beside a word. The German, French and Austrian ones have recognizers of their own.

use crate::{
    check::is_filler,
    recognizer::{Concept, Find, Kind, Language, Opening, Reason, Recognizer, Scan, Verdict, WordList, is_link},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/eu_vat",
    entity: "EU_VAT",
    kind: Kind::TaxId,
    countries: &[],
    find: Find::Scan { opening: Opening::Any(&[Opening::Run(4), Opening::Digits(6), Opening::Cue]), scan },
    concepts: &[Concept::TaxId],
    context: &[
        (Language::Any, "vat, btw, moms, alv, vies, btw-nummer, momsnr, dph, pvm, cvr, vat id"),
        (Language::En, "eu vat, vat registration"),
        (Language::Es, "iva intracomunitario, nif-iva, nif iva, vies"),
        (Language::Fr, "tva belge, tva intracommunautaire"),
        (Language::De, "ust-id, umsatzsteuer-id"),
        (Language::It, "partita iva, vies"),
        (Language::Pt, "iva intracomunitario"),
    ],
};

const LONGEST: usize = 14;

/// `#` is a digit, `@` a letter, `*` either.
static FORMS: WordList = WordList::new(
    "be##########, bg#########, bg##########, cy########@, cz########, cz#########, cz##########, dk########, ee#########, el#########, es*#######*, fi########, gb#########, gb############, hr###########, hu########, ie#######@, ie#######@@, ie#*#####@, it###########, lt#########, lt############, lu########, lv###########, mt########, nl#########b##, pl##########, pt#########, ro######, ro#######, ro########, ro#########, ro##########, se##########01, si########, sk##########, xi#########, xi############",
);

fn scan(scan: &mut Scan<'_>) {
    if scan.len == 0 {
        scan.push_written_beside_cue(LONGEST, check);
        // "mi rut es 12.635.715-K": the verb is no country.
        let text = scan.text();
        scan.found.retain(|(span, _)| !text[span.range()].split_once(' ').is_some_and(|(first, _)| is_link(first)));
        return;
    }
    let opens = |token: usize| {
        let letters = scan.word(token);
        letters.len() <= 3 && FORMS.may_hold(letters)
    };
    // The letters touch what follows, or stand before it as capitals: "es" and "si" are words.
    let apart = scan.token.checked_sub(1).filter(|&before| {
        let letters = scan.tokens[before].span;
        letters.len() == 2
            && opens(before)
            && scan.at - letters.end as usize == 1
            && scan.text()[letters.range()].bytes().all(|byte| byte.is_ascii_uppercase())
    });
    let touching = scan.tokens.get(scan.token + 1).is_some_and(|next| next.span.start == scan.tokens[scan.token].span.end);
    let touching = touching && opens(scan.token);
    if !apart.is_some_and(|before| scan.push_written(before, LONGEST, check)) && touching {
        scan.push_written(scan.token, LONGEST, check);
    }
}

fn check(vat: &[u8]) -> Verdict {
    let fits = |pattern: &str| {
        pattern.len() == vat.len()
            && pattern.bytes().zip(vat).all(|(like, byte)| match like {
                b'#' => byte.is_ascii_digit(),
                b'@' => byte.is_ascii_uppercase(),
                b'*' => true,
                letter => letter == byte.to_ascii_lowercase(),
            })
    };
    if vat.len() < 8 || is_filler(&vat[2..]) || !FORMS.iter().any(fits) {
        return Verdict::Refuted(Reason::Format);
    }
    if vat[2..].iter().any(u8::is_ascii_uppercase) { Verdict::plausible(100) } else { Verdict::PLAUSIBLE }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/eu_vat",
    sources: &[
        "Council Directive 2006/112/EC art. 215; European Commission, VIES, \"What is the format of a VAT number?\"; HM Revenue & Customs, VAT registration manual; examples hold in python-stdnum 2.2, eu.vat",
    ],
    matches: &[
        "eu vat [[NL325989023B08]] reverse charge", "vat number [[IE9055906N]]", "tva belge [[BE 0880.758.812]]",
        "[[ESB22143556]]", "BTW [[PL5221339811]]",
    ],
    near_misses: &["PL5221339811", "el 612345678", "vat no es 12.635.715-K", "vat NL000000000B00", "vat NL32598902"],
};
