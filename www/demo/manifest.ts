import type { Manifest } from '../src/harness/manifest.js';

const CARE = ['service'];

/** What the invented bank declares: who listens, what for, how long it keeps what. */
export const MANIFEST: Manifest = {
  controller: { name: 'Banco Zarapito', email: 'privacy@zarapito.example' },
  recipients: [{ id: 'bank', name: 'Banco Zarapito', origins: ['self'], role: 'controller', kind: 'ai' }],
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
};
