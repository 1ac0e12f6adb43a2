//! Ethnic origin, and nationality said of a person.
//!
//! Names of peoples and phrases such as "of … descent", beside a person. A dish, a language or a shop is nobody's origin.

use crate::recognizer::{Find, Kind, Language, Opening, Recognizer, Scan, Theme, WordList};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "sensitive/origin",
    entity: "ETHNICITY_NATIONALITY",
    kind: Kind::Origin,
    countries: &[],
    find: Find::Scan { opening: Opening::Cue, scan },
    concepts: &[],
    context: &[
        (
            Language::Any,
            "latino, latina, latinx, hispan*, roma, rom, romani, romni, sinti, gitan*, cigan*, zingar*, maori, quechua*, kurd*, berber*, asian, ashkenazi, sephardi*, indigen*, arab*, afghan*, afgan*, alban*, alger*, algerin*, argelin*, american, angola*, argentin*, armen*, austral*, austri*, bangla*, belg*, bolivian*, bosni*, brasil*, brazil*, bulgar*, camerun*, canadi*, canadense, chilen*, chilean*, chinese, chines*, cines*, chino, china, chinois*, colombian*, congol*, croat*, cuban*, cubain*, czech, danish, dominican*, ecuadorian*, ecuatorian*, egypt*, egipci*, egizian*, eritre*, ethiopia*, filipin*, filippin*, finnish, franc*, french, georgian*, german, germans, ghana*, greek, griego, grec*, haiti*, hondur*, hungar*, indian*, indonesi*, irani*, iraki*, iraqi*, irish, israel*, italian*, italien*, jamaica*, japan*, japon*, kazakh*, kenya*, korea*, corean*, leban*, libanes*, liban*, liby*, malien*, marocain*, marocchin*, marroqui*, marokk*, moroccan*, mexican*, moldov*, moldav*, mozambi*, mocambican*, nepal*, nigerian*, pakistan*, paquistan*, palestin*, paraguay*, peruan*, peruvian*, polish, polac*, polonais*, portug*, romanian*, rumen*, roumain*, rumano, rumana, russian, russo, russa, russe, ruso, rusa, senegal*, serb*, slovak*, somali*, spanish, spagnol*, espanol*, espagnol*, sudan*, swedish, syri*, siria*, sirio, taiwan*, thai, tunis*, turk*, turc*, turco, ugand*, ukrain*, ucran*, ucrain*, urugu*, uzbek*, venezolan*, venezuelan*, vietnam*, ivoirien*",
        ),
        (
            Language::En,
            "nationality, ethnicity, originally from, of african descent, of asian descent, black, african american, native american, mixed race, gypsy, aboriginal, british, scottish, welsh, citizen of, citizenship, brazilian citizenship, dual citizenship, south african, sri lankan, puerto rican",
        ),
        (
            Language::Es,
            "nacionalidad, etnia, de origen, negro, negra, mulat*, mestiz*, moro, mora, afrodescendiente, aleman, alemana, ingles, inglesa, catalan, vasco, vasca, dominicana",
        ),
        (
            Language::Ru,
            "национальность, родом из, гражданин, гражданка, гражданство*, русский, русская, русские, украин*, белорус*, татар*, евре*, цыган*, чечен*, узбе*, таджи*, киргиз*, казах, казашка, армян*, азербайджан*, грузин, грузинка, дагестан*, башкир*, якут*, бурят*, молдаван*, немец, немка, кореец, кореянка, калмы*, ингуш*, осетин*, турок, турчанка, араб, туркмен*, латыш*, литов*, поляк, полька, китаец, китаянка, афган*, негр, темнокож*",
        ),
        (
            Language::De,
            "nationalitat, staatsangehorigkeit, staatsburger*, turkischer herkunft, arabischer herkunft, herkunft, schwarz, schwarzer, auslander*, syrer*, pole, polin, russin, deutscher, osterreicher*, schweizer, spanier*, grieche, griechin, kroat*, ruman*, chinesin, inder, inderin, afrodeutsch*, russlanddeutsch*, spataussiedler*, migrationshintergrund",
        ),
        (
            Language::Fr,
            "nationalite, d'origine, noir, noire, metis*, kabyle, maghrebin*, allemand*, anglais, anglaise, antillais*, suisse, tzigane",
        ),
        (
            Language::Pt,
            "nacionalidade, de origem, negro, negra, pardo, parda, cabo-verdian*, guineense, chines, chinesa, quilombola, descendente de",
        ),
        (Language::It, "nazionalita, cittadinanza, di origine, nero, nera, bengalese, tedesc*, frances*"),
    ],
};

static THEME: Theme = Theme {
    had: "citizen*, dual*, brazilian*, british*, граждан*, nacionalidad*, nationalit*, nazionalita*, cittadinanza*, staatsburger*, migrationshintergrund*",
    owned: "",
    weak: "herkunft, nationality, etnia, china, greek",
    alone: "",
    strong: WordList::new("born, nacido, nacida"),
    takes: "originally*, origen*, origin*, origem*, родом*, гражда*, citizen*, descend*, indigena*",
    names: "national*, ethnic*, nacionalidad*, etnia*, национальност*, nationalit*, nazionalita*, staatsangehorigkeit*, cittadinanza*",
    prepositions: false,
};

fn scan(scan: &mut Scan<'_>) {
    scan.push_statement(&THEME);
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "sensitive/origin",
    sources: &[
        "Regulation (EU) 2016/679 (GDPR), article 9: special categories of personal data; read 2026-11",
        "Charter of Fundamental Rights of the European Union, article 21: race, colour, ethnic origin, national minority; read 2026-11",
    ],
    matches: &[
        "i am [[nigerian]] can i open an account", "nationality: [[italian]]", "im [[originally from syria]]",
        "soy [[gitano]] y me niegan el alquiler", "soy [[de origen marroquí]]", "я [[татарин]]", "национальность [[татарин]]",
        "je suis [[d'origine algérienne]]", "bin [[syrer]]", "meine Nationalität: [[syrer]]", "sono [[albanese]]",
        "sou [[angolana]]", "mi marido es [[senegalés]]", "my nationality is [[polish]]",
    ],
    near_misses: &[
        "indian restaurant gift card", "i like french cheese", "spanish lessons on your app", "german shepherd food 15kg",
        "i'm at the italian restaurant", "i have black shoes", "грузинское вино красное", "queso de origen francés",
    ],
};
