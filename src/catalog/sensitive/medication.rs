//! Medication: a medicine, with its dose, that somebody takes.
//!
//! Names of substances (INN) and brands beside a person who takes them; behind "take" also whatever is dosed in milligrams or ends like an INN.

use crate::recognizer::{Find, Kind, Language, Opening, Recognizer, Scan, Theme, Verdict, WordList, fits, words};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "sensitive/medication",
    entity: "MEDICATION",
    kind: Kind::Medication,
    countries: &[],
    find: Find::Scan { opening: Opening::Cue, scan },
    concepts: &[],
    context: &[
        (
            Language::Any,
            "insulin*, metformin*, sertralin*, fluoxetin*, paroxetin*, citalopram*, escitalopram*, venlafaxin*, duloxetin*, bupropion*, lithium, litio, quetiapin*, olanzapin*, risperidon*, aripiprazol*, clozapin*, haloperidol, diazepam*, lorazepam*, alprazolam*, clonazepam*, zolpidem*, methadon*, metadon*, tramadol*, morphin*, morfin*, oxycod*, oxycontin, fentanyl*, codein*, pregabalin*, gabapentin*, lamotrigin*, methylphenidat*, ritalin*, concerta, adderall, prozac, zoloft, lexapro, xanax, valium, trankimazin, orfidal, lexatin, lexomil, rivotril, lyrica, ozempic, wegovy, mounjaro, warfarin*, sintrom, marcumar, eliquis, xarelto, heparin*, enalapril*, ramipril*, lisinopril*, losartan*, amlodipin*, bisoprolol*, simvastatin*, atorvastatin*, omeprazol*, pantoprazol*, levothyrox*, levotiroxin*, eutirox, euthyrox, prednison*, prednisolon*, methotrexat*, humira, tamoxifen*, truvada, viagra, cialis, sildenafil*, ventolin*, salbutamol*, donepezil*, levodopa, amoxic*, ibuprofen*, paracetamol*, cardioaspirin*, insulina lantus, lantus, antidepres*, anticoagulant*, antibiotic*, testosteron*, doliprane",
        ),
        (
            Language::En,
            "medication, take, takes, taking, prescribed, inject, sleeping pills, blood thinners, beta blockers, statins, birth control, painkillers, antiretrovirals, hormones, medical cannabis",
        ),
        (
            Language::Es,
            "medicacion, tomo, toma, tomando, recetaron, pincho, pastillas para dormir, somniferos, antirretrovirales, ansiolitic*, anticonceptiv*, chuto, me medico",
        ),
        (
            Language::Ru,
            "лекарств*, принимаю, принимает, пью, пьет, колю, назначили, прописали, метформин*, сертралин*, флуоксетин*, варфарин*, инсулин*, эналаприл*, антидепрессант*, феназепам*, амитриптилин*, эутирокс*, л-тироксин*, снотворн*, преднизолон*, лозартан*, бисопролол*, ксарелто, эликвис, карбамазепин*, кветиапин*, омепразол*, амлодипин*, антибиотик*, оземпик*, парацетамол*, ибупрофен*, прегабалин*, трамадол*, морфин*, циталопрам*, эсциталопрам*, аторвастатин*, розувастатин*, метопролол*, рамиприл*, левотироксин*, габапентин*, лирик*, ксанакс*, золофт*, прозак*, клоназепам*, диазепам*, литий*",
        ),
        (
            Language::De,
            "medikament*, nehme, nimmt, verschrieben, spritze, schlaftabletten, blutverdunner, betablocker, schmerzmittel, antibiotika, nimm, schlucke",
        ),
        (Language::Fr, "medicament*, prends, prend, prescrit, somniferes, anxiolytique*"),
        (Language::Pt, "medicacao, medicamento*, tomo, toma, uso, receitou, receitaram, remedio para dormir, anticoncepcional"),
        (Language::It, "farmaco, farmaci, prendo, prende, assumo, prescritto, sonniferi, assumendo"),
    ],
};

