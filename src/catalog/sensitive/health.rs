//! Health: an illness, a disability, a pregnancy that somebody is said to have.
//!
//! Lay and clinical words beside a person, and ICD-10 codes behind the word for a diagnosis. The word alone is a topic.

use crate::recognizer::{Find, Kind, Language, Opening, Recognizer, Scan, Theme, Verdict, WordList};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "sensitive/health",
    entity: "HEALTH_CONDITION",
    kind: Kind::HealthCondition,
    countries: &[],
    find: Find::Scan { opening: Opening::Cue, scan },
    concepts: &[],
    context: &[
        (
            Language::Any,
            "diabet*, alzheimer*, parkinson*, epilep*, autis*, asperger*, schizo*, esquizofr*, hiv, hiv positi*, vih, vih positi*, aids, adhd, tdah, ptsd, copd, epoc, fibromial*, fibromyal*, psoria*, leuk*, leuc*, lymphom*, linfom*, melanom*, carcinom*, lupus, endometri*, hepatit*, epatit*, hypert*, hipert*, ipert*, migran*, migrain*, emicrani*, enxaqueca, bulimi*, anorex*, anoress*, bipolar*, bipolair*, dement*, demenc*, demenz*, anemi*, arthr*, artr*, covid, covid-19, crohn*, tubercul*, ms, multiple scleros*, sclerose en plaques, esclerosis*, esclerose*, scleros*, sclerose*, als, ibs, borderline, tourette*, pancreatit*, celia*, coelia*, zoliak*, psychos*, psicos*, burnout, burn-out, burn out, cancer, cancro, tumor*, tumeur*, asthma*, asma*, allerg*, alergi*, depres*, depriment*, infarct*, infart*, pneumon*, polmonit*, neumon*, chemo*, chimio*, quimio*, chemioterapi*, transplant*, trasplant*, trapiant*, obes*, herpes, sifilis, syphilis, insomni*, seroposit*, soroposit*, sieroposit*, ictus, avc, hernia, hernia discal*, hernie*, menopaus*, alcoolis*, alcoolat*, alcoolique, alcohol addict*, alcoholi*, alcolist*, alkoholi*, alkoholkrank, tetrapl*, parapleg*, dialys*, dialis*, hemodialis*, ansied*, anxi*, addict*, adict*, handicap*, infertil*, grip, gripe, grippe, trombos*, thrombos*, embol*, cirros*, cirrhos*, glaucom*, catarat*, cataract*, osteopor*, neuropat*, colitis, colite, arritmi*, arrhythm*, narcoleps*, sciatica, sciatique, ciatic*, tinnitus, hipotiroid*, hypothyroid*, ipotiroid*, tiroid*, prostat*, long covid, amput*, pcos, cfs",
        ),
        (
            Language::En,
            "diagnosis, condition, medical condition, pregnan*, miscarriage, abortion, ivf, disabled, disability, in a wheelchair, wheelchair user, paralysed, paralyzed, blind, partially sighted, deaf, hard of hearing, breast cancer, heart attack, heart failure, heart condition, heart disease, stroke, panic attacks, ocd, eating disorder, dyslexi*, high blood pressure, kidney failure, kidney disease, cystic fibrosis, cerebral palsy, down syndrome, down's syndrome, sickle cell, surgery, mental illness, mental health issues, mental health problems, mentally ill, terminally ill, seriously ill, nervous breakdown, suicidal, sleep apnea, flu, sepsis, chlamydia, std, sti, erectile dysfunction, incontinen*, eczema, chronic pain, concussion, broken leg, broken arm, broken hip, learning disability, special needs, brain injury, off sick, coeliac disease, celiac disease, bipolar disorder, personality disorder, disorder, on chemo, on dialysis, lump, stoma, pacemaker, gout, shingles, kidney stones, gallstones, ulcer*, angina, vertigo, fibroids, lung disease, liver disease, dyspraxi*, stutter, sober, in remission, in recovery, rehab, hay fever, bad back, poor eyesight",
        ),
        (
            Language::Es,
            "diagnostico, enfermedad, embaraz*, aborto, depresion, deprimid*, discapacid*, discapacitad*, minusvali*, ciego, ciega, sordo, sorda, en silla de ruedas, derrame cerebral, insuficiencia renal, insuficiencia cardiaca, trastorno, trastorno bipolar, ataques de panico, sida, artrosis, enfermedad cronica, enfermedad rara, sindrome de down, paralisis cerebral, ludopat*, epilepsia, drogadict*, prenad*, bulto, bulto en el pecho, quiste*, lumbalgia, marcapasos, colesterol alto, tension alta, azucar alto, incapacidad, demencia, ansiedad, covid persistente",
        ),
        (
            Language::Ru,
            "диагноз, диагноза, диабет*, сахарный диабет*, беремен*, месяце беременности, неделе беременности, выкидыш*, аборт*, инвалид, инвалидом, на инвалидности, инвалидност*, колясочни*, глух*, слабослышащ*, слепой, слепая, слабовидящ*, рак, рака, раком, онкологи*, опухол*, инфаркт*, инсульт*, астм*, аллерги*, депресси*, тревожн* расстройств*, биполярн*, шизофрени*, эпилепс*, деменци*, альцгеймер*, паркинсон*, аути*, вич, вич положительн*, вич-инфекц*, спид, спидом, гепатит*, туберкулез*, гипертони*, алкоголик*, алкоголичк*, алкоголизм*, наркоман*, наркозависим*, рассеянн* склероз*, псориаз*, целиаки*, мигрен*, анорекси*, булими*, ковид*, коронавирус*, пневмони*, грипп*, панкреатит*, гастрит*, волчанк*, артрит*, грыж*, бесплоди*, эко, химиотерапи*, пересадк*, дцп, синдром дауна, сдвг, птср, паническ* атак*, порок сердца, почечн* недостаточност*, на диализе, перелом*, сифилис*, мутация, артроз*, остеохондроз*, тромбоз*, катаракт*, глауком*, цирроз*, язв*, бронхит*, ветрянк*, подагр*, варикоз*, щитовидк*, камни в почках, кардиостимулятор*, сколиоз*, ожирени*, отит*, ангин*, депрессивн*, аритми*",
        ),
        (
            Language::De,
            "diagnose, schwanger, fehlgeburt, abtreibung, behindert*, schwerbehindert*, behinderung, rollstuhlfahrer*, im rollstuhl, querschnittsgelahmt, blind, sehbehindert*, taub, gehorlos*, schwerhorig*, krebs, brustkrebs, lungenkrebs, darmkrebs, hautkrebs, herzinfarkt, herzkrank, schlaganfall, angststorung*, panikattacken, zwangsstorung, essstorung*, magersucht, drogenabhangig, multiple sklerose, bluthochdruck, niereninsuffizienz, rheuma, lungenentzundung, bandscheibenvorfall, krankgeschrieben, chronisch krank, psychisch krank, adhs, wochenbettdepression, thrombose, gicht, schilddruse*, gurtelrose, herzschrittmacher, zuckerkrank, heuschnupfen, depressiv, demenz, epilepsie, herzfehler, herzprobleme, monat schwanger, woche schwanger, alkoholabhangig, suchtkrank",
        ),
        (
            Language::Fr,
            "diagnostic, maladie, enceinte, grossesse, fausse couche, avortement, en fauteuil roulant, aveugle, malvoyant*, sourd, sourde, malentendant*, crise cardiaque, insuffisance renale, insuffisance cardiaque, crises d'angoisse, toxicomane, sida, trouble bipolaire, trisomique, arret maladie, invalidite, greffe*, lombalgie, thyroide, arthrose, cholesterol, diabetique, endometriose, depressif, depressive, depression, en depression",
        ),
        (
            Language::Pt,
            "diagnostico, doenca, gravid*, aborto, deficien*, pcd, cadeirante, cego, cega, surdo, surda, derrame, panico, sindrome do panico, viciad*, sida, pressao alta, insuficiencia renal, transtorno*, doenca cronica, sindrome de down, paralisia, pedra nos rins, diabetes, depressiv*, labirintite, marcapasso, prenh*",
        ),
        (
            Language::It,
            "diagnosi, malattia, incinta, gravidanza, aborto, disabil*, invalid*, in sedia a rotelle, cieco, cieca, non vedente, ipovedente, sordo, sorda, ansia, attacchi di panico, tossicodipendente, pressione alta, insufficienza renale, ernia, ernia del disco, influenza, disturbo bipolare, disturbo, malattia rara, cardiopatic*, in malattia, glicemia alta, colesterolo alto, gotta, sciatalgia, depress*, demenza, tiroide, celiac*, diabetic*",
        ),
    ],
};

