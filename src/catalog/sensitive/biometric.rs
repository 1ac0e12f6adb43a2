//! Biometric and genetic data: fingerprints, face scans and genes said to be somebody's.
//!
//! Behind "my", "you took my …", "I carry …"; dbSNP numbers (rs and digits) where such words stand near.

use crate::recognizer::{Find, Kind, Language, Opening, Recognizer, Scan, Theme, Verdict, WordList};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "sensitive/biometric",
    entity: "BIOMETRIC_GENETIC",
    kind: Kind::Biometric,
    countries: &[],
    find: Find::Scan { opening: Opening::Cue, scan },
    concepts: &[],
    context: &[
        (Language::Any, "brca1, brca2, rs"),
        (
            Language::En,
            "genetics, biometrics, biometric data, fingerprint, fingerprints, thumbprint, face scan, facial scan, faceprint, facial recognition, iris scan, retina scan, voiceprint, voice print, palm print, palm scan, dna, dna test, dna sample, dna profile, genetic test, genetic test results, genetic mutation, genome, brca1 mutation, brca2 mutation, brca mutation, brca gene, carrier of",
        ),
        (
            Language::Es,
            "genetica, biometria, datos biometricos, huella dactilar, huellas dactilares, huella digital, huellas, reconocimiento facial, escaneo facial, iris, adn, prueba de adn, test genetico, prueba genetica, mutacion brca1, mutacion brca2, mutacion genetica, genoma, patron de voz, huella de voz, huella, mi iris, cara escaneada",
        ),
        (
            Language::Ru,
            "генетика, биометри*, отпечаток пальца, отпечатки пальцев, отпечатк* пальц*, скан лица, скан моего лица, слепок голоса, голосовой слепок, радужк*, днк, тест днк, днк тест, генетический тест, генетическ* анализ*, мутация brca1, мутация brca2, геном, отпечатк*",
        ),
        (
            Language::De,
            "genetik, biometrie, biometrische daten, fingerabdruck*, fingerabdrucke, gesichtsscan, gesichtserkennung, irisscan, stimmabdruck, dna, dna-test, dna-profil, gentest, genmutation, genom, brca1-mutation, brca-mutation, fingerabdrucken, handabdruck, iris-scan",
        ),
        (
            Language::Fr,
            "genetique, biometrie, donnees biometriques, empreinte digitale, empreintes digitales, empreintes, empreinte vocale, reconnaissance faciale, scan du visage, iris, adn, test adn, test genetique, mutation brca1, mutation genetique, genome, empreinte du doigt",
        ),
        (
            Language::Pt,
            "genetica, biometria, biometria facial, dados biometricos, impressao digital, impressoes digitais, reconhecimento facial, iris, dna, adn, teste de dna, teste genetico, mutacao brca1, mutacao genetica, genoma, digitais",
        ),
        (
            Language::It,
            "genetica, biometria, dati biometrici, impronta digitale, impronte digitali, impronte, riconoscimento facciale, scansione del viso, iride, dna, test del dna, test genetico, mutazione brca1, mutazione genetica, genoma, impronta vocale",
        ),
    ],
};

static THEME: Theme = Theme {
    had: "brca*, mutac*, mutaz*, mutat*, мутаци*, genmut*, genetic*, carrier*",
    owned: "*",
    weak: "iris, face, genom*",
    alone: "",
    strong: WordList::new("genetics, genetica, генетика, genetik, genetique, carry, took, tomaron, взяли"),
    takes: "mutaci*, мутаци*, carrier*, mutat*, mutaz*",
    names: "genetics*, genetica*, генетика*, genetik*, genetique*",
    prepositions: false,
};

fn scan(scan: &mut Scan<'_>) {
    // "rs429358": a place in the genome, where such words stand near.
    let cue = scan.cue.map_or("", |cue| &scan.lower()[cue.range()]);
    let Some((first, end)) = scan.cue_tokens().filter(|_| cue == "rs") else { return scan.push_statement(&THEME) };
    let touching = scan.gap_after(first).is_empty();
    if touching && scan.tokens.get(end).is_some_and(|token| token.is_digits() && (4..=9).contains(&token.span.len())) {
        scan.push_tokens(first, end + 1, Verdict::PLAUSIBLE);
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "sensitive/biometric",
    sources: &["Regulation (EU) 2016/679 (GDPR), article 4 (13) and (14): genetic and biometric data; read 2026-11"],
    matches: &[
        "my [[fingerprint]] is stored in your app, delete it",
        "you took my [[face scan]] at the airport",
        "i carry the [[brca1 mutation]]",
        "mi [[huella dactilar]] no la reconoce",
        "мой [[отпечаток пальца]] у вас сохранен",
        "mein [[fingerabdruck]] liegt bei euch",
        "mes [[empreintes digitales]] sont chez vous",
        "minha [[impressão digital]] não passa",
        "la mia [[impronta digitale]] non va",
    ],
    near_misses: &[
        "does the app support fingerprint login", "dna test kit price", "сканер отпечатков на ноутбуке",
        "how do i turn on face recognition", "reconocimiento facial cómo se activa",
    ],
};