static THEME: Theme = Theme {
    had: "*",
    owned: "*",
    weak: "prep, lithium, concerta, the, hormones, pille, spritze, uso, steroids, medication, medicina, farmac, лекарств, medicament, medicacao, la",
    alone: "",
    strong: WordList::new(
        "take, takes, taking, took, taken, inject, injecting, prescribed, on, using, use, tomo, toma, tomamos, tomando, tomar, pincho, pincha, receto, recetaron, recetado, recetada, uso, принимаю, принимает, пью, пьет, колю, колет, назначили, прописали, прописал, назначил, сижу, nehme, nimmt, genommen, spritze, verschrieben, bekomme, prends, prend, prescrit, receitou, receitaram, prescreveu, prendo, prende, assumo, assume, prescritto, medication, medicacion, medicamento, medicamentos, medicament, medikament, medikamente, medicacao, farmaco, farmaci, medicina, лекарства, лекарство, nimm, schlucke, chuto, avanti, inyecto, injecte, prescription, spritzen, nehmen, einnehmen",
    ),
    takes: "",
    names: "medica*, take*, taking*, prescribed*, inject*, tomo*, toma*, tomando*, recet*, pincho*, лекарств*, принима*, пью*, пьет*, колю*, назначили*, прописали*, medikament*, nehme*, nimmt*, verschrieben*, spritze*, prend*, prescrit*, uso*, receit*, farmac*, medicina*, assumo*, tomamos*, nimm, schlucke, chuto",
    prepositions: false,
};

fn scan(scan: &mut Scan<'_>) {
    let Some((first, end)) = scan.cue_tokens() else { return };
    if end == first + 1 && THEME.is_strong(scan.word(first)) {
        return push_unknown(scan, end);
    }
    if let Some(frame) = scan.frame(first, end, &THEME) {
        let end = dose_end(scan, end).unwrap_or(end);
        scan.push_tokens(frame.first, end, frame.verdict());
    }
}

/// One past the dose that follows: "500 mg", "0,25".
fn dose_end(scan: &Scan<'_>, token: usize) -> Option<usize> {
    const UNITS: &str = "mg, mcg, ug, ml, iu, units, unidades, mikrogramm, мг, мкг, мл, ед";
    const LONGEST: usize = 4;
    if !scan.is_digits(token) || scan.gap_after(token - 1).len() > 1 {
        return None;
    }
    let decimal = matches!(scan.gap_after(token), "." | ",") && scan.is_digits(token + 1);
    let last = token + usize::from(decimal);
    if fits(scan.word(last + 1), UNITS) && scan.gap_after(last).len() <= 1 {
        return Some(last + 2);
    }
    (decimal || (2..=LONGEST).contains(&scan.tokens[token].span.len())).then_some(last + 1)
}

/// A medicine that no list has: behind "take", dosed or named like one.
fn push_unknown(scan: &mut Scan<'_>, from: usize) {
    const REACH: usize = 3;
    /// INN stems, and how they end in Spanish, Portuguese, Italian, German, French and Russian.
    const STEMS: &str = "pril, sartan, statin, statina, olol, azole, azol, cillin, cilina, oxacin, mycin, tidine, zepam, zolam, mab, tinib, gliptin, gliflozin, tadine, triptan, prazole, vastatin, setron, vir, caine, barbital, прил, сартан, статин, олол, азол, циллин, мицин, зепам, тиниб, триптан, глиптин, прам";
    for token in from..(from + REACH).min(scan.tokens.len()) {
        if scan.clause_ends(token - 1) {
            return;
        }
        let word = scan.word(token);
        if scan.tokens[token].is_digits() || word.len() < 5 || scan.role(token).is_some() {
            continue;
        }
        let dose = dose_end(scan, token + 1);
        if (dose.is_some() || words(STEMS).any(|stem| word.trim_end_matches(['а', 'е', 'у']).ends_with(stem)))
            && let Some(frame) = scan.frame(token, token + 1, &THEME)
        {
            return scan.push_tokens(frame.first.max(from), dose.unwrap_or(token + 1), Verdict::plausible(32));
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "sensitive/medication",
    sources: &[
        "WHO, The use of stems in the selection of International Nonproprietary Names (INN), 2018, and its addenda; read 2026-11",
        "European Medicines Agency, medicines finder (brand names); read 2026-11",
    ],
    matches: &[
        "i take [[metformin 500mg]] twice a day", "i'm on [[sertraline]] will that affect the life insurance",
        "tomo [[sertralina 50 mg]] cada mañana", "принимаю [[метформин 500 мг]]", "мне назначили [[флуоксетин]]",
        "nehme [[metformin 500 mg]]", "je prends [[doliprane 1000 mg]]", "uso [[insulina]]", "prendo [[eutirox 75 mcg]]",
        "my mother takes [[donepezil]]", "i take [[zanubrutinib 80 mg]]",
    ],
    near_misses: &[
        "do you sell insulin pens", "is ibuprofen 400mg back in stock", "paracetamol 500 mg 16 tablets price?",
        "i take sugar in it", "i take the bus at 8", "can i take ibuprofen on the plane", "ибупрофен 400 мг есть?",
        "cuánto vale el paracetamol", "сколько стоит парацетамол 500мг",
    ],
};
