//! IFSC, the code of an Indian bank branch.
//!
//! Four letters for the bank, 0, six characters for the branch. Freight containers are numbered nearly like this, so that an unknown bank needs
//! the word.

use crate::recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, alnum_between, digits, letters};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "payment/in_ifsc",
    entity: "IN_IFSC_UPI",
    kind: Kind::BankCode,
    countries: &["in"],
    find: Find::Shape {
        shape: Shape { runs: &[letters(4), digits(1), alnum_between(6, 6)], layouts: &[] },
        need: Need::Nothing,
        check,
    },
    concepts: &[],
    context: &[(Language::Any, "ifsc, ifsc code, ifs code, neft, rtgs, imps")],
};

/// Banks that most customers bank with.
static BANKS: &[u8] =
    b"SBINHDFCICICUTIBPUNBBARBCNRBUBINKKBKIDIBBKIDIOBAYESBINDBFDRLIDFBMAHBCBINUCBAPSIBKVBLSIBLCIUBTMBLKARBDBSSRATN\
BDBLAUBLESFBCITIHSBCSCBLDCBLJAKAPYTMAIRPIPOSUJVNIBKLCSBKDLXBNTBLUTKSESMFFINOSVCBCOSBSRCBVIJBCORPANDBORBCSYNBALLA";

fn check(ifsc: &[u8]) -> Verdict {
    if ifsc[4] != b'0' {
        return Verdict::Refuted(Reason::Format);
    }
    if !BANKS.chunks(4).any(|bank| bank == &ifsc[..4]) {
        return Verdict::Refuted(Reason::Component);
    }
    Verdict::plausible(60_000)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "payment/in_ifsc",
    sources: &[
        "Reserve Bank of India, list of NEFT enabled bank branches: 11 characters, the fifth 0; not compared with the document",
    ],
    matches: &["ifsc [[HDFC0002944]]", "IFSC code [[sbin0007394]] branch", "[[ICIC0000104]]"],
    near_misses: &["HDFC1002944", "MSKU0123456", "ifsc HDFC000294"],
};
