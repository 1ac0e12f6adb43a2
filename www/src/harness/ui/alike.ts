const LOOKS = [
  'color', 'backgroundColor', 'backgroundImage', 'borderTopColor', 'borderTopWidth', 'fontSize', 'fontWeight', 'opacity', 'visibility', 'filter', 'transform',
] as const;

/**
 * In what two buttons differ that must weigh the same: the names of the looks, or `size`. Parts and properties cannot tell them
 * apart, but a style sheet that a script puts into our open shadow root can.
 */
export function differences(one: HTMLElement, other: HTMLElement): readonly string[] {
  // What is pointed at, or focused, looks different by right.
  if ([one, other].some((button) => button.matches(':hover,:focus,:active'))) return [];
  const [a, b] = [getComputedStyle(one), getComputedStyle(other)];
  const found: string[] = LOOKS.filter((look) => a[look] !== b[look]);
  const [first, second] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
  if (Math.abs(first.width - second.width) > 1 || Math.abs(first.height - second.height) > 1) found.push('size');
  return found;
}
