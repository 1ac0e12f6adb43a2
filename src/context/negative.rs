//! Words that say a number is not personal: an order, a version, a price, a parcel.

use crate::recognizer::{Cues, Language};

pub(super) static NEGATIVE: &[Cues] = &[
    (
        Language::En,
        "order, order no, order number, tracking, tracking number, parcel, invoice, version, build, isbn, ean, sku, ticket, article, model, ref, reference, product, price, total, release, commit, serial, barcode, item, case number, error code, promo code, coupon, timestamp",
    ),
    (
        Language::Es,
        "pedido, seguimiento, envio, paquete, factura, version, articulo, modelo, referencia, ref, producto, precio, total, codigo de barras, incidencia, codigo de error, cupon, albaran",
    ),
    (
        Language::Ru,
        "заказ*, трек*, посылк*, накладн*, верси*, артикул*, модел*, товар*, цен*, итого, чек*, штрихкод*, обращени*, заявк*, ошибк*, промокод*",
    ),
    (
        Language::De,
        "bestellung, bestellnummer, auftrag, sendung*, paket, rechnung*, version, artikel*, modell, referenz, preis, gesamt, ticket, fehlercode, gutschein*",
    ),
    (
        Language::Fr,
        "commande, suivi, colis, facture, version, article, modele, reference, prix, total, ticket, code promo, code erreur",
    ),
    (
        Language::Pt,
        "pedido, encomenda, rastreio, rastreamento, fatura, versao, artigo, modelo, referencia, preco, total, protocolo, cupom, codigo de erro",
    ),
    (
        Language::It,
        "ordine, spedizione, tracking, pacco, fattura, versione, articolo, modello, riferimento, prezzo, totale, ticket, codice errore, buono",
    ),
];
