//! VIN: the seventeen characters on the chassis of a vehicle, without I, O and Q.
//!
//! In North America and China the ninth is a check digit by weights modulo 11, and the last four are digits nearly
//! everywhere: together one random string in a thousand. Elsewhere nothing can be computed: beside a cue only.

use crate::recognizer::{Find, Kind, Language, Opening, Reason, Recognizer, Scan, Verdict};

const LEN: usize = 17;
const CHECK: usize = 8;
/// The last ones, which number the vehicle.
const SERIAL: usize = 4;

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "vehicle/vin",
    entity: "VEHICLE_VIN",
    kind: Kind::VehicleId,
    countries: &[],
    find: Find::Scan { opening: Opening::Any(&[Opening::Run(LEN), Opening::Cue]), scan },
    concepts: &[],
    context: &[
        (Language::Any, "vin, vin code, vin number"),
        (Language::En, "chassis, chassis number, vehicle identification number, frame number"),
        (Language::Es, "bastidor, numero de bastidor, chasis, numero de chasis, serie del vehiculo, niv"),
        (Language::Ru, "вин, вин код*, вин-код*, vin код*, вин номер*, номер кузова, номер шасси, кузов*, шасси"),
        (
            Language::De,
            "fin, fahrgestellnummer, fahrgestell-nr, fahrzeugidentifikationsnummer, fahrzeug-identnummer, fahrgestell",
        ),
        (Language::Fr, "numero de chassis, chassis, numero de serie du vehicule, numero d'identification du vehicule"),
        (Language::Pt, "chassi, chassis, numero do chassi, numero de chassi"),
        (Language::It, "telaio, numero di telaio, numero telaio"),
    ],
};

fn scan(scan: &mut Scan<'_>) {
    if scan.len == LEN {
        scan.push_written(scan.token, LEN, check);
    } else if scan.len == 0 {
        scan.push_written_beside_cue(LEN, check);
    }
}

fn check(vin: &[u8]) -> Verdict {
    let letters = vin.iter().filter(|byte| byte.is_ascii_alphabetic()).count();
    let allowed = vin.iter().all(|byte| !b"IOQ".contains(byte));
    if vin.len() != LEN || letters < 2 || !allowed || !vin[LEN - 2..].iter().all(u8::is_ascii_digit) {
        return Verdict::Refuted(Reason::Format);
    }
    let serial = vin[LEN - SERIAL..].iter().all(u8::is_ascii_digit);
    if serial && check_digit_holds(vin) { Verdict::proven(1000) } else { Verdict::PLAUSIBLE }
}

fn check_digit_holds(vin: &[u8]) -> bool {
    const WEIGHTS: [u32; LEN] = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
    let value = |byte: u8| match byte.to_ascii_uppercase() {
        digit @ b'0'..=b'9' => u32::from(digit - b'0'),
        letter @ b'A'..=b'H' => u32::from(letter - b'A') + 1,
        letter @ b'J'..=b'R' => u32::from(letter - b'J') + 1,
        letter => u32::from(letter - b'S') + 2,
    };
    let sum: u32 = vin.iter().zip(WEIGHTS).map(|(&byte, weight)| value(byte) * weight).sum();
    vin[CHECK].to_ascii_uppercase() == if sum % 11 == 10 { b'X' } else { b'0' + (sum % 11) as u8 }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "vehicle/vin",
    sources: &["ISO 3779:2009; 49 CFR 565.15, with the table of values and weights; not compared with the document"],
    matches: &[
        "[[1M8GDM9AXKP042788]]", "fahrgestellnummer [[WVWZZZ1JZXW000001]] rückruf?", "numero de bastidor [[vsszzz1jzxr000001]]",
        "вин [[1M8GDM9AXKP042788]]", "chassi [[9BWZZZ377VT004251]]", "telaio [[ZFA31200000123456]]",
        "numéro de châssis [[VF1BB05CF27654321]]",
    ],
    near_misses: &["1M8GDM9A1KP042788", "WVWZZZ1JZXW000001", "vin rouge 12345678901234567", "tracking 3UW1AB2345678"],
};
