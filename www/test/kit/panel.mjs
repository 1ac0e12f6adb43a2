// A page with a guarded chat, a ledger and the privacy panel, and a person who uses it.
import { Chat, guardScript, until } from './chat.mjs';
import { widgetPage } from './widgets.mjs';

const text = (en, es, ru) => ({ en, es, ru });

export const MANIFEST = {
  version: '2026-11',
  controller: {
    name: 'Banco Zarapito',
    address: 'Calle Mayor 1, Madrid',
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
    { id: 'blip', name: 'Blip', origins: ['https://blip.example'], role: 'third-party', country: 'US', kind: 'human' },
  ],
  purposes: [
    { id: 'support', dpv: 'dpv:CustomerCare', text: text('answering your question', 'responder a su pregunta', 'ответ на ваш вопрос') },
    { id: 'fraud', dpv: 'dpv:FraudPreventionAndDetection', text: text('stopping fraud', 'evitar fraudes', 'защита от мошенников') },
    {
      id: 'scoring',
      dpv: 'dpv:CustomerSolvencyMonitoring',
      optional: true,
      automatedDecision: true,
      text: text('deciding on a loan', 'decidir sobre un préstamo', 'решение о кредите'),
    },
    {
      id: 'ads',
      dpv: 'dpv:TargetedAdvertising',
      optional: true,
      text: text('showing you offers of other companies', 'mostrarle ofertas de otras empresas', 'показ предложений других компаний'),
    },
  ],
  categories: [
    { id: 'auth.secret', purposes: [] },
    { id: 'fin.card', purposes: ['support', 'fraud'], retention: 'P90D' },
    { id: 'fin.account', purposes: ['support'], retention: 'P90D' },
    { id: 'fin.credit', purposes: ['support', 'scoring'], retention: 'P30D' },
    { id: 'contact.email', purposes: ['support', 'ads'], retention: 'P1Y' },
    { id: 'special.health', purposes: ['support'], retention: 'P30D' },
  ],
  sources: [text('credit reference agencies', 'ficheros de solvencia', 'бюро кредитных историй')],
  restrictions: ['no-training'],
  rights: [
    { id: 'eu-gdpr:A15', how: 'In the chat' },
    { id: 'eu-gdpr:A17', how: 'In the chat or by e-mail', url: 'https://zarapito.example/rights' },
    { id: 'eu-gdpr:A22', how: 'In the chat' },
  ],
  notice: { url: 'https://zarapito.example/privacy', hash: 'sha256-1f2e' },
};

/** `script` runs before the guard is made. */
export async function openChat(browser, site, { manifest = MANIFEST, ledger = true, lang = 'en', script = '', options = '', redactor = 'antifaz.createRedactor()', panelOptions = '{}', ready = true } = {}) {
  const guard = `${script}
    document.documentElement.lang = ${JSON.stringify(lang)};
    ${guardScript({ manifest, redactor, options: `${ledger ? 'ledger: antifaz.openLedger(),' : ''} ${options}` })}
    window.panel = antifaz.createPanel(guard, ${panelOptions});`.replaceAll('</script', '<\\/script');
  const chat = await Chat.open(browser, site, widgetPage('keydown', { guard, elsewhere: site.elsewhere }), { ready });
  return Object.assign(chat, panelOf(chat.page));
}

function panelOf(page) {
  const query = (all, selector, words) =>
    page.evaluateHandle(
      (wanted, said, every) => {
        const found = [...(window.panel?.element.shadowRoot.querySelectorAll(wanted) ?? [])].filter(
          (element) => element.checkVisibility?.() !== false && (said === null || (element.ariaLabel ?? element.textContent).includes(said)),
        );
        return every ? found : (found[0] ?? null);
      },
      selector,
      words ?? null,
      all,
    );
  const one = async (selector, words) => {
    let element;
    await until(
      async () => (element = (await query(false, selector, words)).asElement()),
      () => `${selector} ${words ?? ''} in the panel`,
    );
    return element;
  };
  return {
    /** The first of the panel's elements that matches and says that; waits for it. */
    one,
    press: async (selector, words) => (await one(selector, words)).click(),
    /** The texts of all that match now. */
    texts: async (selector) => (await query(true, selector)).evaluate((elements) => elements.map(({ value, textContent }) => (typeof value === 'string' ? value : textContent).trim())),
    isOpen: () => page.evaluate(() => window.panel.element.shadowRoot.querySelector('dialog')?.open ?? false),
    open: async (tab) => {
      await page.evaluate((wanted) => window.panel.open(wanted), tab);
      await one(`[role=tab]#${tab}[aria-selected=true]`);
      await one('#content > *:nth-child(2)');
    },
    /** What has the focus, in our shadow roots too. */
    focus: () =>
      page.evaluate(() => {
        let at = document.activeElement;
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        return at?.id || at?.dataset?.key || at?.className || at?.nodeName;
      }),
    /** As a screen reader's user goes there: by Tab, at most so often. */
    async tabTo(key, most = 60) {
      for (let presses = 0; presses < most; presses++) {
        if ((await this.focus()) === key) return presses;
        await page.keyboard.press('Tab');
      }
      throw new Error(`Tab never reached ${key}`);
    },
  };
}
