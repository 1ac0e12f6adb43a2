//! Religion: the faith, or the lack of one, that somebody is said to have.
//!
//! Names of faiths and of those who hold them, beside a person. A menu, a building or a feast is nobody's faith.

use crate::recognizer::{Find, Kind, Language, Opening, Recognizer, Scan, Theme, WordList};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "sensitive/religion",
    entity: "RELIGION",
    kind: Kind::Religion,
    countries: &[],
    find: Find::Scan { opening: Opening::Cue, scan },
    concepts: &[],
    context: &[
        (
            Language::Any,
            "muslim*, musulm*, islam*, sunni*, shia, buddh*, buddis*, budis*, hindu*, sikh*, mormon*, baptist*, scientolog*, ateo, atea, atei, ateos, agnostic*, agnostiq*, evangelic*, evangeliq*, protestant*, catolic*, cattolic*, luteran*, wicca, rastafari*, quaker*, amish, bahai, adventist*, pentecostal*, shiit*, chiit*, sufi, copt*, kopt*, mennonit*, menonit*, zoroastr*, calvinist*",
        ),
        (
            Language::En,
            "religion, faith, catholic*, roman catholic, christian, christianity, anglican, methodist, presbyterian, lutheran, evangelical, born again christian, orthodox, orthodox christian, orthodox jew, jew, jewish, atheist, jehovah's witness, jehovahs witness, pagan, religious, jain, hasidic, judaism, taoist, shinto, hinduism, sikhism, buddhism, mennonite, haredi, messianic, druid, quaker",
        ),
        (
            Language::Es,
            "religion, cristian*, judi*, testigo de jehova, testigos de jehova, ortodox*, creyente, anglican*, santer*, religios*, hebre*, mormones, laic*",
        ),
        (
            Language::Ru,
            "вероисповедание, религия, вера, мусульман*, ислам*, православн*, католи*, протестант*, иуде*, иудаизм*, атеист*, агностик*, буддист*, буддизм*, свидетел* иеговы, баптист*, христиан*, старообрядец, пятидесятник, верующ*, кришнаит*, суннит*, шиит*, язычни*, лютеран*, адвентист*, мормон*, старовер*, коптск*, инду*, сикх*, баптистк*, крещен*",
        ),
        (
            Language::De,
            "religion, konfession, glaube, katholi*, evangelisch, protestantisch, christ, christin, judisch, jude, judin, atheist*, orthodox*, zeuge jehovas, zeugin jehovas, zeugen jehovas, moslem*, konfessionslos, glaubig, aus der kirche ausgetreten, freikirchlich, alevit*, pfingst*, neuapostolisch, kirchenmitglied, buddhistin, getauft",
        ),
        (
            Language::Fr,
            "religion, confession, chretien*, catholique, juif, juive, juifs, juives, athee, athees, orthodoxe, temoin de jehovah, temoins de jehovah, bouddhis*, croyant*, sikhe, pratiquant, judaisme, bouddhisme, evangeliste",
        ),
        (
            Language::Pt,
            "religiao, crista, cristao, cristaos, judeu, judia, judeus, testemunha de jeova, ateu, ateia, espirita*, umband*, candomble, ortodox*, crente, budismo, kardecista, candomblecist*, mulcuman*, messianic*",
        ),
        (
            Language::It,
            "religione, cristian*, ebreo, ebrea, ebrei, testimone di geova, testimoni di geova, ortodoss*, induist*, credente, valdese, ebraic*, ebraismo, valdesi, pentecostali",
        ),
    ],
};

static THEME: Theme = Theme {
    had: "",
    owned: "",
    weak: "religious, religion, orthodox, крест, christ, orthodoxe, ortodox, ortodoss, confession, konfession, getauft, крещен*, pratiquant, laic*",
    alone: "*",
    strong: WordList::new("accept, accepted, refuse"),
    takes: "",
    names: "religi*, faith*, confession*, konfession*, glaube*, вероисповедание*, религия*, вера*",
    prepositions: true,
};

fn scan(scan: &mut Scan<'_>) {
    scan.push_statement(&THEME);
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "sensitive/religion",
    sources: &["Regulation (EU) 2016/679 (GDPR), article 9: special categories of personal data; read 2026-11"],
    matches: &[
        "i'm [[muslim]] is there a halal meal", "religion: [[catholic]]", "soy [[musulmán]]", "i converted to [[islam]]",
        "я [[православная]]", "bin [[katholisch]]", "je suis [[juive]]", "sono [[ebreo]]", "minha religião: [[espírita]]",
        "my wife is [[hindu]]",
    ],
    near_misses: &[
        "halal menu", "catholic school uniforms in stock?", "st mary's church car park is full", "i bought a buddha statue",
        "рамадан акции будут?", "is the christian bookshop open",
    ],
};
