//! IP address, version 4 and 6.
//!
//! Four numbers up to 255, or groups of hexadecimal digits. What no line of a customer has (private, loopback, link-local,
//! multicast, unspecified, netmasks) is nobody's. Small numbers in a row of four, and those beside a word for versions,
//! need a cue: "firmware 1.2.0.14".

use std::net::Ipv4Addr;

use crate::recognizer::{Find, Kind, Language, Opening, Reason, Recognizer, Scan, Verdict, holds_any, is_word_char};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "network/ip",
    entity: "IP_ADDRESS",
    kind: Kind::IpAddress,
    countries: &[],
    // An address that is found begins with a digit: global ones of version 6 with 2 or 3.
    find: Find::Scan { opening: Opening::Digits(1), scan },
    concepts: &[],
    context: &[
        (Language::En, "ip, ip address, ipv4, ipv6, static ip"),
        (Language::Es, "ip, direccion ip, ipv4, ipv6"),
        (Language::Ru, "ip, айпи, айпишник*, ip адрес*, ip-адрес*"),
        (Language::De, "ip, ip adresse, ip-adresse, ipv4, ipv6"),
        (Language::Fr, "ip, adresse ip, ipv4, ipv6"),
        (Language::Pt, "ip, endereco ip, ipv4, ipv6"),
        (Language::It, "ip, indirizzo ip, ipv4, ipv6"),
    ],
};

/// The longest of version 6, with the last four bytes as version 4 writes them.
const LONGEST_V6: usize = 45;
const LONGEST_ZONE: usize = 16;

fn scan(scan: &mut Scan<'_>) {
    let text = scan.text().as_bytes();
    let next = text.get(scan.at + scan.len).copied().unwrap_or_default();
    let before = scan.at.checked_sub(1).map_or(0, |at| text[at]);
    if (is_of_v6(next) || is_of_v6(before))
        && let Some(start) = start_of_v6(text, scan.at)
        && let Some((end, verdict)) = v6(text, start)
    {
        return scan.push(start, end, verdict);
    }
    if !matches!(next, b'.' | b'[' | b'(') {
        return;
    }
    if let Some((end, address)) = v4(text, scan.at) {
        let odds = if looks_like_version(scan.lower(), scan.at, end, address) { 1 } else { 1 << 8 };
        let verdict = if is_nobodys(address) { Verdict::Refuted(Reason::Format) } else { Verdict::plausible(odds) };
        scan.push(scan.at, end, verdict);
    }
}

/// True for what addresses of version 6 are written with.
fn is_of_v6(byte: u8) -> bool {
    byte == b':' || byte.is_ascii_hexdigit()
}

/// Where the address of version 6 begins that the digits at `at` belong to; none where an earlier run of digits opened it.
fn start_of_v6(text: &[u8], at: usize) -> Option<usize> {
    let before = &text[at.saturating_sub(LONGEST_V6)..at];
    let len = before.iter().rev().take_while(|&&byte| byte.is_ascii_hexdigit() || byte == b':').count();
    if len == LONGEST_V6 {
        return None;
    }
    let head = &text[at - len..at];
    if head.is_empty() {
        return Some(at);
    }
    // "ip:2a02:…", "mac:2a02:…": a word and its colon.
    let follows_word = at > len && text[at - len - 1].is_ascii_alphanumeric();
    if follows_word || head == b":" {
        return head.iter().position(|&byte| byte == b':').filter(|&colon| colon + 1 == len).map(|_| at);
    }
    head.split(|&byte| byte == b':').all(|group| !group.first().is_some_and(u8::is_ascii_digit)).then_some(at - len)
}

