/**
 * The classes that hand a picture a number to be drawn from (`--drawn` in its styles): a whole one
 * from 0 to 100, or a hue of a person's mark. A style attribute would do the same, and the content
 * policy refuses those. Tens and ones apart, so that the stylesheet needs thirty rules for it.
 */
export function drawn(number: number): string {
  const whole = Math.round(number);
  return `tens-${Math.floor(whole / 10)} ones-${whole % 10}`;
}

/** A part of a whole in percent, as `drawn` takes it: what is not nothing is at least one. */
export function share(part: number, whole: number): number {
  if (part <= 0 || whole <= 0) return 0;
  return Math.max(1, Math.min(100, Math.round((part / whole) * 100)));
}
