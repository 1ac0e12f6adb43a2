//! Everything we recognize. To add a recognizer: one file in its group, its module below, its line in the list.

mod contact {
    pub(super) mod email;
    pub(super) mod phone;
    pub(super) mod phone_plan;
}
mod crypto {
    pub(super) mod bitcoin;
    pub(super) mod ethereum;
    pub(super) mod monero;
    pub(super) mod private_key;
    pub(super) mod seed_phrase;
    pub(super) mod solana;
    pub(super) mod tron;
}
mod finance {
    pub(super) mod amount;
    pub(super) mod cusip;
    pub(super) mod isin;
    pub(super) mod lei;
    pub(super) mod payment_handle;
    pub(super) mod qiwi;
    pub(super) mod webmoney;
    pub(super) mod yoomoney;
}
mod health {
    pub(super) mod au_medicare;
    pub(super) mod br_cns;
    pub(super) mod ca_health;
    pub(super) mod de_doctor;
    pub(super) mod de_kvnr;
    pub(super) mod es_card;
    pub(super) mod hu_taj;
    pub(super) mod nz_nhi;
    pub(super) mod ru_oms;
    pub(super) mod uk_chi;
    pub(super) mod uk_nhs;
    pub(super) mod us_dea;
    pub(super) mod us_mbi;
    pub(super) mod us_npi;
}
mod national {
    pub(super) mod ae_emirates_id;
    pub(super) mod any_id;
    pub(super) mod ar_cuit;
    pub(super) mod ar_dni;
    pub(super) mod at_svnr;
    pub(super) mod at_tin;
    pub(super) mod at_uid;
    pub(super) mod au_abn;
    pub(super) mod au_acn;
    pub(super) mod au_tfn;
    pub(super) mod az_fin;
    pub(super) mod az_voen;
    pub(super) mod be_nrn;
    pub(super) mod bg_egn;
    pub(super) mod bo_ci;
    pub(super) mod br_cnh;
    pub(super) mod br_cnpj;
    pub(super) mod br_cpf;
    pub(super) mod br_pis;
    pub(super) mod br_rg;
    pub(super) mod br_titulo;
    pub(super) mod by_personal_no;
    pub(super) mod by_unp;
    pub(super) mod ca_bn;
    pub(super) mod ca_sin;
    pub(super) mod ch_ahv;
    pub(super) mod ch_uid;
    pub(super) mod cl_rut;
    pub(super) mod cn_ric;
    pub(super) mod cn_uscc;
    pub(super) mod co_cc;
    pub(super) mod co_nit;
    pub(super) mod cr_cedula;
    pub(super) mod cu_ci;
    pub(super) mod cz_rc;
    pub(super) mod de_handelsregister;
    pub(super) mod de_id_card;
    pub(super) mod de_passport;
    pub(super) mod de_rvnr;
    pub(super) mod de_steuer_id;
    pub(super) mod de_steuernummer;
    pub(super) mod de_ustid;
    pub(super) mod dk_cpr;
    pub(super) mod do_cedula;
    pub(super) mod do_rnc;
    pub(super) mod driving_licence;
    pub(super) mod ec_ci;
    pub(super) mod ec_ruc;
    pub(super) mod ee_ik;
    pub(super) mod eg_id;
    pub(super) mod es_cif;
    pub(super) mod es_dni;
    pub(super) mod es_nie;
    pub(super) mod es_nss;
    pub(super) mod es_passport;
    pub(super) mod eu_vat;
    pub(super) mod fi_hetu;
    pub(super) mod fr_cni;
    pub(super) mod fr_nir;
    pub(super) mod fr_siren;
    pub(super) mod fr_siret;
    pub(super) mod fr_spi;
    pub(super) mod fr_tva;
    pub(super) mod gh_tin;
    pub(super) mod gr_afm;
    pub(super) mod gr_amka;
    pub(super) mod gt_cui;
    pub(super) mod gt_nit;
    pub(super) mod hk_id;
    pub(super) mod hr_oib;
    pub(super) mod hu_adoazonosito;
    pub(super) mod hu_szemelyi;
    pub(super) mod id_nik;
    pub(super) mod ie_ppsn;
    pub(super) mod il_tz;
    pub(super) mod in_aadhaar;
    pub(super) mod in_gstin;
    pub(super) mod in_pan;
    pub(super) mod in_voter;
    pub(super) mod is_kennitala;
    pub(super) mod it_codice_fiscale;
    pub(super) mod it_id_card;
    pub(super) mod it_partita_iva;
    pub(super) mod it_passport;
    pub(super) mod jp_my_number;
    pub(super) mod ke_pin;
    pub(super) mod kr_brn;
    pub(super) mod kr_rrn;
    pub(super) mod kw_civil_id;
    pub(super) mod kz_iin;
    pub(super) mod lt_ak;
    pub(super) mod lu_nin;
    pub(super) mod lv_pk;
    pub(super) mod md_idnp;
    pub(super) mod mrz;
    pub(super) mod mx_curp;
    pub(super) mod mx_nss;
    pub(super) mod mx_rfc;
    pub(super) mod my_mykad;
    pub(super) mod ng_nin;
    pub(super) mod nl_bsn;
    pub(super) mod nl_id_doc;
    pub(super) mod no_fnr;
    pub(super) mod nz_ird;
    pub(super) mod passport;
    pub(super) mod pe_dni;
    pub(super) mod pe_ruc;
    pub(super) mod ph_tin;
    pub(super) mod pk_cnic;
    pub(super) mod pl_id_card;
    pub(super) mod pl_nip;
    pub(super) mod pl_pesel;
    pub(super) mod pl_regon;
    pub(super) mod pt_cc;
    pub(super) mod pt_nif;
    pub(super) mod pt_niss;
    pub(super) mod py_ruc;
    pub(super) mod qa_qid;
    pub(super) mod ro_cnp;
    pub(super) mod rs_jmbg;
    pub(super) mod ru_driver_licence;
    pub(super) mod ru_inn;
    pub(super) mod ru_ogrn;
    pub(super) mod ru_passport;
    pub(super) mod ru_passport_foreign;
    pub(super) mod ru_snils;
    pub(super) mod sa_id;
    pub(super) mod se_orgnr;
    pub(super) mod se_personnummer;
    pub(super) mod sg_nric;
    pub(super) mod sg_uen;
    pub(super) mod si_emso;
    pub(super) mod sv_dui;
    pub(super) mod th_pin;
    pub(super) mod tr_tckn;
    pub(super) mod tr_vkn;
    pub(super) mod tw_id;
    pub(super) mod tw_ubn;
    pub(super) mod ua_passport;
    pub(super) mod ua_rntrc;
    pub(super) mod uk_driving_licence;
    pub(super) mod uk_nino;
    pub(super) mod uk_passport;
    pub(super) mod uk_utr;
    pub(super) mod us_driver_license;
    pub(super) mod us_ein;
    pub(super) mod us_itin;
    pub(super) mod us_passport;
    pub(super) mod us_ssn;
    pub(super) mod uy_ci;
    pub(super) mod uy_rut;
    pub(super) mod uz_pinfl;
    pub(super) mod ve_rif;
    pub(super) mod vn_cccd;
    pub(super) mod za_id;
}
mod network {
    pub(super) mod ad_id;
    pub(super) mod iccid;
    pub(super) mod imei;
    pub(super) mod imsi;
    pub(super) mod ip;
    pub(super) mod mac;
}
mod online {
    pub(super) mod private_url;
    pub(super) mod reference;
    pub(super) mod tracking;
    pub(super) mod username;
}
mod payment {
    pub(super) mod ar_cbu;
    pub(super) mod au_bsb;
    pub(super) mod bank_account;
    pub(super) mod bic;
    pub(super) mod br_boleto;
    pub(super) mod br_pix;
    pub(super) mod ca_bank;
    pub(super) mod card;
    pub(super) mod card_cvv;
    pub(super) mod card_expiry;
    pub(super) mod card_pin;
    pub(super) mod card_track;
    pub(super) mod es_ccc;
    pub(super) mod iban;
    pub(super) mod in_ifsc;
    pub(super) mod in_upi;
    pub(super) mod long_number;
    pub(super) mod mx_clabe;
    pub(super) mod nz_bank;
    pub(super) mod pt_nib;
    pub(super) mod ru_account;
    pub(super) mod uk_sort_code;
    pub(super) mod us_routing;
}
mod person {
    pub(super) mod age;
    pub(super) mod birth_date;
    pub(super) mod date;
    pub(super) mod name;
}
mod place {
    pub(super) mod address;
    pub(super) mod coordinate;
    pub(super) mod es_catastral;
    pub(super) mod es_cups;
    pub(super) mod postal_code;
}
mod secret {
    pub(super) mod api_key;
    pub(super) mod generic;
    pub(super) mod http_auth;
    pub(super) mod jwt;
    pub(super) mod otp;
    pub(super) mod password;
    pub(super) mod pem;
    pub(super) mod url_credentials;
    mod value;
    mod vendor_key;
}
mod vehicle {
    pub(super) mod plate;
    pub(super) mod ru_plate;
    pub(super) mod vin;
}
mod sensitive {
    pub(super) mod biometric;
    pub(super) mod criminal;
    pub(super) mod health;
    pub(super) mod medication;
    pub(super) mod minor;
    pub(super) mod origin;
    pub(super) mod politics;
    pub(super) mod religion;
    pub(super) mod sexuality;
    pub(super) mod status;
    pub(super) mod union;
}

