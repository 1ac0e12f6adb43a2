//! Customer, policy, contract, patient and member numbers.
//!
//! Five to twenty letters and digits behind the word that says whose they are. Orders, invoices, tickets and cases are nobody's.

use crate::recognizer::{Find, Kind, Language, Opening, Recognizer, Scan, Verdict, is_given_number};

pub(crate) static RECOGNIZER: Recognizer = Recognizer {
    id: "online/reference",
    entity: "GENERIC_ID_NUMBER",
    kind: Kind::Reference,
    countries: &[],
    find: Find::Scan { opening: Opening::Cue, scan },
    concepts: &[],
    context: &[
        (
            Language::En,
            "customer number, customer no, customer id, client number, client id, policy number, policy no, contract number, contract no, employee id, employee number, staff number, member number, membership number, patient id, patient number, subscriber number, claim number, member no, membership no, subscriber no, patient no, staff id, member id",
        ),
        (
            Language::Es,
            "numero de cliente, n cliente, no cliente, id de cliente, codigo de cliente, numero de poliza, poliza, numero de contrato, numero de afiliado, numero de socio, numero de empleado, historia clinica, numero de historia, numero de asegurado, no asegurado, numero de abonado, no de poliza, no de socio",
        ),
        (
            Language::Ru,
            "номер договора, клиентский номер, номер клиента, номер полиса, полис каско, полис осаго, полис, табельный номер, номер абонента, абонент, номер карты пациента, абонентский номер, договор no, номер пациента, номер читательского",
        ),
        (
            Language::De,
            "kundennummer, kunden-nr, kundennr, vertragsnummer, vertragsnr, vertrags-nr, versicherungsscheinnummer, policennummer, mitgliedsnummer, personalnummer, patientennummer, versicherungsscheinnr, mitgliedsnr, mitglieds-nr, personalnr, kunden nr, vertrags nr",
        ),
        (
            Language::Fr,
            "numero client, numero de client, reference client, numero de contrat, numero de police, numero d'adherent, numero d'abonne, mutuelle, matricule, identifiant client, numero adherent, numero abonne, numero de dossier patient, no client",
        ),
        (
            Language::Pt,
            "numero de cliente, numero do cliente, codigo do cliente, apolice, numero da apolice, numero do contrato, numero de socio, matricula, carteirinha, carteirinha da unimed, no de cliente, numero de associado, numero de aluno",
        ),
        (
            Language::It,
            "codice cliente, numero cliente, numero di polizza, numero polizza, polizza, numero di contratto, numero contratto, codice assistito, numero assistito, numero tessera, matricola, n assistito, n polizza, n contratto, numero abbonato",
        ),
    ],
};

fn scan(scan: &mut Scan<'_>) {
    scan.push_code_beside_cue(check);
    scan.drop_counted();
}

fn check(code: &[u8]) -> Option<Verdict> {
    is_given_number(code, &(5..=20), &(4..=20)).then_some(Verdict::PLAUSIBLE)
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) static EVIDENCE: crate::Evidence = crate::Evidence {
    id: "online/reference",
    sources: &["Regulation (EU) 2016/679 (GDPR), article 4 (1): an identification number; read 2026-11"],
    matches: &[
        "customer number [[40718823]] what do i owe", "my policy no is [[HX-2207-118834]]", "numero de poliza [[8820-114973]]",
        "номер договора [[40718823]]", "vertragsnr. [[V-2207-118834]] kündigen", "numéro client [[KD40-718-82Q]]",
        "número do cliente [[KD40-718-82Q]]", "codice cliente [[KD40-718-82Q]]",
    ],
    near_misses: &[
        "how do i find my customer number", "order 7729104418 when", "invoice no 000482913 paid twice",
        "ticket #INC0048217 no reply", "contract number 00000000", "el contrato empieza el 12/05/2024",
    ],
};
