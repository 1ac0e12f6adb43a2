//! Wallet of `YooMoney`, once Yandex.Money.
//!
//! 41001 and eight to eleven digits. Nothing to compute, but few other numbers begin like this.

use crate::recognizer::{Find, Kind, Language, Need, Reason, Recognizer, Shape, Verdict, digits_between};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "finance/yoomoney",
    entity: "PAYMENT_HANDLE",
    kind: Kind::Wallet,
    countries: &[],
    find: Find::Shape { shape: Shape { runs: &[digits_between(13, 16)], layouts: &[] }, need: Need::Nothing, check },
    concepts: &[],
    context: &[
        (Language::En, "yoomoney, yoo money, yandex money, yoomoney wallet, yoomoney account"),
        (Language::Es, "yoomoney, yandex money, cuenta yoomoney, monedero yoomoney"),
        (Language::Ru, "yoomoney, юмани, юмоней, ю мани, юmoney, яндекс деньги, яндекс кошелек, яд"),
        (Language::De, "yoomoney, yandex money"),
        (Language::Fr, "yoomoney, yandex money"),
        (Language::Pt, "yoomoney, yandex money"),
        (Language::It, "yoomoney, yandex money"),
    ],
};

fn check(wallet: &[u8]) -> Verdict {
    if wallet.starts_with(b"41001") { Verdict::plausible(100_000) } else { Verdict::Refuted(Reason::Format) }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "finance/yoomoney",
    sources: &["YooMoney, API documentation, account-info: wallet numbers begin with 41001; read 2026-11"],
    matches: &[
        "юмани [[410013323805589]]", "yoomoney: [[41001357359713]]", "[[4100175788492997]] юмоней",
        "pay me on [[410010949784913]]",
    ],
    near_misses: &["410023323805589", "410013323805", "510013323805589"],
};