#[cfg(not(target_arch = "wasm32"))]
use crate::recognizer::Evidence;
use crate::recognizer::{Category, Find, Kind, Recognizer, words};

/// The list: a recognizer that is not in it does not exist. Its order is the last rule between two that tie.
macro_rules! catalog {
    ($($group:ident::$scheme:ident),* $(,)?) => {
        /// Every recognizer; its place is its number.
        pub(crate) static CATALOG: &[&Recognizer] = &[$(&$group::$scheme::RECOGNIZER),*];

        /// What each recognizer claims about itself, in the same order.
        #[cfg(not(target_arch = "wasm32"))]
        #[must_use]
        pub fn evidence() -> &'static [&'static Evidence] {
            static EVIDENCE: &[&Evidence] = &[$(&$group::$scheme::EVIDENCE),*];
            EVIDENCE
        }
    };
}

catalog! {
    payment::card_cvv,
    payment::card_pin,
    secret::otp,
    secret::pem,
    secret::jwt,
    secret::api_key,
    secret::url_credentials,
    crypto::seed_phrase,
    crypto::private_key,
    secret::generic,
    secret::password,
    secret::http_auth,
    payment::card_track,
    payment::card,
    payment::card_expiry,
    payment::iban,
    payment::ru_account,
    payment::ar_cbu,
    payment::br_boleto,
    payment::br_pix,
    payment::uk_sort_code,
    payment::in_ifsc,
    payment::in_upi,
    payment::mx_clabe,
    payment::au_bsb,
    payment::es_ccc,
    payment::us_routing,
    payment::ca_bank,
    payment::pt_nib,
    payment::bic,
    payment::nz_bank,
    payment::bank_account,
    payment::long_number,
    crypto::bitcoin,
    crypto::ethereum,
    crypto::tron,
    crypto::monero,
    crypto::solana,
    finance::qiwi,
    finance::webmoney,
    finance::yoomoney,
    finance::payment_handle,
    finance::isin,
    finance::lei,
    finance::cusip,
    national::es_dni,
    national::es_nie,
    national::es_nss,
    national::us_ssn,
    national::uk_nino,
    national::ru_inn,
    national::ru_snils,
    national::ru_passport,
    national::de_steuer_id,
    national::de_rvnr,
    national::de_id_card,
    national::de_passport,
    national::de_steuernummer,
    national::de_ustid,
    national::de_handelsregister,
    national::pl_pesel,
    national::pl_nip,
    national::pl_regon,
    national::pl_id_card,
    national::cz_rc,
    national::hu_szemelyi,
    national::hu_adoazonosito,
    national::ro_cnp,
    national::bg_egn,
    national::hr_oib,
    national::si_emso,
    national::rs_jmbg,
    national::gr_amka,
    national::gr_afm,
    national::ee_ik,
    national::lt_ak,
    national::lv_pk,
    national::ru_passport_foreign,
    national::ru_driver_licence,
    national::ru_ogrn,
    national::ua_passport,
    national::ua_rntrc,
    national::by_personal_no,
    national::by_unp,
    national::kz_iin,
    national::uz_pinfl,
    national::az_fin,
    national::az_voen,
    national::md_idnp,
    national::tr_tckn,
    national::tr_vkn,
    national::il_tz,
    national::ae_emirates_id,
    national::sa_id,
    national::qa_qid,
    national::kw_civil_id,
    national::eg_id,
    national::at_svnr,
    national::at_tin,
    national::at_uid,
    national::ch_ahv,
    national::ch_uid,
    national::fr_nir,
    national::fr_spi,
    national::fr_cni,
    national::fr_siren,
    national::fr_siret,
    national::fr_tva,
    national::lu_nin,
    national::it_codice_fiscale,
    national::it_partita_iva,
    national::it_id_card,
    national::it_passport,
    national::ar_cuit,
    national::ar_dni,
    national::br_cpf,
    national::br_cnpj,
    national::br_cnh,
    national::br_pis,
    national::br_titulo,
    national::br_rg,
    national::cl_rut,
    national::co_cc,
    national::co_nit,
    national::mx_curp,
    national::mx_rfc,
    national::mx_nss,
    national::pe_dni,
    national::pe_ruc,
    national::ec_ci,
    national::ec_ruc,
    national::uy_ci,
    national::uy_rut,
    national::ve_rif,
    national::py_ruc,
    national::bo_ci,
    national::cr_cedula,
    national::gt_cui,
    national::gt_nit,
    national::sv_dui,
    national::do_cedula,
    national::do_rnc,
    national::cu_ci,
    national::au_tfn,
    national::ca_sin,
    national::cn_ric,
    national::cn_uscc,
    national::in_aadhaar,
    national::in_pan,
    national::in_voter,
    national::in_gstin,
    national::jp_my_number,
    national::kr_rrn,
    national::kr_brn,
    national::hk_id,
    national::tw_id,
    national::tw_ubn,
    national::my_mykad,
    national::id_nik,
    national::th_pin,
    national::vn_cccd,
    national::ph_tin,
    national::ng_nin,
    national::ke_pin,
    national::gh_tin,
    national::nz_ird,
    national::za_id,
    national::pk_cnic,
    national::sg_nric,
    national::sg_uen,
    national::us_itin,
    national::us_passport,
    national::us_driver_license,
    national::us_ein,
    national::ca_bn,
    national::au_abn,
    national::au_acn,
    national::pt_nif,
    national::pt_niss,
    national::pt_cc,
    national::es_cif,
    national::es_passport,
    national::uk_utr,
    national::uk_passport,
    national::uk_driving_licence,
    national::ie_ppsn,
    national::be_nrn,
    national::nl_bsn,
    national::nl_id_doc,
    national::dk_cpr,
    national::se_personnummer,
    national::se_orgnr,
    national::no_fnr,
    national::is_kennitala,
    national::fi_hetu,
    national::eu_vat,
    national::passport,
    national::driving_licence,
    national::mrz,
    national::any_id,
    health::de_kvnr,
    health::de_doctor,
    health::hu_taj,
    health::ru_oms,
    health::br_cns,
    health::au_medicare,
    health::us_mbi,
    health::us_npi,
    health::us_dea,
    health::ca_health,
    health::nz_nhi,
    health::es_card,
    health::uk_nhs,
    health::uk_chi,
    network::ip,
    network::mac,
    network::imei,
    network::imsi,
    network::iccid,
    network::ad_id,
    contact::email,
    contact::phone,
    person::name,
    person::birth_date,
    person::age,
    person::date,
    place::address,
    place::postal_code,
    place::coordinate,
    place::es_catastral,
    place::es_cups,
    online::username,
    online::private_url,
    online::tracking,
    online::reference,
    vehicle::vin,
    vehicle::ru_plate,
    vehicle::plate,
    sensitive::health,
    sensitive::medication,
    sensitive::minor,
    sensitive::origin,
    sensitive::religion,
    sensitive::politics,
    sensitive::union,
    sensitive::sexuality,
    sensitive::biometric,
    sensitive::criminal,
    sensitive::status,
    finance::amount,
}

