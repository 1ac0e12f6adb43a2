//! A minor: the age of somebody's child below sixteen, the age of consent to online services in most of the European Union.
//!
//! The number that a child is said to count in years or months. Ages on boxes, menus and tickets are nobody's.

use crate::recognizer::{Age, Find, FrameWord, Kind, Language, Opening, Recognizer, Scan, Verdict, is_child};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "sensitive/minor",
    entity: "MINOR_CHILD",
    kind: Kind::Minor,
    countries: &[],
    find: Find::Scan { opening: Opening::Any(&[Opening::Digits(1), Opening::Cue]), scan },
    concepts: &[],
    context: &[
        (Language::En, "child, children, kid, kids, my son, my daughter, your son, your daughter, twins, toddler"),
        (Language::Es, "hijo, hija, hijos, mi hijo, mi hija, mi bebe, nieto, nieta, peque, enano, nino, nina"),
        (
            Language::Ru,
            "ребенок, ребенку, ребенка, сыну, дочери, дочке, детям, двухлетн*, трехлетн*, четырехлетн*, пятилетн*, шестилетн*, семилетн*, восьмилетн*, девятилетн*, десятилетн*, внук*, внучк*, сын, дочь, дочка, близнец*, пацан*",
        ),
        (Language::De, "kind, kinder, mein sohn, meine tochter, mein kind, tochter, sohn, enkel*"),
        (Language::Fr, "enfant, enfants, mon fils, ma fille, fille, puce, petit-fils"),
        (Language::Pt, "crianca, filhos, meu filho, minha filha, filho, filha, neto, neta, pequeno, menina, menino"),
        (Language::It, "bambino, bambina, figli, mio figlio, mia figlia, figlio, figlia, piccolo, piccola, nipot*"),
    ],
};

fn scan(scan: &mut Scan<'_>) {
    let (age, verdict) = if scan.len > 0 {
        (scan.age_at(scan.token), Verdict::plausible(128))
    } else if scan.cue.is_none() {
        (scan.age_of_answer(), Verdict::PLAUSIBLE)
    } else {
        return behind_cue(scan);
    };
    push(scan, age, verdict);
}

fn push(scan: &mut Scan<'_>, age: Option<Age>, verdict: Verdict) {
    if let Some(age) = age.filter(|age| age.of_minor) {
        scan.push_tokens(age.first, age.end, verdict);
    }
}

/// "моя семилетняя дочь", "mi nieta, doce años"
fn behind_cue(scan: &mut Scan<'_>) {
    const REACH: usize = 5;
    let Some((first, end)) = scan.cue_tokens() else { return };
    if scan.word(first).contains("летн") {
        if is_child(scan.role(end)) {
            scan.push_tokens(first, end + 1, Verdict::plausible(128));
        }
        return;
    }
    for token in end..end + REACH {
        if scan.clause_ends(token - 1) {
            return;
        }
        if matches!(scan.role(token), Some(FrameWord::Years | FrameWord::Months | FrameWord::Grown)) {
            return push(scan, scan.age_in_words(token), Verdict::plausible(128));
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "sensitive/minor",
    sources: &["Regulation (EU) 2016/679 (GDPR), article 8 (1): a child below the age of 16 years; read 2026-11"],
    matches: &[
        "my son is [[9]]", "my daughter is [[9 years old]] can she fly alone", "my [[6 year old]] has no passport yet",
        "mi hija de [[9 años]] quiere tarjeta", "mi hijo tiene [[6 años]]", "дочери [[9 лет]]", "сыну [[12 лет]]",
        "meine tochter ist [[9]]", "mein kind ist [[9 jahre alt]]", "mon fils a [[5 ans]]", "ma fille de [[8 ans]]",
        "minha filha de [[7 anos]]", "mio figlio ha [[7 anni]]", "mia figlia di [[7 anni]]", "meu filho tem [[11 meses]]",
    ],
    near_misses: &[
        "children under 5 go free?", "ropa para niños de 9 años", "is the toy ok for 3 year olds", "12 year old whisky in stock",
        "игрушка от 3 лет", "2 adults 1 child 14/06 to 21/06", "my 9 year old fridge leaks",
    ],
};
