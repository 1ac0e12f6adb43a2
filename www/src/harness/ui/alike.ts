import type { Parts } from '../parts.js';

const LOOKS = [
  'color', 'backgroundColor', 'backgroundImage', 'borderTopColor', 'borderTopWidth', 'fontSize', 'fontWeight', 'opacity', 'visibility', 'filter', 'transform',
] as const;

/**
 * In what two buttons differ that must weigh the same: the names of the looks, or `size`. Parts and properties cannot tell them
 * apart, but a style sheet that a script puts into our open shadow root can.
 */
function differences(one: HTMLElement, other: HTMLElement): readonly string[] {
  // What is pointed at, or focused, looks different by right.
  if ([one, other].some((button) => button.matches(':hover,:focus,:active'))) return [];
  const [a, b] = [getComputedStyle(one), getComputedStyle(other)];
  const found: string[] = LOOKS.filter((look) => a[look] !== b[look]);
  const [first, second] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
  if (Math.abs(first.width - second.width) > 1 || Math.abs(first.height - second.height) > 1) found.push('size');
  return found;
}

export const alike: NonNullable<Parts['alike']> = (warn) => {
  let warned = false;
  return (one, other) => {
    const looks = warned ? [] : differences(one, other);
    if (looks.length === 0) return;
    warned = true;
    console.warn(`antifaz: the two buttons that send must look alike, but a theme makes them differ in ${looks.join(', ')}`);
    warn('unequal-buttons');
  };
};