/// True for the ISO 3166 code, in lower case, of a country that has a numbering plan: all of them but Antarctica and its like.
pub(crate) fn is_country(code: &str) -> bool {
    code.bytes().all(|byte| byte.is_ascii_lowercase()) && contact::phone_plan::plans().has(code)
}

/// One recognizer, for whoever reads the catalogue.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct CatalogEntry {
    /// `group/scheme`.
    pub id: &'static str,
    /// Such as `CREDIT_CARD`.
    pub entity: &'static str,
    /// What it finds.
    pub kind: Kind,
    /// ISO 3166 codes in lower case; empty where no one country issues it.
    pub countries: &'static [&'static str],
    recognizer: &'static Recognizer,
}

impl CatalogEntry {
    /// What the customer decides about.
    #[must_use]
    pub fn category(&self) -> Category {
        self.kind.category()
    }

    /// How soon a site needs it, from 0: the second column of `data/entities.tsv`.
    #[cfg(not(target_arch = "wasm32"))]
    #[must_use]
    pub fn priority(&self) -> Option<u8> {
        let rows = include_str!("../../data/entities.tsv").lines().map(|row| row.split('\t'));
        rows.filter_map(|mut columns| Some((columns.next()?, columns.next()?)))
            .find(|(entity, _)| *entity == self.entity)
            .and_then(|(_, priority)| priority.parse().ok())
    }

