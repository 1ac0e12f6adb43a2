//! What a text of a manifest must not say, or hide.

use crate::text::Folded;

/// Purposes that say nothing: the AEPD's guide on cookies (2023) and the EDPB's guidelines 03/2022 name the kind. Folded, as texts
/// are compared; `*`: a few words.
const VAGUE: &[&str] = &[
    "improve*experience", "enhance*experience", "better*experience", "improve*service", "improvement of*service",
    "other purposes", "business purposes", "various purposes", "mejor*experiencia", "mejor*servicio", "otros fines",
    "otras finalidades", "fines comerciales", "melhor*experiencia", "melhor*servico", "outros fins", "outras finalidades",
    "улучш*сервис", "улучш*обслуж", "улучш*опыт", "улучш*качеств", "ины*цел", "други*цел", "verbess*erlebnis",
    "verbess*erfahrung", "verbess*dienst", "verbess*service", "erlebnis*verbess", "erfahrung*verbess", "dienst*verbess",
    "service*verbess", "sonstige*zweck", "andere*zweck", "amelior*experience", "amelior*service", "autres fins",
    "autres finalites", "miglior*esperienza", "miglior*serviz", "altri scopi", "altri fini", "altre finalita",
];

/// Advertising by any other name, folded.
const ADVERTISING: &[&str] =
    &["advertis", "marketing", "publicidad", "реклам", "werbung", "werbezweck", "publicite", "publicitaire", "pubblicit"];

/// How far apart the parts of a phrase may stand, in bytes.
const GAP: usize = 40;

pub(super) fn is_vague(text: &str) -> bool {
    says(text, VAGUE)
}

pub(super) fn is_advertising(text: &str) -> bool {
    says(text, ADVERTISING)
}

fn says(text: &str, phrases: &[&str]) -> bool {
    let folded = Folded::new(text);
    let text = folded.lower();
    phrases.iter().any(|phrase| {
        let (first, second) = phrase.split_once('*').unwrap_or((phrase, ""));
        text.match_indices(first).any(|(at, _)| {
            let rest = &text[at + first.len()..];
            rest.find(second).is_some_and(|gap| gap <= GAP)
        })
    })
}

/// What in a text would show otherwise than it reads, or does something where a page is careless.
pub(super) fn suspicious(text: &str) -> Option<&'static str> {
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => return Some("signs that turn the direction of writing"),
            '\u{200b}' | '\u{2028}' | '\u{2029}' | '\u{2060}'..='\u{2064}' | '\u{feff}' => return Some("invisible characters"),
            _ if c.is_control() => return Some("control characters"),
            '<' if chars.peek().is_some_and(|next| next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?')) => {
                return Some("markup");
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_stand_as_texts_are_compared() {
        for phrase in [VAGUE, ADVERTISING].concat() {
            assert_eq!(Folded::new(phrase).lower(), phrase);
        }
    }

    #[test]
    fn a_purpose_that_says_nothing_is_known_in_seven_languages() {
        for vague in [
            "To improve your experience",
            "improve our products and services",
            "para MEJORAR SU EXPERIENCIA",
            "Mejora de nuestro servicio",
            "улучшение сервиса",
            "Улучшение качества обслуживания",
            "um Ihr Nutzererlebnis zu verbessern",
            "Verbesserung unserer Dienste",
            "Améliorer votre expérience",
            "para melhorar a sua experiência",
            "per migliorare la Sua esperienza",
        ] {
            assert!(is_vague(vague), "{vague}");
        }
        for clear in [
            "answer your question about an order", "atender su petición", "ответ на ваш запрос", "look for fraud",
            "train the assistant with what you write", "Ihre Frage beantworten",
        ] {
            assert!(!is_vague(clear), "{clear}");
            assert!(!is_advertising(clear), "{clear}");
        }
    }

    #[test]
    fn advertising_is_known_in_seven_languages() {
        for text in [
            "personalised Advertising", "enviarle publicidad", "показ рекламы", "für Werbung", "de la publicité ciblée",
            "pubblicità",
        ] {
            assert!(is_advertising(text), "{text}");
        }
    }

    #[test]
    fn what_shows_otherwise_than_it_reads_is_told() {
        for text in ["a\u{202e}b", "a\u{200b}b", "a\nb", "<script>alert(1)</script>", "</p>", "<!-- -->"] {
            assert!(suspicious(text).is_some(), "{text:?}");
        }
        for text in ["5 < 6", "a & b", "«да»", "日本語", "را\u{200c}ن", "<3"] {
            assert_eq!(suspicious(text), None, "{text:?}");
        }
    }
}
