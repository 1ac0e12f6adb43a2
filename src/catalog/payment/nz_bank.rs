//! New Zealand bank account: bank 2, branch 4, account 7, suffix 2 or 3 digits.
//!
//! Each bank has one of a few checks over branch and account, most of them by 11; none covers the suffix. One random string in 40 passes; in one
//! piece it needs a cue.

use zeroize::Zeroizing;

use crate::{
    check::{is_filler, number, weighted_sum},
    recognizer::{Concept, Find, Kind, Language, Opening, Recognizer, Scan, Verdict},
};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "payment/nz_bank",
    entity: "NZ_IRD_NHI_BANK",
    kind: Kind::BankAccount,
    countries: &["nz"],
    find: Find::Scan { opening: Opening::Digits(15), scan },
    concepts: &[Concept::BankAccount],
    context: &[(Language::En, "nz account, new zealand account, nz bank account, new zealand bank account, account suffix")],
};

const LONGEST: usize = 16;
/// A bit for each number that a bank has: 1 to 4, 6, 8 to 31, 33, 35 and 38.
const BANKS: u64 = 0x4a_ffff_ff5e;

fn scan(scan: &mut Scan<'_>) {
    let written = scan.number_here();
    let lens = |lens: [usize; 3]| (0..3).all(|group| written.group(group).len() == lens[group]);
    let is_grouped = written.groups() >= 4
        && lens([2, 4, 7])
        && matches!(written.group(3).len(), 2 | 3)
        && (0..3).all(|group| matches!(written.gap(group), "-" | " "));
    let whole = (1..=written.groups()).find(|&groups| written.digits(groups) >= LONGEST - 1);
    let Some(groups) = whole.map(|groups| if is_grouped { 4 } else { groups }) else { return };
    let digits = written.digits(groups);
    if !(LONGEST - 1..=LONGEST).contains(&digits) || !written.stands_alone(groups) {
        return;
    }
    let mut account = Zeroizing::new([0; LONGEST]);
    written.copy(groups, &mut account[..]);
    if check(&account[..digits]) {
        scan.push(written.start(), written.end(groups), if is_grouped { Verdict::plausible(40) } else { Verdict::PLAUSIBLE });
    }
}

fn check(account: &[u8]) -> bool {
    let bank = number(&account[..2]);
    if is_filler(account) || bank > 38 || BANKS >> bank & 1 == 0 {
        return false;
    }
    let base = &account[6..13];
    let remainder = match bank {
        8 => weighted_sum(base, &[7, 6, 5, 4, 3, 2, 1]) % 11,
        25 | 33 => weighted_sum(base, &[1, 7, 3, 1, 7, 3, 1]) % 10,
        // These reduce each product before they add, or have no check: all are taken.
        9 | 26 | 28 | 29 | 31 => 0,
        // Accounts from 0990000 on leave the branch out.
        _ if base >= b"0990000" => weighted_sum(base, &[0, 10, 5, 8, 4, 2, 1]) % 11,
        _ => weighted_sum(&account[2..], &[6, 3, 7, 9, 0, 10, 5, 8, 4, 2, 1]) % 11,
    };
    remainder == 0
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "payment/nz_bank",
    sources: &[
        "Inland Revenue New Zealand, \"Resident withholding tax (RWT) and non-resident withholding tax (NRWT) specification\": bank account number validation; examples hold in python-stdnum 2.2, nz.bankaccount",
    ],
    matches: &[
        "nz bank account [[01-0242-0100194-00]]", "pay into [[12-3140-0299124-000]] please",
        "nz account [[0605010453147050]] at anz",
    ],
    near_misses: &["01-0242-0100195-00", "0605010453147051", "40-0242-0100194-00", "00-0000-0000000-00", "12.05.2024 15.06.2024"],
};
