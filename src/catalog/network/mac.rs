//! MAC address of a network card: six octets, `DC:A6:32:4E:90:1B`, `dc-a6-32-4e-90-1b`, `dca6.324e.901b`.
//!
//! No check digit, but nothing else is written so, unless all digits are decimal: those, twelve digits without separators,
//! and the one address in 350 whose groups all begin with a letter, need a cue.

use crate::recognizer::{Find, Kind, Language, Opening, Reason, Recognizer, Scan, Verdict};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "network/mac",
    entity: "MAC_ADDRESS",
    kind: Kind::MacAddress,
    countries: &[],
    find: Find::Scan { opening: Opening::Any(&[Opening::Digits(1), Opening::Cue]), scan },
    concepts: &[],
    context: &[
        (Language::En, "mac, mac address, bssid, device, router, physical address"),
        (Language::Es, "mac, direccion mac, bssid, router, dispositivo"),
        (Language::Ru, "mac, мак, мак адрес*, мак-адрес*, mac адрес*, роутер*, устройств*"),
        (Language::De, "mac, mac adresse, mac-adresse, router, gerat"),
        (Language::Fr, "mac, adresse mac, routeur, appareil"),
        (Language::Pt, "mac, endereco mac, roteador, dispositivo"),
        (Language::It, "mac, indirizzo mac, modem, router, dispositivo"),
    ],
};

/// How many tokens behind a cue an address may begin.
const REACH: usize = 12;
const DIGITS: usize = 12;

fn scan(scan: &mut Scan<'_>) {
    let text = scan.text().as_bytes();
    if scan.len > 0 {
        // A group is two digits or four, and most numbers go on otherwise.
        let separates = |at: usize| text.get(at).copied().is_some_and(is_separator);
        if !separates(scan.at + 2) && !separates(scan.at + 4) && !separates(scan.at.wrapping_sub(1)) {
            return;
        }
        let start = start_around(text, scan.at);
        if let Some(mac) = start.and_then(|start| read(text, start)).filter(|mac| mac.separated) {
            scan.push(mac.start, mac.end, mac.verdict());
        }
        return;
    }
    let mut starts = scan.tokens[scan.token..].iter().take(REACH).map(|token| token.span.start as usize);
    if let Some(mac) = starts.find_map(|start| read(text, start)) {
        scan.push(mac.start, mac.end, mac.verdict());
    }
}

fn is_separator(byte: u8) -> bool {
    matches!(byte, b':' | b'-' | b'.')
}

/// Where the address begins whose first group with a leading digit stands at `at`.
fn start_around(text: &[u8], at: usize) -> Option<usize> {
    const OTHERS: usize = 5;
    let mut start = at;
    for _ in 0..OTHERS {
        let Some(before) = group_before(text, start) else { break };
        if text[before].is_ascii_digit() {
            return None;
        }
        start = before;
    }
    Some(start)
}

/// Where a group that a separator parts from what follows begins. A word in front ("mac:") is none.
fn group_before(text: &[u8], start: usize) -> Option<usize> {
    let (separator, before) = text[..start].split_last()?;
    let len = before.iter().rev().take(5).take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let group = &before[before.len() - len..];
    let fits = matches!((separator, len), (b':' | b'-', 2) | (b'.', 4)) && group.iter().all(u8::is_ascii_hexdigit);
    fits.then_some(before.len() - len)
}

struct Mac {
    start: usize,
    end: usize,
    octets: [u8; 6],
    separated: bool,
    /// A letter among the digits.
    hexadecimal: bool,
}

/// The address that begins here.
fn read(text: &[u8], start: usize) -> Option<Mac> {
    let rest = &text[start..];
    // Two or four digits a group; whoever writes none puts twelve in a row.
    let (group, separator) = match rest {
        [_, _, separator @ (b':' | b'-' | b' '), ..] => (2, Some(*separator)),
        [_, _, _, _, separator @ (b'.' | b':' | b'-'), ..] => (4, Some(*separator)),
        _ => (DIGITS, None),
    };
    let mut octets = [0; 6];
    let (mut at, mut read, mut hexadecimal, mut decimal) = (0, 0, false, false);
    while read < DIGITS {
        if read > 0 && read % group == 0 {
            if rest.get(at) != separator.as_ref() {
                return None;
            }
            at += 1;
        }
        let byte = *rest.get(at)?;
        let digit = char::from(byte).to_digit(16)? as u8;
        octets[read / 2] = octets[read / 2] << 4 | digit;
        hexadecimal |= byte.is_ascii_alphabetic();
        decimal |= byte.is_ascii_digit();
        at += 1;
        read += 1;
    }
    let glued = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    let alone = !glued(rest.get(at)) && !glued(text[..start].last());
    // A fingerprint of a certificate has more groups.
    let goes_on = separator.is_some_and(|byte| is_separator(byte) && rest.get(at) == Some(&byte) && glued(rest.get(at + 1)));
    let separated = matches!(separator, Some(b':' | b'-' | b'.'));
    let telling = separated || (hexadecimal && decimal);
    (telling && alone && !goes_on && group_before(text, start).is_none()).then_some(Mac {
        start,
        end: start + at,
        octets,
        separated,
        hexadecimal,
    })
}

impl Mac {
    fn verdict(&self) -> Verdict {
        const TEMPLATES: [[u8; 6]; 4] = [
            [0x00, 0x11, 0x22, 0x33, 0x44, 0x55],
            [0x01, 0x23, 0x45, 0x67, 0x89, 0xab],
            [0x12, 0x34, 0x56, 0x78, 0x9a, 0xbc],
            [0xaa, 0xbb, 0xcc, 0xdd, 0xee, 0xff],
        ];
        if TEMPLATES.contains(&self.octets) || self.octets.iter().all(|&octet| octet == self.octets[0]) {
            Verdict::Refuted(Reason::Format)
        } else if self.separated && self.hexadecimal {
            Verdict::plausible(1 << 12)
        } else {
            Verdict::PLAUSIBLE
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "network/mac",
    sources: &[
        "IEEE 802-2014 section 8, EUI-48 (read 2026-11)",
        "RFC 9542 section 2.1: 00-00-5E-00-53-00 to -FF are set aside for documentation",
    ],
    matches: &[
        "mac [[00:00:5E:00:53:AF]]", "[[00-00-5e-00-53-af]] cannot connect", "MAC: [[0000.5E00.53AF]]",
        "my mac address is [[00005e0053af]]", "device [[DC:A6:32:4E:90:1B]] keeps dropping", "mac [[00:00:5E:00:53:21]]",
        "[[de:a4:c0:bf:e1:0f]]", "mac del router [[fe:ca:de:ad:be:ef]]",
    ],
    near_misses: &[
        "00:11:22:33:44:55",
        "mac aa:bb:cc:dd:ee:ff",
        "10:20:30:40:50:60",
        "SHA1 5E:FF:56:A2:AF:15:88:25:AE:84:2A:6B:C1:F2:83:DD:E0:27:6B:F7",
        "00-00-5e-00-53",
        "06-39-98-17-04-12",
    ],
};
