//! Immigration, marital and employment status, said of a person.
//!
//! A visa application centre, a marriage certificate or a tax for the unemployed is nobody's status.

use crate::recognizer::{Find, Kind, Language, Opening, Recognizer, Scan, Theme, WordList};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "sensitive/status",
    entity: "IMMIGRATION_MARITAL_EMPLOYMENT",
    kind: Kind::Status,
    countries: &[],
    find: Find::Scan { opening: Opening::Cue, scan },
    concepts: &[],
    context: &[
        (
            Language::Any,
            "divorci*, divorc*, divorzi*, asylum, asilo, asil, refugi*, rifugiat*, pensionist*, pensionat*, indocument*, undocumented, clandestin*",
        ),
        (
            Language::En,
            "marital status, immigration status, employment status, married, getting divorced, separated, widow, widowed, widower, engaged, single mum, single mom, single mother, single dad, single parent, civil partnership, unemployed, jobless, out of work, laid off, made redundant, redundant, fired, sacked, retired, pensioner, on benefits, on universal credit, on welfare, homeless, bankrupt, asylum seeker, refugee status, immigrant, illegal immigrant, student visa, work visa, tourist visa, spouse visa, green card, residence permit, indefinite leave, overstayed, deported, stateless, on furlough, on maternity leave, universal credit, lost my job, lost his job, between jobs, on the dole, jobseeker*, on disability, sick pay, on parental leave, newly wed, newlywed, civil partner, worker visa, skilled worker visa, dependant visa",
        ),
        (
            Language::Es,
            "estado civil, casad*, separado, parada, viud*, solter*, madre soltera, en paro, parado, desemplead*, sin trabajo, despedid*, en erte, jubilad*, sin papeles, pidiendo asilo, solicitante de asilo, inmigrante, permiso de residencia, permiso de trabajo, visado de estudiante, visado de trabajo, sin techo, sin hogar, arraigo, arraigo social, en el paro, separad*, tarjeta de residencia, sin empleo, en desempleo, subsidio, baja maternal, nomada, prejubilad*, perdi el trabajo, perdi mi trabajo",
        ),
        (
            Language::Ru,
            "семейное положение, замужем, не замужем, женат, холост, разведен*, в разводе, развожусь, вдов*, мать одиночка, отец одиночка, безработн*, уволили, уволен*, сократили, без работы, пенсионер*, на пенсии, бежен*, политическ* убежищ*, убежищ*, внж, пмж, рвп, вид на жительство, мигрант*, нелегал*, банкрот, бомж*, без документов, на пособии, в декрете, студенческ* виз*, рабоч* виз*, развелись, развелся, развелась, разведены, на патенте, на бирже труда, лишился работы, лишилась работы, потерял работу, потеряла работу, в браке, женаты, в гражданском браке, студент на визе, студенческой визе, рабочей визе, декретн*",
        ),
        (
            Language::De,
            "familienstand, verheiratet, geschieden, in scheidung, verwitwet, witwe, witwer, ledig, verlobt, alleinerziehend*, arbeitslos, arbeitssuchend, gekundigt, entlassen, in kurzarbeit, rentner*, in rente, burgergeld, hartz, hartz 4, hartz iv, arbeitslosengeld, fluchtling*, gefluchtet*, asyl, asylbewerber*, geduldet, duldung, aufenthaltserlaubnis, aufenthaltstitel, ohne papiere, obdachlos, insolvent, in elternzeit, getrennt lebend, getrennt, auf jobsuche, alg 1, alg 2, sozialhilfe, grundsicherung, aufstocker*, geschiedene, verwitwete, in mutterschutz, job verloren, arbeit verloren",
        ),
        (
            Language::Fr,
            "situation familiale, etat civil, marie, mariee, separe, separee, veuf, veuve, celibataire, pacse*, mere celibataire, pere celibataire, au chomage, chomeu*, sans emploi, licencie*, retraite, retraitee, a la retraite, au rsa, demandeur d'asile, demandeuse d'asile, asile, sans papiers, titre de sejour, carte de sejour, visa etudiant, immigre*, sdf, en conge maternite, rsa, sans travail, en conge parental, a la rue, divorces, maries, pacse, perdu mon emploi, perdu mon travail",
        ),
        (
            Language::Pt,
            "estado civil, casad*, separado, parada, viuv*, solteir*, mae solteira, mae solo, uniao estavel, desempregad*, demitid*, aposentad*, reformad*, sem papeis, imigrante, visto de residencia, visto de trabalho, visto de estudante, autorizacao de residencia, sem abrigo, morador de rua, bolsa familia, seguro desemprego, sem emprego, sem trabalho, casados, amasiad*, recem casad*, perdi o emprego, perdi meu emprego",
        ),
        (
            Language::It,
            "stato civile, sposat*, separat*, vedov*, nubile, celibe, ragazza madre, disoccupat*, senza lavoro, licenziat*, in cassa integrazione, in pensione, richiedente asilo, senza documenti, immigrat*, permesso di soggiorno, visto di studio, visto di lavoro, senzatetto, in maternita, reddito di cittadinanza, cassa integrazione, naspi, divorziat*, conviventi, in mobilita, in aspettativa, perso il lavoro",
        ),
    ],
};