/// The address of version 6 at `start`.
fn v6(text: &[u8], start: usize) -> Option<(usize, Verdict)> {
    let rest = &text[start..];
    let mut len =
        rest.iter().take(LONGEST_V6 + 1).take_while(|&&byte| byte.is_ascii_hexdigit() || byte == b':' || byte == b'.').count();
    if !rest[..len].contains(&b':') || rest.get(len).is_some_and(u8::is_ascii_alphanumeric) {
        return None;
    }
    // The colon and the full stops of the sentence.
    while rest[..len].ends_with(b".") || (rest[..len].ends_with(b":") && !rest[..len].ends_with(b"::")) {
        len -= 1;
    }
    let (address, groups) = parse_v6(&rest[..len])?;
    let global = (0x2000..0x4000).contains(&address[0]);
    let verdict = match embedded(address) {
        Some(address) if !is_nobodys(address) => Verdict::plausible(1 << 12),
        // "2024::5" may be anything.
        None if global => Verdict::plausible(if groups > 2 { 1 << 12 } else { 2 }),
        _ => Verdict::Refuted(Reason::Format),
    };
    Some((start + len + zone_len(&rest[len..]), verdict))
}

/// The eight groups, and how many of them are written.
fn parse_v6(written: &[u8]) -> Option<([u16; 8], usize)> {
    let mut groups = [0; 8];
    let (mut count, mut at) = (0, 0);
    // Where the groups are left out that are nought.
    let mut left_out = None;
    if written.starts_with(b"::") {
        (left_out, at) = (Some(0), 2);
    }
    while at < written.len() {
        let mut end = at;
        let mut value = 0;
        while let Some(digit) = written.get(end).and_then(|byte| char::from(*byte).to_digit(16)) {
            value = value << 4 | digit;
            end += 1;
            if end - at > 4 {
                return None;
            }
        }
        if written.get(end) == Some(&b'.') {
            let (end, address) = v4(written, at)?;
            if end < written.len() || count > 6 {
                return None;
            }
            let [a, b, c, d] = address.octets();
            groups[count] = u16::from_be_bytes([a, b]);
            groups[count + 1] = u16::from_be_bytes([c, d]);
            count += 2;
            break;
        }
        if end == at || count == groups.len() {
            return None;
        }
        groups[count] = value as u16;
        count += 1;
        at = match written[end..] {
            [] => end,
            [b':', b':', ..] if left_out.is_none() => {
                left_out = Some(count);
                end + 2
            }
            [b':', _, ..] => end + 1,
            _ => return None,
        };
    }
    let missing = groups.len() - count;
    match left_out {
        Some(place) if missing > 0 => groups[place..].rotate_right(missing),
        None if missing == 0 => {}
        _ => return None,
    }
    Some((groups, count))
}

/// The address of version 4 that a mapped or translated one carries.
fn embedded(address: [u16; 8]) -> Option<Ipv4Addr> {
    match address {
        [0, 0, 0, 0, 0, 0xffff, high, low] | [0x64, 0xff9b, 0, 0, 0, 0, high, low] => {
            Some(Ipv4Addr::from(u32::from(high) << 16 | u32::from(low)))
        }
        _ => None,
    }
}

/// "%eth0" names the network card.
fn zone_len(rest: &[u8]) -> usize {
    if rest.first() != Some(&b'%') {
        return 0;
    }
    let len = rest[1..].iter().take(LONGEST_ZONE).take_while(|byte| byte.is_ascii_alphanumeric()).count();
    if len == 0 { 0 } else { len + 1 }
}

