//! Advertising and device identifiers of telephones: a UUID (IDFA, GAID), or the 16 hexadecimal digits of Android.
//!
//! A UUID is anything's number, so only the name tells. All zeros is what a telephone says that does not tell.

use crate::recognizer::{Find, Kind, Language, Opening, Recognizer, Scan, Verdict};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "network/ad_id",
    entity: "DEVICE_ID",
    kind: Kind::DeviceId,
    countries: &[],
    find: Find::Scan { opening: Opening::Cue, scan },
    concepts: &[],
    context: &[
        (Language::Any, "idfa, idfv, gaid, aaid, oaid, adid, android id, android_id, ad id"),
        (Language::En, "advertising id, advertising identifier, device id, device identifier, device uuid"),
        (Language::Es, "id de publicidad, identificador de publicidad, id publicitario, id del dispositivo, id de dispositivo"),
        (
            Language::Ru,
            "рекламн* id, рекламн* идентификатор*, рекламн* айди, id устройства, айди устройства, идентификатор* устройства",
        ),
        (Language::De, "werbe-id, werbe id, gerate-id, gerate id, geratekennung"),
        (Language::Fr, "identifiant publicitaire, id publicitaire, identifiant de l'appareil, id de l'appareil"),
        (Language::Pt, "id de publicidade, identificador de publicidade, id do dispositivo, id do aparelho"),
        (Language::It, "id pubblicita, id pubblicitario, identificativo pubblicitario, id dispositivo, id del dispositivo"),
    ],
};

/// How many words and numbers behind the cue it may begin.
const REACH: usize = 6;
const UUID: &[u8] = b"hhhhhhhh-hhhh-hhhh-hhhh-hhhhhhhhhhhh";
const ANDROID: &[u8] = b"hhhhhhhhhhhhhhhh";

fn scan(scan: &mut Scan<'_>) {
    let text = scan.text().as_bytes();
    for token in scan.tokens[scan.token..].iter().take(REACH) {
        let start = token.span.start as usize;
        let glued = |byte: Option<&u8>| byte.is_some_and(|&byte| byte.is_ascii_alphanumeric() || byte == b'-');
        let end = [UUID, ANDROID].into_iter().find_map(|like| {
            let value = text.get(start..start + like.len())?;
            let fits = |(like, byte): (&u8, &u8)| if *like == b'h' { byte.is_ascii_hexdigit() } else { byte == like };
            let mixed = value.iter().any(u8::is_ascii_digit) && value.iter().any(u8::is_ascii_alphabetic);
            (mixed && like.iter().zip(value).all(fits) && !glued(text.get(start + like.len()))).then_some(start + like.len())
        });
        if let Some(end) = end.filter(|_| start == 0 || !glued(text.get(start - 1))) {
            scan.push(start, end, Verdict::proven(16));
            return;
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "network/ad_id",
    sources: &[
        "Apple developer documentation, advertisingIdentifier; Android developer documentation, advertising id and ANDROID_ID; RFC 9562; read 2026-11",
    ],
    matches: &[
        "idfa: [[6D92078A-8246-4BA4-AE5B-76104861E7DC]]",
        "mi id de publicidad es [[38400000-8cf0-11bd-b23e-10b96e40000d]]",
        "android id [[9774d56d682e549c]]",
        "рекламный идентификатор [[cdda802e-fb9c-47ad-9866-0794d394c912]]",
        "werbe-id [[6D92078A-8246-4BA4-AE5B-76104861E7DC]]",
        "identifiant publicitaire [[6D92078A-8246-4BA4-AE5B-76104861E7DC]]",
    ],
    near_misses: &[
        "38400000-8cf0-11bd-b23e-10b96e40000d", "idfa 00000000-0000-0000-0000-000000000000",
        "request id 5ed96e5c-fe29-4eb3-a546-d4946bf013c4", "turn off the advertising id",
    ],
};