static THEME: Theme = Theme {
    had: "*",
    owned: "*",
    weak: "ms, disorder, trastorno, disturbo, surgery, condition, disease, enfermedad, malattia, maladie, doenca, influenza, flu, panico, derrame, als, grip, lump, ulcer*, angina, bulto, quiste*, rehab, sober, vertigo, cholesterol, tiroid*, tiroide, catarat*, cataract*, incapacidad",
    alone: "pregnant, diabetic, asthmatic, epileptic, autistic, deaf, paralysed, bipolar*, diabetik*, diabetic*, diabetiq*, schwanger, embarazad*, prenad*, celiac*, coeliac, epilep*, autist*, asmatic*, asthmat*, allergi*, alergic*, enceinte, gravid*, incinta, беремен*, инвалид*, диабетик*, астматик*, аллергик*, глух*, seropositiv*, behindert*, schwerbehindert*, discapacitad*, minusvalid*, disabile, invalido, invalida, krankgeschrieben, chronisch",
    strong: WordList::new(""),
    takes: "cancer*, cancro*, tumor*, tumeur*, krebs*, рак*, раком*, рака*, опухол*, allerg*, alerg*, аллерги*, transplant*, trasplant*, trapiant*, перелом*, мутаци*, discapac*, addict*, adict*, инвалид*, greffe*, disorder*, trastorno*, disturbo*",
    names: "diagn*, диагноз*, condition*, medical*, enfermedad*, maladie*, doenca*, malattia*",
    prepositions: false,
};

