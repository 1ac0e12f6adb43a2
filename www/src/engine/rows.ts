import type { CatalogEntry, CategoryInfo, Explanation, ExplainedCandidate, ManifestProblem, PurposeInfo, SeenCue } from './types.js';

/** Between rows and between columns of what crosses the boundary as one text: see `Rows` in `src/wasm.rs`. */
export const ROW = '\x1e';
export const COLUMN = '\x1f';

/** The rows of a text, each of which ends with a separator. */
function rows(text: string): string[][] {
  return text
    .split(ROW)
    .slice(0, -1)
    .map((row) => row.split(COLUMN).slice(0, -1));
}

const list = (column: string): string[] => (column === '' ? [] : column.split(','));

export function readCatalog(text: string): CatalogEntry[] {
  return rows(text).map(([id = '', entity = '', kind = '', category = '', countries = '', cues = '']) => ({
    id,
    entity,
    kind,
    category,
    countries: list(countries),
    cues: list(cues),
  }));
}

export function readCategories(text: string): CategoryInfo[] {
  return rows(text).map(([id = '', cls, action, label = '', dpv = '', lookup, generalizes]) => ({
    id,
    class: cls as CategoryInfo['class'],
    defaultAction: action as CategoryInfo['defaultAction'],
    label,
    dpv,
    lookupKey: lookup === '1',
    generalizes: generalizes === '1',
  }));
}

export function readPurposes(text: string): PurposeInfo[] {
  return rows(text).map(([dpv = '', apart]) => ({ dpv, apart: apart === '1' }));
}

export function readProblems(text: string): ManifestProblem[] {
  return rows(text).map(([rule = '', path = '', level, message = '']) => ({
    rule,
    path,
    level: level as ManifestProblem['level'],
    message,
  }));
}

export function readExplanation(text: string): Explanation {
  return { candidates: rows(text).map(readCandidate) };
}

function readCandidate(columns: string[]): ExplainedCandidate {
  const [recognizer = '', entity = '', kind = '', category = '', start, end, verdict, reason, before, after, expected] = columns;
  const [country, thirdParty, minor, outcome, named, winner, rule, winnerStart, winnerEnd, ...cues] = columns.slice(11);
  const candidate = {
    recognizer,
    entity,
    kind,
    category,
    start: Number(start),
    end: Number(end),
    verdict,
    cues: readCues(cues),
    expected: expected === '1',
    confidence: { before: Number(before) / 1000, after: Number(after) / 1000 },
    thirdParty: thirdParty === '1',
    minor: minor === '1',
    outcome,
    ...(reason ? { reason } : {}),
    ...(country ? { country } : {}),
    ...(winner ? { beatenBy: { recognizer: winner, start: Number(winnerStart), end: Number(winnerEnd), rule } } : {}),
    ...(named ? { named } : {}),
  };
  return candidate as ExplainedCandidate;
}

function readCues(columns: string[]): SeenCue[] {
  const cues: SeenCue[] = [];
  for (let at = 0; at < columns.length; at += 4) {
    const [start, end, language, says] = columns.slice(at, at + 4);
    cues.push({ start: Number(start), end: Number(end), language, says } as SeenCue);
  }
  return cues;
}
