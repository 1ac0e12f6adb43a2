//! API key or token of a vendor that marks its keys: `sk-…`, `AKIA…`, `ghp_…`.
//!
//! A row of `data/vendor_keys.tsv` says what precedes the random part, of which characters and how many it is. GitHub and npm
//! end theirs with a CRC-32: one that holds proves the key, one that fails may be a slip or a newer format, so it proves
//! nothing. Keys from a publisher's documentation and placeholders (`sk-xxxx`, `…EXAMPLE`) are nobody's.

use super::vendor_key::{openings, vendors};
use crate::recognizer::{Find, Kind, Language, Opening, Recognizer, Scan, position_of};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "secret/api_key",
    entity: "API_KEY_VENDOR",
    kind: Kind::ApiKey,
    countries: &[],
    find: Find::Scan { opening: Opening::Any(&[Opening::Table(openings), Opening::Run(SHORTEST_RUN)]), scan },
    concepts: &[],
    context: &[
        (Language::En, "api key, apikey, api token, access key, secret key, access token, token, key, secret, bearer, webhook"),
        (Language::Es, "clave api, clave de api, api key, clave, llave, token, secreto, key"),
        (Language::Ru, "апи ключ*, ключ* апи, api ключ*, ключ*, токен*, секрет*, token, key"),
        (Language::De, "api key, api schlussel, api-schlussel, schlussel, token, key, geheimnis"),
        (Language::Fr, "cle api, cle d'api, cle, jeton, token, secret, key"),
        (Language::Pt, "chave api, chave de api, chave da api, chave, token, segredo, key"),
        (Language::It, "chiave api, chiave, token, segreto, key"),
    ],
};

/// Two letters and 32 hexadecimal digits.
const SHORTEST_RUN: usize = 34;

/// Reads what stands here as each vendor whose prefix it has: `sk-` is also how `sk-ant-` begins.
fn scan(scan: &mut Scan<'_>) {
    let (text, at) = (scan.text().as_bytes(), scan.at);
    let run = &scan.text()[at..at + scan.len];
    for vendor in vendors() {
        let at = if text[at..].starts_with(vendor.prefix.as_bytes()) {
            at
        } else if vendor.is_inside()
            && let Some(inside) = position_of(run, vendor.prefix)
        {
            at + inside
        } else {
            continue;
        };
        if let Some((start, end, verdict)) = vendor.read(text, at) {
            scan.push(start, end, verdict);
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "secret/api_key",
    sources: &["Each vendor's page on its keys: data/README.md, vendor_keys.tsv and vendor_keys.sources.tsv"],
    matches: &[
        "api key [[sk-ant-api03-FAKEjbsHng1EOHNV9OytFd0jGu56r8UjYEwCMgAlFeNtMHNAp]]",
        "AWS_ACCESS_KEY_ID=[[AKIAFAKE3F5C2MVLG6FC]]",
        // Of a CRC that holds, and of one that fails.
        "[[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]]",
        "token [[ghp_FAKEwKcLNsHNdd1GRFjZZewtx7XRjN2XatH3]]",
        "gitlab [[glpat-FAKExvzE6dHKvlJlWhE2]]",
        "bot [[8123456701:AAFAKEkdpWt3ywyRZergyOLMaJhac60qcQ4]]",
        "[[3f9a1c7e5b2d4f60819aceb7d3f2a15c-us21]] is for the newsletter",
        "[[AC3f9a1c7e5b2d4f60819aceb7d3f2a15c]]",
        // The random part stands in front, around, or behind a parameter's name.
        "DefaultEndpointsProtocol=https;AccountName=tests;[[AccountKey=Zq8vTn3FAKExW2yLr7KpGd5HsJm1BcVf9QaEoUiYtRzXwNlMkPj4Sg6DhCvBn0A+8uT/FAKE5yRe3WqLk2JhGf==]]",
        "terraform [[q8vTn3FAKExW2y.atlasv1.Lr7KpGd5HsJm1BcVf9QaEoUiYtRzXwNlMkPj4Sg6DhCvBn0A8uTFAKE5yRe3WqLk2J]]",
        "azure [[q8vTn3xW2yLr7KpGd5HsJm1BcVf9QaEoUiYtRzXwNlMkPj4Sg6DhCvBn0A8uTFAKE5yRe3WqLk2JAZDO7f3K]]",
        "azure [[aB38Q~FAKEtRzXwNlMkPj4Sg6DhCvBn0A.8uT~Re]]",
        "yookassa [[live_FAKEtRzXwNlMkPj4Sg6DhCvBn0A-8uTyRe3WqLk2Jh]]",
        "curl https://[[hooks.slack.com/services/T0FAKE9A1/B0FAKE7C2/q4Zr8LxFAKEw2NvYc61TbdUk]]",
    ],
    near_misses: &[
        "AKIAIOSFODNN7EXAMPLE",
        "OPENAI_API_KEY=sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "ghp_xxxxxxxxxxxxxxxxxxxx",
        "ghp_YOUR_TOKEN_HERE",
        "sk_live_YOURSECRETKEYGOESHERE",
        "xoxb-not-a-real-token-this-will-not-work",
        "akiafake3f5c2mvlg6fc",
        "a task-force-of-the-highest-importance-in-the-land",
    ],
};

#[cfg(test)]
mod tests {
    use super::{openings, vendors};

    #[test]
    fn every_row_of_the_table_is_read() {
        let rows = include_str!("../../../data/vendor_keys.tsv").lines().count() - 1;
        assert_eq!(vendors().len(), rows);
        for vendor in vendors() {
            assert!(0 < vendor.min && vendor.min <= vendor.max, "{vendor:?}");
            // What opens no scan must be found as a run.
            let run = vendor.prefix.len() + vendor.min;
            let opens = openings().iter().any(|opening| vendor.prefix.starts_with(opening));
            assert!(opens || run >= super::SHORTEST_RUN, "{vendor:?}");
        }
    }
}