fn scan(scan: &mut Scan<'_>) {
    if scan.cue.is_some_and(|cue| is_diagnosis(&scan.lower()[cue.range()])) {
        push_code(scan);
    } else {
        if scan.cue.is_none() {
            push_code(scan);
        }
        scan.push_statement(&THEME);
    }
}

fn is_diagnosis(cue: &str) -> bool {
    cue.starts_with("diagn") || cue.starts_with("диагноз")
}

/// The ICD-10 code right behind the word: "F32.1", "E11".
fn push_code(scan: &mut Scan<'_>) {
    const REACH: usize = 4;
    for token in scan.token..(scan.token + REACH).min(scan.tokens.len()) {
        let letter = scan.word(token);
        let digits = |token: usize| scan.tokens.get(token).filter(|token| token.is_digits()).map_or(0, |token| token.span.len());
        if letter.len() == 1
            && letter.as_bytes()[0].is_ascii_alphabetic()
            && scan.gap_after(token).is_empty()
            && digits(token + 1) == 2
        {
            let sub = scan.gap_after(token + 1) == "." && matches!(digits(token + 2), 1 | 2);
            return scan.push_tokens(token, token + if sub { 3 } else { 2 }, CODE);
        }
    }
}

/// Hardly anything else behind "diagnosis" is built like this.
const CODE: Verdict = Verdict::plausible(64);

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "sensitive/health",
    sources: &[
        "Regulation (EU) 2016/679 (GDPR), article 9: special categories of personal data; read 2026-11",
        "World Health Organization, ICD-10 (version 2019), volume 2, section 2.4: a letter, two digits, a point and one or two more; read 2026-11",
    ],
    matches: &[
        "i have [[type 2 diabetes]]", "tengo [[VIH]]", "diagnosis: [[F32.1]]", "diagnosis [[asthma]]",
        "my husband was diagnosed with [[MS]]", "у меня [[диабет]]", "ich bin [[schwanger]]", "ho [[il diabete]]",
        "je suis [[asthmatique]]", "estou [[grávida]]", "i don't have [[epilepsy]]",
    ],
    near_misses: &[
        "a diabetes leaflet", "do you sell insulin pumps?", "is pregnancy covered by the travel insurance",
        "i have a question about cancer", "esto es un cáncer de empresa", "скидки инвалидам бывают?", "i have disabled the card",
    ],
};