    /// Languages with cue words, as ISO 639-1 codes.
    pub fn cue_languages(&self) -> impl Iterator<Item = &'static str> + use<> {
        let context = self.recognizer.context;
        // A recognizer may keep the cues of a language in several lists.
        let first = move |index: usize| context[..index].iter().all(|(language, _)| *language != context[index].0);
        (0..context.len()).filter(move |&index| first(index)).map(move |index| context[index].0.id())
    }

    /// Cue words with their language.
    pub fn cues(&self) -> impl Iterator<Item = (&'static str, &'static str)> + use<> {
        self.recognizer.context.iter().flat_map(|(language, cues)| words(cues).map(|cue| (language.id(), cue)))
    }

    /// True where candidates are found by shape and judged by a check on the canonical form.
    #[must_use]
    pub fn has_shape(&self) -> bool {
        matches!(self.recognizer.find, Find::Shape { .. })
    }
}

/// Every recognizer. Its place is its number in findings.
#[must_use]
pub fn catalog() -> impl ExactSizeIterator<Item = CatalogEntry> {
    CATALOG.iter().map(|recognizer| CatalogEntry {
        id: recognizer.id,
        entity: recognizer.entity,
        kind: recognizer.kind,
        countries: recognizer.countries,
        recognizer,
    })
}

