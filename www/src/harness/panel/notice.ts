/** Who gets what and why, layered: one line each, more behind it. All of it from the manifest, set as text. */
import type { Guard } from '../index.js';
import { h } from '../ui/dom.js';
import { dotted, keptFor, type Line } from '../ui/reasons.js';
import type { FullLocale } from './strings.js';
import { linked } from './view.js';
import { labelled, said } from './words.js';

export function noticeOf(guard: Guard, { core, panel }: FullLocale): HTMLElement {
  const { notice: words } = panel;
  const { lang } = core;
  const { manifest } = guard;
  const { controller, recipients, purposes, rights = [], sources = [], authority, notice } = manifest;
  const categories = guard.categories();
  const yesNo = (flag: boolean | undefined): string => (flag === undefined ? words.unsaid : flag ? words.yes : words.no);
  const text = (id: string): string => said(purposes.find((purpose) => purpose.id === id)?.text, lang);

  const row = (term: string, ...lines: readonly (Node | string | undefined)[]): readonly Node[] => {
    const given = lines.filter((each) => each !== undefined && each !== '') as (Node | string)[];
    return given.length > 0 ? [h('div', {}, h('dt', {}, term), ...given.map((each) => h('dd', {}, each)))] : [];
  };
  const layer = (title: string, lines: readonly (readonly (Node | string)[])[]): readonly Node[] =>
    lines.length > 0
      ? [h('details', {}, h('summary', {}, title), h('ul', { role: 'list' }, ...lines.map((line) => h('li', {}, ...line))))]
      : [];
  const small = (...lines: readonly Line[]): readonly Node[] => (lines.some(({ length }) => length) ? [h('small', {}, ...dotted(...lines))] : []);
  const given = (text: string | undefined): Line => (text ? [h('bdi', {}, text)] : []);

  const automated = purposes.filter(({ automatedDecision }) => automatedDecision);
  return h(
    'div',
    { class: 'privacy-notice', part: 'notice', lang, dir: core.dir },
    h(
      'dl',
      {},
      ...row(words.controller, controller.name, controller.address, controller.email && linked(controller.email), controller.url && linked(controller.url)),
      ...row(words.dpo, controller.dpo && linked(controller.dpo)),
      ...row(words.authority, authority && linked(authority)),
      ...row(words.listens, core.kind[manifest.ai]),
      ...row(words.learns, yesNo(manifest.learnsFromChats)),
    ),
    ...layer(
      words.purposes,
      purposes.map(({ text: what, optional }) => [said(what, lang), ...small(given(optional ? words.optional : ''))]),
    ),
    ...layer(
      words.data,
      manifest.categories.map((rule) => {
        const { needed, optional } = guard.purposesOf(rule.id);
        const what = [...needed, ...optional].map(({ id }) => text(id)).join(', ');
        return [h('b', {}, labelled(core, categories, rule.id)), ...small(given(what), keptFor(rule, core))];
      }),
    ),
    ...layer(
      words.recipients,
      recipients.map(({ id, name = id, role, kind, country }) => {
        const where = country && new Intl.DisplayNames([lang], { type: 'region', fallback: 'code' }).of(country);
        return [h('b', {}, name), ...small(given(words.role[role]), given(core.kind[kind]), given(where))];
      }),
    ),
    ...layer(
      words.sources,
      sources.map((source) => [said(source, lang)]),
    ),
    ...layer(
      words.decisions,
      automated.length > 0 ? [...automated.map(({ text: what }) => [said(what, lang)]), [words.human]] : [],
    ),
    ...layer(
      words.rights,
      rights.map(({ id, how, url }) => [h('b', {}, nameOf(id, panel)), ...small(given(how)), ...(url ? [' ', linked(url)] : [])]),
    ),
    ...(notice ? [h('p', {}, linked(notice.url, words.policy))] : []),
  );
}

const BY_ARTICLE: Readonly<Record<string, 'access' | 'rectify' | 'erase' | 'restrict' | 'port' | 'object'>> = {
  A15: 'access',
  A16: 'rectify',
  A17: 'erase',
  A18: 'restrict',
  A20: 'port',
  A21: 'object',
};

/** `eu-gdpr:A17` in words; another right by its id. */
function nameOf(id: string, { rights, notice }: FullLocale['panel']): string {
  const article = /^eu-gdpr:(A\d+)/.exec(id)?.[1] ?? '';
  const right = BY_ARTICLE[article];
  return right ? rights[right] : article === 'A22' ? notice.human : id;
}