static THEME: Theme = Theme {
    had: "refug*, asil*, asyl*, green*, residence*, student*, work*, tourist*, spouse*, indefinite*, permiso*, visado*, arraigo*, внж*, пмж*, рвп*, вид*, убежищ*, политическ*, студенческ*, рабоч*, burgergeld*, hartz*, arbeitslosengeld*, duldung*, aufenthalt*, titre*, carte*, visa*, visto*, autorizacao*, permesso*, bolsa*, reddito*, married*, laid*, sacked*, uniao*, civil*, despedid*, overstayed*, made*, universal*, tarjeta*, subsidio, alg, sozialhilfe, grundsicherung, rsa, seguro, naspi, jobseeker*, separad*, divorci*, casad*, worker*, skilled*, dependant*",
    owned: "refugee*, asylum*, residence*, student*, work*, spouse*, skilled*, green*, immigration*, marital*, внж*, permesso*, titre*, aufenthalt*, permiso*, visado*, asyl*, visto*",
    weak: "retraite, redundant, asil, divorce",
    alone: "unemployed, jobless, between, separated, divorc*, widow*, retired, married, lost, on, refugee, asylum, undocumented, homeless, laid, made, sacked, getrennt, geschieden*, arbeitslos, verwitwet*, alleinerziehend*, rentner*, witwe*, ledig, obdachlos, en, separad*, jubilad*, viud*, desemplead*, sin, despedid*, divorci*, au, veuv*, chomeu*, retraite*, sans, desempregad*, aposentad*, viuv*, disoccupat*, vedov*, separat*, divorziat*, pensionat*, in, безработн*, разве*, развожусь, вдов*, пенсионер*, беженец, беженка, мать, замужем, женат, уволили, сократили, потерял*, лишил*, perdi, perdu, perdido, ho",
    strong: WordList::new(
        "status, familiale, got, granted, applied, been, get, gekundigt, viens, acabo, остался, осталась, остались, leben, lebe, lebt",
    ),
    takes: "",
    names: "marital*, immigration status*, employment*, estado*, семейное*, familienstand*, situation*, etat*, stato*",
    prepositions: false,
};

fn scan(scan: &mut Scan<'_>) {
    scan.push_statement(&THEME);
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "sensitive/status",
    sources: &[
        "Regulation (EU) 2016/679 (GDPR), recital 75: personal aspects that may lead to discrimination; the category is of our own making; read 2026-11",
    ],
    matches: &[
        "i am [[unemployed]] since january", "im [[divorced]] take her off the joint account", "estoy [[en paro]] desde enero",
        "marital status: [[married]]", "estado civil: [[viuda]]", "я [[в разводе]]", "семейное положение [[вдова]]",
        "ich bin [[geschieden]]", "familienstand: [[witwe]]", "je suis [[au chômage]]", "état civil: [[veuve]]",
        "estou [[desempregado]]", "estado civil: [[divorciado]]", "sono [[disoccupato]] da un anno", "stato civile: [[vedovo]]",
        "i'm on a [[student visa]]",
    ],
    near_misses: &[
        "is the visa application centre open",
        "single ticket or return",
        "marriage certificate copy price",
        "divorcio exprés precio",
        "пособие по безработице как оформить",
        "retired model, still sold?",
        "hay ayudas para parados?",
        "i have divorce papers to print?",
    ],
};