/// The address of version 4 at `at`: four numbers, and not a piece of a longer row.
fn v4(text: &[u8], at: usize) -> Option<(usize, Ipv4Addr)> {
    const DOTS: &[&[u8]] = &[b".", b"[.]", b"(.)"];
    if at > 0 && text[at - 1] == b'.' && at > 1 && text[at - 2].is_ascii_digit() {
        return None;
    }
    let mut octets = [0; 4];
    let mut end = at;
    for (index, octet) in octets.iter_mut().enumerate() {
        if index > 0 {
            // Security mails write "91[.]14[.]208[.]77", so that nobody clicks on it.
            end += DOTS.iter().find(|dot| text[end..].starts_with(dot))?.len();
        }
        let len = text[end..].iter().take_while(|byte| byte.is_ascii_digit()).take(4).count();
        let digits = &text[end..end + len];
        if !(1..=3).contains(&len) || (len > 1 && digits[0] == b'0') {
            return None;
        }
        let number = digits.iter().fold(0_u16, |number, digit| number * 10 + u16::from(digit - b'0'));
        *octet = u8::try_from(number).ok()?;
        end += len;
    }
    let goes_on = match text[end..] {
        [b'.', next, ..] => next.is_ascii_digit(),
        [next, ..] => next.is_ascii_alphanumeric(),
        [] => false,
    };
    (!goes_on).then(|| (end, Ipv4Addr::from(octets)))
}

/// True where the address says nothing about who has it.
fn is_nobodys(address: Ipv4Addr) -> bool {
    let [a, b, c, d] = address.octets();
    let shared_by_customers = a == 100 && (64..128).contains(&b);
    let made_up = (a == b && b == c && c == d) || [a, b, c, d] == [1, 2, 3, 4];
    // From 224 on: multicast, reserved, and every netmask but the widest.
    a == 0
        || a >= 224
        || address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || shared_by_customers
        || made_up
}

/// True for a version number, as far as the numbers and the words before tell.
fn looks_like_version(lower: &str, at: usize, end: usize, address: Ipv4Addr) -> bool {
    const LOOK_BACK: usize = 48;
    const SMALL: u8 = 32;
    const WORDS: &str = "version, versao, versione, верси, firmware, прошивк, build, сборк, release, релиз, update, updat, обновлен, actualiza, atualiza, aggiorna, mise a jour, driver, драйвер, treiber, pilote, software, patch, chrome, firefox, android, windows, section, раздел, пункт";
    let octets = address.octets();
    let before = &lower[lower.floor_char_boundary(at.saturating_sub(LOOK_BACK))..at];
    let clause = &before[before.rfind(['\n', '!', '?', ';']).map_or(0, |end| end + 1)..];
    let word_before = clause.split(|c: char| !is_word_char(c)).rfind(|word| !word.is_empty());
    let suffixed = matches!(lower.as_bytes()[end..], [b'-' | b'_', next, ..] if next.is_ascii_alphabetic());
    octets.iter().all(|&octet| octet < SMALL)
        || octets[3] == 0
        || suffixed
        || matches!(word_before, Some("v" | "ver" | "vers"))
        || holds_any(clause, WORDS)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "network/ip",
    sources: &[
        "RFC 791, RFC 4291 section 2, RFC 5952, RFC 6598, RFC 6890: IANA special-purpose registries (read 2026-11)",
        "RFC 5737 and RFC 3849: the addresses set aside for documentation, which the examples are of",
    ],
    matches: &[
        "my ip is [[203.0.113.77]]", "login from [[198.51.100.23]]", "[[203.0.113.77]]:8080 is blocked",
        "[[2001:db8:51a1:8c00:44d1:9b2e:7f10:3c5a]]", "ipv6 [[2001:db8::8d3:1f]]", "[[::ffff:203.0.113.77]]",
        "access denied for [[203[.]0[.]113[.]77]]", "my ip address is [[5.8.10.2]]", "[[2001:db8:0:4a00::1f%eth0]]",
    ],
    near_misses: &[
        "192.168.1.1 does not open, nor do 10.0.0.138 and 172.16.5.4",
        "ip 127.0.0.1",
        "ip 169.254.10.20",
        "ip 0.0.0.0",
        "mask 255.255.255.0",
        "firmware 1.2.0.14",
        "version 98.145.77.12",
        "1.2.3.4.5",
        "203.0.113.256",
        "06.39.98.17.04",
        "::1 and fe80::1 and fd00:2003::1",
        "2024-05-12T14:30:05Z",
        "::ffff:192.168.1.1",
    ],
};
