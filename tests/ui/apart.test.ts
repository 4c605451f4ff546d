import { expect, test } from 'vitest';
import { apart, beginning } from '#app/ui/apart.ts';

test.each(['שלום', 'Team مدير', '𐤀𐤁', '𞤀𞤣', 'ﷺ'])('%s is set apart', (name) => {
  expect(apart(name)).toBe(`\u2068${name}\u2069`);
});

test.each(['Größe ✂️', '🎉 Tuesday', '𝐁𝐨𝐥𝐝', '𓀀', '会議', 'ไทย', 'Ｆｕｌｌ', ''])(
  '%s is left as it is',
  (name) => {
    expect(apart(name)).toBe(name);
  },
);

test.each([
  ['Short.', 20, 'Short.'],
  ['On two\n\nlines.', 20, 'On two lines.'],
  ['Cut between two words, not within one.', 20, 'Cut between two…'],
  ['Cutwithinonewhenthereisnoend', 12, 'Cutwit…'],
  ['🎉🎉🎉🎉🎉🎉', 7, '🎉…'],
  [`${apart('שלום לכם ועוד מילים')} wrote`, 12, `\u2068${'שלום לכם'}…\u2069`],
])('%j begins in %i characters', (text, length, words) => {
  expect(beginning(text, length)).toBe(words);
});
