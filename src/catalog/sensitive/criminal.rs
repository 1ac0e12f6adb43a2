//! Criminal record: convictions, offences, imprisonment, said of a person.
//!
//! With what somebody was convicted of; a film, a report of a fraud or a certificate is nobody's record.

use crate::recognizer::{Find, Kind, Language, Opening, Recognizer, Scan, Theme, WordList};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "sensitive/criminal",
    entity: "CRIMINAL_RECORD",
    kind: Kind::CriminalRecord,
    countries: &[],
    find: Find::Scan { opening: Opening::Cue, scan },
    concepts: &[],
    context: &[
        (
            Language::En,
            "convictions, criminal record, criminal conviction, convicted, felon, felony, probation, on parole, in prison, in jail, out of prison, out of jail, arrested, sentenced to, found guilty, pleaded guilty, dui, dwi, drink driving conviction, restraining order, ex offender, sex offender, on bail, on remand, community service, behind bars, prison time, jail time, police caution, caution for, suspended sentence, ankle tag, ex con, spent conviction, served time, shoplifting, prison",
        ),
        (
            Language::Es,
            "delitos, antecedentes, antecedentes penales, condenad*, preso, presa, en la carcel, de la carcel, en prision, en libertad condicional, imputad*, detenid*, detuvieron, arrestad*, orden de alejamiento, exconvict*, arresto domiciliario, prision, de prision, de carcel, condena, pulsera telematica, tercer grado",
        ),
        (
            Language::Ru,
            "правонарушения, судимост*, судим, судима, осужден, осуждена, осудили, сидел, сидела, отсидел*, в тюрьме, в сизо, в колонии, из тюрьмы, из колонии, освободился из колонии, освободился из тюрьмы, вышел из тюрьмы, условный срок, на условном сроке, условно-досрочн*, удо, арестован*, арестовали, задержали, уголовное дело, под следствием, под домашним арестом, погашенн* судимост*, срок отсидел, домашн* арест*, сидел в тюрьме",
        ),
        (
            Language::De,
            "straftaten, vorbestraft, vorstrafe, vorstrafen, verurteilt, im gefangnis, im knast, aus dem gefangnis, aus dem knast, auf bewahrung, bewahrungsstrafe, verhaftet, festgenommen, haftstrafe, in u-haft, untersuchungshaft, angeklagt, knast, haft, auf freigang, fussfessel",
        ),
        (
            Language::Fr,
            "infractions, casier, casier judiciaire, condamne, condamnee, en prison, de prison, de la prison, en garde a vue, mis en examen, arrete pour, arretee pour, bracelet electronique, liberation conditionnelle, en sursis, incarcere*, detenu, avec sursis, de sursis, taule, garde a vue",
        ),
        (
            Language::Pt,
            "crimes, antecedentes criminais, condenad*, preso, presa, na prisao, na cadeia, da cadeia, da prisao, em liberdade condicional, detido, detida, ficha criminal, ficha suja, tornozeleira, pena suspensa, de prisao, de cadeia, em prisao domiciliar, presidiari*",
        ),
        (
            Language::It,
            "reati, precedenti penali, condannat*, pregiudicat*, in carcere, in prigione, in galera, dal carcere, agli arresti domiciliari, arresti domiciliari, arrestat*, denunciat*, fedina penale, imputat*, indagat*, detenut*, in liberta vigilata, con la condizionale, di carcere, di galera, di reclusione, ai domiciliari",
        ),
    ],
};

static THEME: Theme = Theme {
    had: "criminal*, felony*, dui*, dwi*, restraining*, antecedentes*, orden*, судим*, условн*, уголовн*, vorstraf*, casier*, ficha*, precedenti*, fedina*, bracelet*, tornozeleira*, drink*, haftstrafe*, bewahrungsstrafe*, arresti*, probation*, de*, caution*, police*, suspended*, погашен*, ankle*, condena*",
    owned: "criminal*, felony*, conviction*, судимост*, vorstraf*, fedina*, casier*, probation*, antecedentes*",
    weak: "arrete, antecedentes, сидел, сидела, shoplifting, prison, prision, knast, haft",
    alone: "отсидел*, освобод*, vorbestraft, ex, convicted, вышел, вышла",
    strong: WordList::new(
        "convictions, delitos, правонарушения, straftaten, infractions, crimes, reati, on, released, served, serving, got, spent, недавно, did, done, cayeron, sai, saiu, dato, pris, dieron, dado, condenaron, salir, salio, sali, uscito, uscita, sorti, sortie, sortir, вышел, вышла, sitzt, sitze, sass",
    ),
    takes: "convict*, condenad*, condanna*, condamne*, arrest*, осуд*, осужд*, sentenced*, found*, pleaded*, detuvieron*, detenid*, verurteilt*, verhaftet*, pleaded*, indicted*, denunciat*, imputat*, арестова*, задержа*, vorbestraft*, статья*, судим, судима, caution*",
    names: "convictions*, delitos*, правонарушения*, straftaten*, infractions*, crimes*, reati*",
    prepositions: false,
};

fn scan(scan: &mut Scan<'_>) {
    scan.push_statement(&THEME);
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "sensitive/criminal",
    sources: &["Regulation (EU) 2016/679 (GDPR), article 10: criminal convictions and offences; read 2026-11"],
    matches: &[
        "i was [[convicted of fraud]] in 2015", "i have a [[criminal record]] do you still hire",
        "tengo [[antecedentes penales]]", "my brother was [[arrested for theft]]", "у меня [[судимость]]",
        "ich bin [[vorbestraft]]", "je suis [[en prison]]", "fui [[condenado por tráfico]]", "ho [[precedenti penali]]",
        "fui [[condenado por estafa]] hace diez años",
    ],
    near_misses: &[
        "criminal record check how long does it take",
        "how do i report fraud",
        "prison break season 2 dvd",
        "what happens if the card is stolen",
        "справка о несудимости как получить",
        "condenado a esperar",
        "antecedentes, qué certificado pide?",
    ],
};