/// What the tests ask of a shape and its check. It does not ship in the wasm.
#[cfg(not(target_arch = "wasm32"))]
#[doc(hidden)]
pub mod testing {
    use super::CATALOG;
    use crate::{
        recognizer::{Chars, Find, Verdict},
        text::Folded,
    };

    /// The text as cues are looked for in it: folded, in lower case.
    #[must_use]
    pub fn folded(text: &str) -> String {
        Folded::new(text).lower().to_owned()
    }

    /// The runs of a shape: what they hold (`0` digits, `A` letters, `*` either) and their least and greatest length.
    #[must_use]
    pub fn runs(id: &str) -> Option<Vec<(char, usize, usize)>> {
        let Find::Shape { shape, .. } = &CATALOG.iter().find(|recognizer| recognizer.id == id)?.find else { return None };
        let runs = shape.runs.iter().map(|run| {
            let chars = match run.chars {
                Chars::Digits => '0',
                Chars::Letters => 'A',
                Chars::Either => '*',
            };
            (chars, usize::from(run.min), usize::from(run.max))
        });
        Some(runs.collect())
    }

    /// What a shape's check says about a canonical value: the verdict's name, and one in how many random strings passes.
    #[must_use]
    #[expect(clippy::cast_sign_loss, reason = "odds are whole numbers from 1")]
    pub fn verdict(id: &str, canonical: &[u8]) -> Option<(&'static str, u32)> {
        let Find::Shape { shape, check, .. } = &CATALOG.iter().find(|recognizer| recognizer.id == id)?.find else { return None };
        let verdict = shape.fits(canonical).then(|| check(canonical))?;
        let odds = match verdict {
            Verdict::Proven { by_chance } | Verdict::Plausible { by_chance } => by_chance.odds() as u32,
            Verdict::Refuted(_) => 0,
        };
        Some((verdict.id(), odds))
    }
}
