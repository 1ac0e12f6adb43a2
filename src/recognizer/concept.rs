//! Words for what many countries issue: "passport" stands beside an Italian one and a Japanese one.

use super::{Cues, Language};

macro_rules! concepts {
    ($($(#[doc = $doc:literal])* $variant:ident { $($language:ident $words:literal;)* })*) => {
        /// What a number is a kind of. The customer who says "my passport is" does not say whose.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Concept { $($(#[doc = $doc])* $variant,)* }

        impl Concept {
            /// Every concept; there are at most 16.
            pub(crate) const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The words for it.
            pub(crate) const fn cues(self) -> &'static [Cues] {
                match self { $(Self::$variant => &[$((Language::$language, $words),)*],)* }
            }

            /// The concept as one of 16 bits.
            pub(crate) const fn bit(self) -> u16 {
                1 << self as u16
            }
        }
    };
}

concepts! {
    /// A person's number in the register of a state, and the card that shows it.
    NationalId {
        En "id, id number, id no, id card, id card number, identity card, identity number, national id, national id number, identification number, personal number, citizen number, government id, identity document";
        Es "documento, documento de identidad, numero de documento, identificacion, numero de identificacion, cedula, cedula de identidad, carnet de identidad, carne de identidad, identidad, doc";
        Ru "удостоверени*, удостоверение личности, личный номер, личный код, персональный номер, идентификационный номер, номер документа, айди";
        De "ausweis, ausweisnummer, personalausweis, personennummer, identifikationsnummer, id-nummer, ausweisnr";
        Fr "carte d'identite, piece d'identite, numero d'identite, numero d'identification, numero national, identifiant national";
        Pt "documento, documento de identidade, identidade, numero de identificacao, bilhete de identidade, cartao de cidadao, identificacao";
        It "documento, documento d'identita, carta d'identita, numero di identificazione, numero d'identita, codice identificativo";
    }
    /// What a tax office knows a person or a company by.
    TaxId {
        En "tax, tax id, tax id number, tax number, tax no, taxpayer, taxpayer id, tax identification number, tin, vat, vat number, vat no, vat id";
        Es "numero fiscal, identificacion fiscal, identificacion tributaria, numero tributario, id fiscal, rut, nif, iva, numero de iva";
        Ru "налоговый номер, налогоплательщик*, номер налогоплательщика, инн, ндс, налоговый идентификатор";
        De "steuernummer, steuer-id, steueridentifikationsnummer, steuer-nr, steuernr, ust-id, umsatzsteuer-id, mwst-nr, mwst-nummer, tin";
        Fr "numero fiscal, identifiant fiscal, numero de tva, tva, tva intracommunautaire, nif";
        Pt "numero fiscal, contribuinte, numero de contribuinte, identificacao fiscal, iva, nif";
        It "codice fiscale, partita iva, p.iva, p iva, numero fiscale, iva";
    }
    /// A travel document.
    Passport {
        En "passport, passport number, passport no, passport num, pasport*, passaport*, travel document";
        Es "pasaporte, pasaport, numero de pasaporte, n pasaporte";
        Ru "паспорт*, загранпаспорт*, загран, номер паспорта, серия и номер";
        De "pass, reisepass, passnummer, pass-nr, reisepassnummer";
        Fr "passeport, numero de passeport";
        Pt "passaporte, numero do passaporte";
        It "passaporto, numero di passaporto, numero del passaporto";
    }
    /// The right to drive.
    DrivingLicence {
        En "driving licence, driver's license, driver's licence, drivers license, driver license, driving license, drivers licence, driver licence, licence number, license number, dl, dl number, licence no, license no";
        Es "carnet de conducir, permiso de conducir, licencia de conducir, licencia de conduccion, carnet, brevete, registro de conducir";
        Ru "права, водительск*, водительское удостоверение, номер прав, правах, ву";
        De "fuhrerschein, fuehrerschein, fuhrerscheinnummer, fuehrerscheinnummer, fahrerlaubnis";
        Fr "permis, permis de conduire, numero de permis";
        Pt "carta de conducao, carteira de motorista, habilitacao, carteira de habilitacao";
        It "patente, patente di guida, numero di patente, numero patente";
    }
    /// Pension and social insurance.
    SocialSecurity {
        En "social security, social security number, social insurance, social insurance number, national insurance, insurance number, pension number, ssn";
        Es "seguridad social, numero de seguridad social, seguro social, numero de seguro social, afiliacion, numero de afiliacion";
        Ru "социальн*, соцстрах*, страховой номер, пенсионн*, страховое свидетельство, снилс";
        De "sozialversicherung, sozialversicherungsnummer, rentenversicherung, rentenversicherungsnummer, sv-nummer, sv-nr, versicherungsnummer";
        Fr "securite sociale, numero de securite sociale, numero de secu, secu, assurance sociale";
        Pt "seguranca social, numero da seguranca social, previdencia, inss";
        It "previdenza, previdenza sociale, sicurezza sociale, inps";
    }
    /// Health insurance and patient files.
    HealthInsurance {
        En "health card, health card number, health insurance, health insurance number, health number, insurance card, patient number, patient id, medical card, medicare, medicaid";
        Es "tarjeta sanitaria, seguro medico, seguro de salud, numero de paciente, obra social, poliza de salud, historia clinica";
        Ru "полис, полиса, полис омс, омс, медицинский полис, номер полиса, страховой полис, медкарт*, пациент*";
        De "krankenkasse, krankenversicherung, krankenversichertennummer, versichertennummer, gesundheitskarte, versichertenkarte, krankenkassennummer, patientennummer";
        Fr "carte vitale, assurance maladie, mutuelle, numero d'assure, numero de patient, carte d'assurance";
        Pt "cartao de saude, cartao do sus, sus, numero de utente, utente, plano de saude, convenio";
        It "tessera sanitaria, assicurazione sanitaria, ssn, numero paziente";
    }
    /// A company's entry in a register.
    Company {
        En "company number, company no, company registration, registration number, business number, company id, registered number, employer id, our company, tax id";
        Es "empresa, numero de empresa, registro mercantil, sociedad, razon social, ruc, rut, nit";
        Ru "организаци*, компани*, предприяти*, юрлиц*, ип, огрн, инн, регистрационный номер, реквизит*";
        De "firma, handelsregister, registernummer, firmennummer, unternehmensnummer, unternehmen";
        Fr "entreprise, societe, numero d'entreprise, immatriculation";
        Pt "empresa, numero da empresa, registro da empresa, cnpj, firma";
        It "azienda, societa, ditta, registro imprese, impresa, numero rea";
    }
    /// An account at a bank.
    BankAccount {
        En "account, account number, account no, acct, acc no, bank account, a/c, bank details, bank number";
        Es "cuenta, numero de cuenta, cuenta bancaria, cta, nro de cuenta, datos bancarios";
        Ru "счет, счета, счету, номер счета, банковский счет, р/с, реквизит*, лицевой счет";
        De "konto, kontonummer, konto-nr, kto, bankkonto, bankverbindung, kontonr";
        Fr "compte, numero de compte, compte bancaire, rib, coordonnees bancaires";
        Pt "conta, numero da conta, conta bancaria, dados bancarios, conta corrente";
        It "conto, numero di conto, conto corrente, conto bancario, coordinate bancarie, c/c";
    }
}
