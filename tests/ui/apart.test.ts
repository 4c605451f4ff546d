import { expect, test } from 'vitest';
import { apart } from '#app/ui/apart.ts';

test.each(['שלום', 'Team مدير', '𐤀𐤁', '𞤀𞤣', 'ﷺ'])('%s is set apart', (name) => {
  expect(apart(name)).toBe(`\u2068${name}\u2069`);
});

test.each(['Größe ✂️', '🎉 Tuesday', '𝐁𝐨𝐥𝐝', '𓀀', '会議', 'ไทย', 'Ｆｕｌｌ', ''])(
  '%s is left as it is',
  (name) => {
    expect(apart(name)).toBe(name);
  },
);
