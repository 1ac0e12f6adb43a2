import type { Manifest } from '../src/harness/manifest.js';

const CARE = ['service'];

/** What the invented bank declares: who listens, what for, how long it keeps what. */
export const MANIFEST: Manifest = {
  version: '1',
  languages: ['en', 'es', 'ru'],
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
  recipients: [{ id: 'bank', name: 'Banco Zarapito', origins: ['self'], role: 'controller', country: 'ES', kind: 'ai' }],
  purposes: [
    {
      id: 'service',
      dpv: 'dpv:CustomerCare',
      text: { en: 'serving your request', es: 'atender su petición', ru: 'ответ на ваш запрос' },
    },
  ],
  categories: [
    { id: 'auth.secret', purposes: [] },
    { id: 'fin.card', purposes: CARE, retention: 'P90D' },
    { id: 'fin.account', purposes: CARE, retention: 'P90D' },
    { id: 'fin.wallet', purposes: CARE, retention: 'P90D' },
    { id: 'id.official', purposes: CARE, retention: 'P1Y' },
    { id: 'id.name', purposes: CARE, retention: 'P1Y' },
    { id: 'id.birth', purposes: CARE, retention: 'P1Y' },
    { id: 'contact.email', purposes: CARE, retention: 'P1Y' },
    { id: 'contact.phone', purposes: CARE, retention: 'P1Y' },
    { id: 'geo.address', purposes: CARE, retention: 'P1Y' },
    { id: 'online.device', purposes: [] },
  ],
  sources: [],
  restrictions: ['no-training', 'no-enrichment', 'no-profiling'],
  rights: ['A15', 'A16', 'A17', 'A18', 'A20', 'A21'].map((article) => ({
    id: `eu-gdpr:${article}`,
    how: 'privacy@zarapito.example',
    url: 'https://zarapito.example/privacy',
  })),
  notice: { url: 'https://zarapito.example/privacy' },
};
