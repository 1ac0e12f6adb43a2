//! RUT and RUN, the number of a person or company in Chile.
//!
//! Seven or eight digits and a weighted sum by 11, K for ten. One random writing in eleven passes.

use crate::{
    check::{is_filler, mod_11_digit},
    recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, alnum_between, digits_between},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "national/cl_rut",
    entity: "CL_RUT",
    kind: Kind::NationalId,
    countries: &["cl"],
    find: Find::Shape {
        shape: Shape {
            runs: &[digits_between(7, 8), alnum_between(1, 1)],
            layouts: &["00.000.000-0", "00.000.000-A", "0.000.000-0", "0.000.000-A", "00000000-0", "00000000-A"],
        },
        need: Need::Support,
        check,
    },
    concepts: &[],
    context: &[
        (Language::Any, "rut, r.u.t, rut chileno, run chileno, rol unico tributario, rol unico nacional"),
        (Language::Es, "mi run, run es, run de, clave unica"),
    ],
};

fn check(rut: &[u8]) -> Verdict {
    const WEIGHTS: [i32; 8] = [3, 2, 7, 6, 5, 4, 3, 2];
    let (last, digits) = (rut[rut.len() - 1], &rut[..rut.len() - 1]);
    if is_filler(digits) || !(last.is_ascii_digit() || last == b'K') {
        return Verdict::Refuted(Reason::Format);
    }
    Verdict::checksum(mod_11_digit(digits, &WEIGHTS[8 - digits.len()..], b'K') == last, 13)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "national/cl_rut",
    sources: &[
        "Servicio de Impuestos Internos, Chile: how the check digit of the RUT is computed (módulo 11); examples hold in python-stdnum 2.2, cl.rut",
    ],
    matches: &["mi rut es [[12.635.715-K]]", "RUT: [[11395261-k]]", "[[76.086.428-5]]", "mi run [[76086428-5]]"],
    near_misses: &["76.086.428-6", "rut 11.111.111-1", "760864285"],
};
