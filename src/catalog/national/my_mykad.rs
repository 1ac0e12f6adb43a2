//! `MyKad`, the identity card of Malaysia: date of birth, place of birth, four digits.
//!
//! No check digit: date and place fit one random string in about 32.

use crate::{
    check::{date_of, is_filler, number},
    recognizer::{Concept, Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/my_mykad",
    entity: "MY_ID_TH_VN_PH",
    kind: Kind::NationalId,
    countries: &["my"],
    find: Find::Shape { shape: Shape { runs: &[digits(12)], layouts: &["000000-00-0000"] }, need: Need::Support, check },
    concepts: &[Concept::NationalId],
    context: &[
        (Language::Any, "mykad, mykas, mypr, kad pengenalan, no kad pengenalan, no kp, nombor kad pengenalan"),
        (Language::En, "malaysian ic, malaysian nric, ic number, ic no, my ic, malaysia ic"),
    ],
};

fn check(id: &[u8]) -> Verdict {
    if is_filler(id) {
        return Verdict::Refuted(Reason::Format);
    }
    let nowhere = [0, 17, 18, 19, 20, 69, 70, 73, 80, 81, 94, 95, 96, 97].contains(&number(&id[6..8]));
    if nowhere || !date_of(&id[..6], *b"ymd") {
        return Verdict::Refuted(Reason::Format);
    }
    Verdict::plausible(32)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/my_mykad",
    sources: &[
        "Jabatan Pendaftaran Negara (National Registration Department of Malaysia), \"Kod negeri\" and \"Kod negara\": codes of the place of birth; examples hold in python-stdnum 2.2, my.nric",
    ],
    matches: &["mykad [[770305-02-1234]]", "my ic number is [[880912145531]]", "[[770305-02-1234]]"],
    near_misses: &["771305-02-1234", "770305-17-1234", "880912145531"],
};
