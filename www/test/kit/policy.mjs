// A manifest with everything in it, for tests that are about recipients and purposes.

const SUPPORT = { id: 'support', dpv: 'dpv:CustomerCare', text: { en: 'answer your question' } };
/** Stands apart from the service by its term. */
export const ADS = { id: 'ads', dpv: 'dpv:TargetedAdvertising', text: { en: 'show you offers' }, optional: true };

export const BANK = { id: 'bank', name: 'Example Bank', origins: ['self'], role: 'controller', country: 'ES', kind: 'ai' };

/** Of categories as `[id, purposes, more?]`. */
export function declared({ recipients = [BANK], purposes = [SUPPORT, ADS], categories = [['fin.card', ['support']], ['contact.email', ['support']]], ...more } = {}) {
  return {
    controller: { name: 'Example Bank', address: '1 Example Street, Madrid', email: 'privacy@bank.example' },
    authority: 'Agencia Española de Protección de Datos',
    ai: 'ai',
    learnsFromChats: false,
    recipients,
    purposes,
    categories: categories.map(([id, wanted, rest = {}]) => ({ id, purposes: wanted, retention: 'P90D', ...rest })),
    sources: [],
    restrictions: ['no-training', 'no-enrichment'],
    rights: ['A15', 'A16', 'A17', 'A18', 'A20', 'A21'].map((article) => ({ id: `eu-gdpr:${article}`, how: 'privacy@bank.example' })),
    notice: { url: 'https://bank.example/privacy' },
    version: '1',
    ...more,
  };
}
