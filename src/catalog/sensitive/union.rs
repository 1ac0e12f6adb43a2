//! Trade union membership.
//!
//! Membership, office and dues, beside a person; names of unions behind a word such as "member" or "joined".

use crate::recognizer::{Find, Kind, Language, Opening, Recognizer, Scan, Theme, WordList};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "sensitive/union",
    entity: "TRADE_UNION",
    kind: Kind::TradeUnion,
    countries: &[],
    find: Find::Scan { opening: Opening::Cue, scan },
    concepts: &[],
    context: &[
        (
            Language::Any,
            "ugt, ccoo, cgt, cfdt, cgil, cisl, uil, verdi, ver.di, verdi-mitglied, ig metall, ig-metall, unison, gmb, rmt, afl-cio, teamsters, seiu, uaw, force ouvriere, cgtp, usdaw, aslef, nasuwt, csif, cobas, fiom, ugl, dgb, gew, ig bce, ig bau, solidaires",
        ),
        (
            Language::En,
            "membership, trade union, union, union member, trade union member, union rep, trade unionist, unionist, shop steward, unison member, teamsters member, unite member, union dues, unison dues, unite dues, on strike, unite, union leader, union branch, in a union, union members, trade union members",
        ),
        (
            Language::Es,
            "afiliacion, sindicato, delegad* sindical, representante sindical, sindicalista, sindicad*, comisiones obreras, comite de empresa, afiliad* a un sindicato, cuota sindical, en huelga, sindicatos, enlace sindical, sindicato de enfermeria",
        ),
        (
            Language::Ru,
            "членство, профсоюз, профсоюза, профсоюзе, профсоюзом, член профсоюза, членом профсоюза, профсоюзн* взнос*, председатель профкома, профорг, профсоюзн* активист*, профком*, профсоюзник*, профсоюзного комитета, профсоюзный билет",
        ),
        (
            Language::De,
            "mitgliedschaft, gewerkschaft, gewerkschaft*, gewerkschaftsmitglied, gewerkschafter*, betriebsrat, betriebsratin, ig metall mitglied, gewerkschaftsbeitrag, im streik, vertrauensmann, personalrat, gewerkschaftsmitglieder, gewerkschaftlich organisiert",
        ),
        (
            Language::Fr,
            "adhesion, syndicat, syndique*, delegue* syndical*, syndicaliste, representant* syndical*, cotisation syndicale, en greve, delegue du personnel, cse, syndicats",
        ),
        (
            Language::Pt,
            "filiacao, sindicato, sindicalizad*, delegad* sindical, sindicalista, dirigente sindical, contribuicao sindical, em greve",
        ),
        (
            Language::It,
            "iscrizione, sindacato, sindacalista, delegat* sindacale, rappresentante sindacale, rsu, tessera sindacale, quota sindacale, in sciopero, sindacalizzat*, sindacati",
        ),
    ],
};

static THEME: Theme = Theme {
    had: "tessera*, quota*",
    owned: "union*, unison*, unite*, trade*, cuota*, профсоюзн*, cotisation*, contribuicao*, quota*, tessera*, gewerkschaftsbeitrag*",
    weak: "union, trade, verdi, unison, rmt, teamsters, gmb, sindicato, профсоюз, gewerkschaft, syndicat, sindacato, ugt, ccoo, cgt, cfdt, cgil, cisl, uil, ver, ig, comisiones, force, uaw, seiu, профсоюзе, cgtp, usdaw, aslef, nasuwt, csif, cobas, fiom, ugl, dgb, gew, solidaires, unite, cse, sindicatos, syndicats, sindacati",
    alone: "shop, sindicalista, trade, delegad*, профорг, gewerkschafter*, betriebsrat*",
    strong: WordList::new(
        "membership, afiliacion, членство, mitgliedschaft, adhesion, filiacao, iscrizione, in, pay, pago, плачу, carnet",
    ),
    takes: "sindicato*, syndique*, профсоюз*",
    names: "membership*, afiliacion*, членство*, mitgliedschaft*, adhesion*, filiacao*, iscrizione*",
    prepositions: true,
};

fn scan(scan: &mut Scan<'_>) {
    scan.push_statement(&THEME);
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "sensitive/union",
    sources: &["Regulation (EU) 2016/679 (GDPR), article 9: special categories of personal data; read 2026-11"],
    matches: &[
        "i'm a [[union member]] at the warehouse", "i'm the [[shop steward]]", "soy [[delegado sindical]]",
        "i joined the [[union]]", "я [[член профсоюза]]", "mi padre es [[sindicalista]]", "bin [[verdi-mitglied]]",
        "sono [[delegato sindacale]]", "je suis [[déléguée syndicale]]", "sou [[delegada sindical]]",
    ],
    near_misses: &[
        "the union of both accounts",
        "union square pickup point",
        "is the union street branch open",
        "credit union transfer fee?",
        "профсоюзная 56 не дом а магазин ваш?",
        "western union limits per day",
    ],
};
