//! Political opinion: what somebody votes, supports or belongs to.
//!
//! Names of convictions beside a person; names of parties only behind a word such as "vote" or "member", for most of them mean something else, too.

use crate::recognizer::{Find, Kind, Language, Opening, Recognizer, Scan, Theme, WordList};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "sensitive/politics",
    entity: "POLITICAL_OPINION",
    kind: Kind::PoliticalOpinion,
    countries: &[],
    find: Find::Scan { opening: Opening::Cue, scan },
    concepts: &[],
    context: &[
        (
            Language::Any,
            "communis*, comunis*, kommunis*, socialis*, sozialist*, anarchi*, anarqui*, marxis*, liberal*, libertarian*, fascis*, nazi, feminis*, nationalis*, nacionalist*, monarchis*, trump, biden, putin, macron, le pen, meloni, psoe, vox, podemos, sumar, pp, erc, junts, bildu, pnv, ciudadanos, morena, afd, cdu, csu, spd, fdp, bsw, rn, lfi, eelv, pt, psdb, psol, psd, chega, pd, lega, m5s, forza italia, fratelli d'italia, ps, lr, pcp, psb, compromis, bng, fdi, npd, dup, reconquete",
        ),
        (
            Language::En,
            "vote, party, republican*, democrat*, conservative*, tory, tories, labour, labour party, labour party member, lib dem, lib dems, liberal democrat*, green, greens, green party, ukip, reform, reform uk, snp, sinn fein, left wing, right wing, far right, far left, leftist, brexit, leave, remain, democrats, labour voter, tory voter, plaid cymru",
        ),
        (
            Language::Es,
            "voto, partido, partido popular, partido socialista, izquierda unida, de izquierdas, de derechas, de izquierda, de derecha, peronis*, kirchneris*, chavist*, facha, independent*, republican*, milei, de vox, izquierda, derecha, ultraderech*, izquierdist*",
        ),
        (
            Language::Ru,
            "партия, голосую, коммунист*, либерал*, монархист*, навальн*, лдпр, кпрф, член кпрф, член лдпр, един* росси*, единоросс*, яблок*, справедлив* росси*, новые люди, оппозиционер*, социалист*, анархист*, националист*, путин*, левых взглядов, правых взглядов, коммунистк*, левый, единую россию, единой россии, консерватор, консерваторы",
        ),
        (
            Language::De,
            "partei, wahle, grun, grune, grunen, die grunen, die linke, linke, links, rechts, konservativ, cdu-mitglied, spd-mitglied, afd-mitglied, linksradikal, rechtsextrem, linken, piraten, piratenpartei, grunenwahler*",
        ),
        (
            Language::Fr,
            "parti, vote, de gauche, de droite, d'extreme droite, d'extreme gauche, gaulliste, ecologiste, macroniste, royaliste, rassemblement national, france insoumise, droite, gauche, les republicains, insoumis*, lepeniste",
        ),
        (
            Language::Pt,
            "partido, voto, de esquerda, de direita, petista, bolsonar*, lula, lulista, bloco de esquerda, iniciativa liberal, esquerda, direita, esquerdist*",
        ),
        (
            Language::It,
            "partito, voto, di sinistra, di destra, leghista, grillino, movimento cinque stelle, movimento 5 stelle, partito democratico, sinistra, destra, forza nuova, italia viva",
        ),
    ],
};

static THEME: Theme = Theme {
    had: "",
    owned: "",
    weak: "trump, biden, putin, путин*, macron, meloni, psoe, vox, podemos, sumar, pp, erc, junts, bildu, pnv, ciudadanos, morena, afd, cdu, csu, spd, fdp, bsw, rn, lfi, eelv, pt, psdb, psol, psd, chega, pd, lega, m5s, conservative*, labour, green, greens, grun*, reform, ukip, snp, leave, remain, brexit, lula, bolsonaro, яблок*, навальн*, лдпр, кпрф, linke, links, rechts, liberal*, liberale, konservativ, independent*, milei, izquierda, derecha, droite, gauche, esquerda, direita, sinistra, destra, ps, lr, pcp, psb, compromis, bng, fdi, npd, dup, linken, piraten, левый",
    alone: "communis*, comunis*, kommunis*, socialis*, anarch*, anarq*, republican*, democrat*, leftist, tory, left wing, коммунист*, анархист*, монархист*, либертари*",
    strong: WordList::new("party, partido, partei, partito, parti, партия, vota, votato, wahlt, wahlen, carnet"),
    takes: "",
    names: "vote*, party*, partido*, partei*, parti*, partito*, voto*, партия*, голосую*, wahle*",
    prepositions: true,
};

fn scan(scan: &mut Scan<'_>) {
    scan.push_statement(&THEME);
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "sensitive/politics",
    sources: &["Regulation (EU) 2016/679 (GDPR), article 9: special categories of personal data; read 2026-11"],
    matches: &[
        "i vote [[green]]", "i'm a [[registered republican]]", "soy [[comunista]]", "siempre he votado [[al psoe]]",
        "голосовал за [[лдпр]]", "my brother is a [[communist]]", "ich wähle [[grün]]", "je suis [[de gauche]]",
        "sou [[petista]]", "sono [[leghista]]", "voto [[liberale]]",
    ],
    near_misses: &[
        "the green one is nicer", "labour costs for the boiler repair", "conservative estimate would do", "party of four at 8",
        "i vote for the blue one", "el partido empieza a las 21", "зеленый цвет есть?",
    ],
};
