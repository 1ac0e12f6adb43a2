const SVG = 'http://www.w3.org/2000/svg';

/** Strokes on a 24 × 24 grid, and the token labels that are drawn so. */
const ICONS = {
  mask: ['M3 8c3-1.6 6-1.2 9 0 3-1.2 6-1.6 9 0 .5 5-2 8-5 8-2 0-3-2-4-2s-2 2-4 2c-3 0-5.5-3-5-8zM7 11.3h2.5M14.5 11.3h2.5'],
  card: ['M3 6h18v12H3zM3 10h18M7 14.5h3', 'CARD'],
  bank: ['M3.5 10 12 4l8.5 6zM6 10v8M12 10v8M18 10v8M3 20h18', 'ACCOUNT WALLET FINANCES CREDIT SPENDING AMOUNT'],
  lock: ['M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3', 'SECRET'],
  id: ['M3 5h18v14H3zM6.5 9h5v6h-5zM15 10h3M15 14h3', 'ID HEALTHID MEMBER REF'],
  person: ['M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4.5 20c1-5 14-5 15 0', 'NAME STATUS PROFILE'],
  date: ['M4 6h16v14H4zM4 10.5h16M8.5 3.5v4M15.5 3.5v4', 'BIRTH DATE HOURS'],
  mail: ['M3 6h18v12H3zM3.5 6.5 12 13.5l8.5-7', 'EMAIL'],
  phone: ['M7 3h10v18H7zM11 17.5h2', 'PHONE'],
  pin: ['M12 21c5-5.5 7-8.5 7-11a7 7 0 0 0-14 0c0 2.5 2 5.5 7 11zM12 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4', 'ADDRESS PLACE'],
  heart: ['M12 20 4.5 12a4.5 4.5 0 0 1 7.5-5 4.5 4.5 0 0 1 7.5 5z', 'HEALTH'],
  about: ['M7 9.5c3-3.5 6 2.5 10-1M7 16c3-3.5 6 2.5 10-1'],
  out: ['M4 12h15M13 6l6 6-6 6'],
  eye: ['M2.5 12c4-7 15-7 19 0-4 7-15 7-19 0zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6'],
  note: ['M12 7.5v5.5M12 16.3v.2M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18'],
  tick: ['M5 12.5 10 17.5 19 7'],
} as const satisfies Readonly<Record<string, readonly [strokes: string, labels?: string]>>;

export type Icon = keyof typeof ICONS;

export const BY_CHOICE = { hide: 'mask', generalize: 'about', share: 'out' } as const;

/** The picture for a token label; the mask where a label has none of its own. */
export function iconOf(label: string | undefined): Icon {
  const names = Object.keys(ICONS) as Icon[];
  return names.find((name) => label && ICONS[name][1]?.split(' ').includes(label)) ?? 'mask';
}

/** Decoration: the words beside it carry the meaning. */
export function icon(name: Icon): SVGSVGElement {
  const svg = draw(ICONS[name][0]);
  // An arrow points to where reading goes.
  if (name === 'out') svg.setAttribute('class', 'flip');
  return svg;
}

export function draw(strokes: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', strokes);
  svg.append(path);
  return svg;
}
