/** Who listens, how this protects, and whether it does. */
import { h } from '../ui/dom.js';
import { icon } from '../ui/icon.js';
import { noticeOf } from './notice.js';
import { languages } from './rights.js';
import type { Check } from './strings.js';
import { line, pick, section, type View } from './view.js';

/** A published test number, nobody's card. */
const SPECIMEN = '4111 1111 1111 1111';

export async function aboutTab(view: View): Promise<readonly Node[]> {
  const { guard, locale } = view;
  const { panel } = locale;
  const { manifest, ledger } = guard;
  const checks: [Check, boolean][] = [];
  const running = guard.state === 'ready';
  checks.push(['engine', running], ['specimen', running && guard.analyze(SPECIMEN).some(({ category }) => category === 'fin.card')]);
  if (ledger && ledger.state !== 'locked') {
    const valid = await ledger.verify().then(
      (reading) => reading.valid,
      () => false,
    );
    checks.push(['records', valid], ['storage', ledger.state === 'durable']);
  }
  const version = [manifest.version, manifest.notice?.hash].filter(Boolean).join(' · ');
  const fact = (term: string, text: string): readonly Node[] =>
    text ? [h('div', {}, h('dt', {}, term), h('dd', { class: 'hash', translate: 'no' }, text))] : [];
  return [
    ...(guard.locales.length > 1 ? [pick(panel.language, languages(view), locale.core.lang, (lang) => (guard.locale = lang), 'language')] : []),
    section(locale.core.details, noticeOf(guard, locale), h('dl', {}, ...fact(panel.version, version))),
    section(
      panel.checks,
      h(
        'ul',
        { class: 'list checks', role: 'list' },
        ...checks.map(([name, ok]) => h('li', {}, icon(ok ? 'tick' : 'note'), panel.check[name], h('span', { class: 'badge', part: 'badge' }, ok ? panel.ok : panel.notOk))),
      ),
      line(panel.network),
      h('dl', {}, ...fact(panel.engine, ['antifaz', guard.version].filter(Boolean).join(' '))),
    ),
  ];
}
