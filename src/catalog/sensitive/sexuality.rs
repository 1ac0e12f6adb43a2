//! Sex life and orientation, and gender identity.
//!
//! Said of a person; a bar, a flag or a film is nobody's orientation.

use crate::recognizer::{Find, Kind, Language, Opening, Recognizer, Scan, Theme, WordList};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "sensitive/sexuality",
    entity: "SEX_LIFE_ORIENTATION",
    kind: Kind::SexLife,
    countries: &[],
    find: Find::Scan { opening: Opening::Cue, scan },
    concepts: &[],
    context: &[
        (
            Language::Any,
            "gay, lgbt, lgbtq, trans, queer, bisexu*, homosexu*, homosessual*, heterosexu*, asexu*, pansexu*, intersex*, transgen*, transsexu*, transexu*, bi",
        ),
        (
            Language::En,
            "sexual orientation, orientation, lesbian, lesbians, bicurious, transgender, transgender woman, transgender man, trans woman, trans man, nonbinary, non binary, non-binary, genderfluid, polyamorous, in an open relationship, sex worker, escort, swinger*, virgin, cross dresser, crossdresser, pansexual, demisexual, lgbtqia, gay man, gay couple, same sex couple, drag queen, closeted",
        ),
        (
            Language::Es,
            "orientacion sexual, orientacion, lesbian*, marica, mujer trans, hombre trans, no binari*, homosexual*, travesti, poliamoros*, trabajadora sexual, prostituta, bollera, pareja del mismo sexo, gustan las mujeres, gustan los hombres",
        ),
        (
            Language::Ru,
            "ориентация, сексуальн* ориентаци*, гей, геи, геем, лесбиянк*, лесби, бисексуал*, гомосексуал*, трансгендер*, транс, транссексуал*, асексуал*, небинарн*, квир, би, нетрадиционной ориентации, проститутк*, секс работниц*, бисексуалк*, пансексуал*, трансгендерн* женщин*, трансгендерн* мужчин*, гомосек*",
        ),
        (
            Language::De,
            "sexuelle orientierung, orientierung, schwul, schwuler, lesbisch, lesbe, transfrau, transmann, nichtbinar, nicht-binar, nicht binar, transident, polyamor, sexarbeiter*, schwule, schwules paar, lesbisches paar, lesben, pansexuell, asexuell",
        ),
        (
            Language::Fr,
            "orientation sexuelle, orientation, lesbienne*, homo, femme trans, homme trans, non binaire, non-binaire, travesti, libertin*, gouine, couple gay, couple lesbien, pede",
        ),
        (
            Language::Pt,
            "orientacao sexual, orientacao, lesbic*, mulher trans, homem trans, nao binari*, travesti, sapatao, viado, garota de programa, homoafetiv*, sapatona, casal gay",
        ),
        (
            Language::It,
            "orientamento sessuale, orientamento, lesbica, donna trans, uomo trans, non binari*, omosessual*, bisessual*, transessual*, etero, coppia gay, gay dichiarato, pansessuale",
        ),
    ],
};

static THEME: Theme = Theme {
    had: "",
    owned: "",
    weak: "",
    alone: "*",
    strong: WordList::new("sexual, sexuelle, sessuale"),
    takes: "",
    names: "sexual*, orienta*, orientier*, сексуальн*, ориентация*, sexuelle*",
    prepositions: false,
};

fn scan(scan: &mut Scan<'_>) {
    scan.push_statement(&THEME);
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "sensitive/sexuality",
    sources: &["Regulation (EU) 2016/679 (GDPR), article 9: special categories of personal data; read 2026-11"],
    matches: &[
        "i'm [[gay]] is the resort ok for us", "my orientation: [[bisexual]]", "my daughter is a [[lesbian]]",
        "soy [[bisexual]]", "я [[гей]]", "ich bin [[schwul]]", "sono [[lesbica]]", "je suis [[lesbienne]]", "sou [[travesti]]",
        "orientación sexual: [[homosexual]]", "my son is [[gay]]",
    ],
    near_misses: &[
        "a gay bar near the hotel?", "bar gay cerca del hotel", "trans siberian railway tickets", "pride flag in stock",
        "bi monthly payments possible?", "do you have gay friendly rooms",
    ],
};
