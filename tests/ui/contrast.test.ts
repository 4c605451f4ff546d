import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bindingOf, fitted } from '#app/ui/drawings/cover.tsx';
import { hueOf, initialsOf } from '#app/ui/drawings/person-mark.tsx';

const css = readFileSync('app/styles/tokens.css', 'utf8');
const darkAt = css.indexOf('@media (prefers-color-scheme: dark)');
const themeAt = css.indexOf('@theme');
const schemes = { light: css.slice(0, darkAt), dark: css.slice(darkAt, themeAt) };
const cloths = ['pine', 'indigo', 'plum', 'madder', 'ochre', 'slate'];

type Rgb = readonly [number, number, number];

function rgbOf(hex: string): Rgb {
  const digits = hex.length === 4 ? hex.replace(/[0-9a-f]/gi, '$&$&') : hex;
  const value = Number.parseInt(digits.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** WCAG 2 relative luminance. */
function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((channel) => {
    const c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function hsl(hue: number, saturation: number, lightness: number): Rgb {
  const a = saturation * Math.min(lightness, 1 - lightness);
  const channel = (n: number) => {
    const k = (n + hue / 30) % 12;
    return 255 * (lightness - a * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return [channel(0), channel(8), channel(4)];
}

function tokensOf(block: string, cloth: string): Record<string, string> {
  const tokens: Record<string, string> = {};
  for (const [, selector = '', body = ''] of block.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const root = selector.includes(':root') && !selector.includes('[data-cloth');
    if (!root && !selector.includes(`"${cloth}"`)) continue;
    for (const [, name = '', value = ''] of body.matchAll(/--([\w-]+):\s*([^;]+);/g)) {
      tokens[name] = value.trim();
    }
  }
  return tokens;
}

describe.each(Object.entries(schemes))('%s', (_, block) => {
  describe.each(cloths)('%s', (cloth) => {
    const tokens = tokensOf(block, cloth);
    const ratio = (a: string, b: string) =>
      contrast(rgbOf(tokens[a] ?? ''), rgbOf(tokens[b] ?? ''));

    test.each([
      ['ink', 'paper'],
      ['ink', 'leaf'],
      ['ink', 'wash'],
      ['ink', 'cloth-wash'],
      ['ink', 'rubric-wash'],
      ['ink-2', 'paper'],
      ['ink-2', 'leaf'],
      ['ink-2', 'wash'],
      ['rubric', 'paper'],
      ['rubric', 'leaf'],
      ['rubric', 'rubric-wash'],
      ['paper', 'rubric'],
      ['cloth', 'paper'],
      ['cloth', 'leaf'],
      ['cloth', 'wash'],
      ['cloth', 'cloth-wash'],
      ['cloth-ink', 'cloth'],
    ])('%s is read on %s', (ink, ground) => {
      expect(ratio(ink, ground)).toBeGreaterThanOrEqual(4.5);
    });

    test('white is read on the band, also where its threads are lightest', () => {
      const band = rgbOf(tokens.bind ?? '').map((c) => c + (255 - c) * 0.04) as unknown as Rgb;
      expect(contrast([255, 255, 255], band)).toBeGreaterThanOrEqual(7);
    });

    test('the edges of what can be filled in are seen', () => {
      expect(ratio('rule-strong', 'leaf')).toBeGreaterThanOrEqual(3);
      expect(ratio('rule-strong', 'paper')).toBeGreaterThanOrEqual(3);
    });
  });

  test('initials are read on every tint', () => {
    const tokens = tokensOf(block, 'pine');
    const part = (name: string) => Number.parseFloat(tokens[name] ?? '') / 100;
    for (let hue = 0; hue < 360; hue += 5) {
      const fill = hsl(hue, 0.3, part('who-fill'));
      expect(contrast(hsl(hue, 0.45, part('who-ink')), fill), `hue ${hue}`).toBeGreaterThan(4.5);
    }
  });
});

/** Where a colour is on the wheel, in degrees, and how much of it there is, 0 to 1. */
function hueIn(rgb: Rgb): { hue: number; saturation: number } {
  const [r, g, b] = rgb.map((channel) => channel / 255) as [number, number, number];
  const [max, min] = [Math.max(r, g, b), Math.min(r, g, b)];
  const span = max - min;
  const at =
    max === r ? ((g - b) / span + 6) % 6 : max === g ? (b - r) / span + 2 : (r - g) / span + 4;
  return { hue: 60 * at, saturation: span / (1 - Math.abs(max + min - 1)) };
}

/** Not to be taken for the scribe's red: another hue, or hardly any. */
function isApart(colour: string, rubric: string): boolean {
  const [one, other] = [hueIn(rgbOf(colour)), hueIn(rgbOf(rubric))];
  const between = Math.abs(one.hue - other.hue);
  return Math.min(between, 360 - between) > 25 || one.saturation < 0.3;
}

test('the scribe’s red belongs to nobody’s cloth, and to no book’s', () => {
  for (const block of Object.values(schemes)) {
    for (const cloth of cloths) {
      const tokens = tokensOf(block, cloth);
      for (const name of ['bind', 'cloth', 'cloth-wash']) {
        const against = tokens[name === 'cloth-wash' ? 'rubric-wash' : 'rubric'] ?? '';
        expect(isApart(tokens[name] ?? '', against), `${cloth} ${name}`).toBe(true);
      }
    }
  }
  const rubric = tokensOf(schemes.light, 'pine').rubric ?? '';
  const covers = readFileSync('app/styles/drawings.css', 'utf8').match(
    /(?<=--cover: )#[0-9a-f]{6}/g,
  );
  expect((covers ?? []).filter((colour) => !isApart(colour, rubric))).toEqual([]);
});

describe('covers', () => {
  const drawings = readFileSync('app/styles/drawings.css', 'utf8');
  const colours: string[] = drawings.match(/(?<=--cover: )#[0-9a-f]{6}/g) ?? [];

  test('each title finds its cloth', () => {
    const titles = Array.from({ length: 300 }, (_, number) => bindingOf(`Book ${number}`).cloth);
    expect(Math.min(...titles)).toBe(1);
    expect(Math.max(...titles)).toBe(colours.length);
  });

  test.each(colours)('white is read on %s', (colour) => {
    expect(contrast([255, 255, 255], rgbOf(colour))).toBeGreaterThanOrEqual(5.5);
  });

  test('a title is always bound the same, whatever its case', () => {
    expect(bindingOf('Thinking in Systems')).toEqual(bindingOf(' thinking in systems '));
    const bindings = ['Drive', 'Accelerate', 'Radical Candor', 'Team Topologies'].map(bindingOf);
    expect(new Set(bindings.map((binding) => binding.cloth)).size).toBeGreaterThan(1);
  });

  test('a subtitle stays inside, long words are set smaller', () => {
    expect(fitted('Accelerate: The Science of Lean Software').words).toBe('Accelerate');
    expect(fitted('Drive').scale).toBe(1);
    expect(fitted('Nonviolent Communication').scale).toBeLessThan(0.8);
    expect(fitted('x'.repeat(300)).words.length).toBeLessThanOrEqual(58);
    expect(fitted('').scale).toBe(1);
  });
});

test('a person’s mark', () => {
  expect(initialsOf('Noor Karim')).toBe('NK');
  expect(initialsOf('  łukasz  van der Żak ')).toBe('ŁŻ');
  expect(initialsOf('Bo')).toBe('B');
  expect(initialsOf('נועה דוד (אברהמי)')).toBe('נד');
  expect(initialsOf('Bo “Mo” &')).toBe('B');
  expect(initialsOf('')).toBe('?');
  expect(hueOf('Noor Karim')).toBe(hueOf('noor karim'));
  for (const name of ['a', 'b', 'Noor', 'Ines', 'Zoë']) {
    expect(hueOf(name)).toBeGreaterThanOrEqual(30);
    expect(hueOf(name)).toBeLessThan(350);
  }
});
