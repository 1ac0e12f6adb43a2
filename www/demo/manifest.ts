import type { Manifest } from '../src/harness/manifest.js';
import { MESSENGER } from './connection.js';

const CARE = ['service'];
const CONTACT = ['service', 'offers'];
const LENDING = ['lending'];

/** What the invented bank declares: who listens, what for, how long it keeps what. */
export const MANIFEST: Manifest = {
  version: '2',
  languages: ['en', 'es', 'ru', 'de', 'fr', 'pt', 'it'],
  controller: {
    name: 'Banco Zarapito',
    address: 'Calle de la Marisma 1, 41001 Sevilla',
    email: 'privacy@zarapito.example',
    dpo: 'dpo@zarapito.example',
    url: 'https://zarapito.example/',
  },
  authority: 'Agencia Española de Protección de Datos',
  jurisdiction: 'ES',
  ai: 'ai',
  learnsFromChats: false,
  recipients: [
    { id: 'bank', name: 'Banco Zarapito', origins: ['self'], role: 'controller', country: 'ES', kind: 'ai' },
    { id: 'messenger', name: 'Parley', origins: [MESSENGER], role: 'third-party', country: 'US', kind: 'ai' },
  ],
  purposes: [
    {
      id: 'service',
      dpv: 'dpv:CustomerCare',
      text: {
        en: 'serving your request',
        es: 'atender su petición',
        ru: 'ответ на ваш запрос',
        de: 'Ihre Anfrage bearbeiten',
        fr: 'répondre à votre demande',
        pt: 'responder ao seu pedido',
        it: 'rispondere alla Sua richiesta',
      },
    },
    {
      id: 'lending',
      dpv: 'dpv:RequestedServiceProvision',
      automatedDecision: true,
      text: {
        en: 'deciding about your loan',
        es: 'decidir sobre su préstamo',
        ru: 'решение по вашему кредиту',
        de: 'über Ihren Kredit entscheiden',
        fr: 'décider de votre prêt',
        pt: 'decidir sobre o seu crédito',
        it: 'decidere sul Suo prestito',
      },
    },
    {
      id: 'offers',
      dpv: 'dpv:TargetedAdvertising',
      optional: true,
      text: {
        en: 'sending you advertising',
        es: 'enviarle publicidad',
        ru: 'рассылка рекламы',
        de: 'Ihnen Werbung schicken',
        fr: 'vous envoyer de la publicité',
        pt: 'enviar-lhe publicidade',
        it: 'inviarLe pubblicità',
      },
    },
  ],
  categories: [
    { id: 'auth.secret', purposes: [] },
    { id: 'fin.card', purposes: CARE, retention: 'P90D' },
    { id: 'fin.account', purposes: CARE, retention: 'P90D' },
    { id: 'fin.wallet', purposes: CARE, retention: 'P90D' },
    { id: 'fin.situation', purposes: LENDING, retention: 'P1Y' },
    { id: 'fin.credit', purposes: LENDING, retention: 'P1Y' },
    { id: 'special.health', purposes: LENDING, necessaryFor: [], retention: 'P30D' },
    { id: 'id.official', purposes: CARE, retention: 'P1Y' },
    { id: 'id.name', purposes: CARE, retention: 'P1Y' },
    { id: 'id.birth', purposes: LENDING, retention: 'P1Y' },
    { id: 'contact.email', purposes: CONTACT, retention: 'P1Y' },
    { id: 'contact.phone', purposes: CONTACT, retention: 'P1Y' },
    { id: 'geo.address', purposes: CARE, retention: 'P1Y' },
    { id: 'online.device', purposes: [] },
  ],
  sources: [],
  restrictions: ['no-training', 'no-enrichment', 'no-profiling'],
  rights: ['A15', 'A16', 'A17', 'A18', 'A20', 'A21', 'A22'].map((article) => ({
    id: `eu-gdpr:${article}`,
    how: 'privacy@zarapito.example',
    url: 'https://zarapito.example/privacy',
  })),
  notice: { url: 'https://zarapito.example/privacy' },
};
