/** Where each right stands, by the jurisdiction of the manifest. */
import type { Right } from './strings.js';

export interface Law {
  /** As it is cited in any language; the GDPR has a name in each. */
  readonly name?: string;
  /** In Russian. */
  readonly ru?: string;
  readonly articles: Readonly<Record<Right, string>>;
  /** How long an answer may take: ISO 8601. */
  readonly within?: string;
}

/** European Economic Area: Regulation (EU) 2016/679; an answer within a month by its article 12(3). */
const EEA = /^(?:EU|EEA|AT|BE|BG|CY|CZ|DE|DK|EE|ES|FI|FR|GR|HR|HU|IE|IS|IT|LI|LT|LU|LV|MT|NL|NO|PL|PT|RO|SE|SI|SK)\b/;
const GDPR: Law = { articles: { access: '15', rectify: '16', erase: '17', restrict: '18', port: '20', object: '21' }, within: 'P1M' };

const OTHERS: Readonly<Record<string, Law>> = {
  GB: { ...GDPR, name: 'UK GDPR' },
  // Articles 9(2) and 21(5): consent taken back; 14 and 20: what may be asked; ten working days.
  RU: {
    name: '152-FZ',
    ru: 'Федерального закона № 152-ФЗ',
    articles: { access: '14, 20', rectify: '14, 20', erase: '14, 21', restrict: '14, 21', object: '9, 21', port: '14' },
  },
  // Lei 13.709/2018, article 18; its second paragraph is the right to object.
  BR: {
    name: 'LGPD',
    articles: { access: '18, II', rectify: '18, III', erase: '18, VI', restrict: '18, IV', object: '18, § 2', port: '18, V' },
  },
  'US-CA': {
    name: 'California Civil Code',
    articles: {
      access: '§ 1798.110',
      rectify: '§ 1798.106',
      erase: '§ 1798.105',
      restrict: '§ 1798.121',
      object: '§ 1798.120',
      port: '§ 1798.130',
    },
    within: 'P45D',
  },
};

/** The GDPR where the manifest names no jurisdiction; nothing where it names one that we cannot cite. */
export function lawOf(jurisdiction: string | undefined): Law | undefined {
  const named = jurisdiction?.toUpperCase() ?? 'EU';
  const other = Object.keys(OTHERS).find((key) => new RegExp(`^${key}\\b`).test(named));
  return other ? OTHERS[other] : EEA.test(named) ? GDPR : undefined;
}
