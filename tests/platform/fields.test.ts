import { expect, test } from 'vitest';
import { z } from 'zod';
import {
  calendarDate,
  line,
  optionalLine,
  requiredText,
  text,
  timeZone,
} from '#app/platform/forms/fields.server.ts';
import { parseForm } from '#app/platform/forms/form.server.ts';

const reason = (result: { success: boolean; error?: { issues: { message: string }[] } }) =>
  result.error?.issues[0]?.message;

test('a line is trimmed and must say something', () => {
  const name = line(10, 'Give it a name.');
  expect(name.parse('  Tuesday ')).toBe('Tuesday');
  expect(reason(name.safeParse('   '))).toBe('Give it a name.');
  expect(reason(name.safeParse(undefined))).toBe('Give it a name.');
  expect(reason(name.safeParse('x'.repeat(11)))).toBe('Keep it to 10 characters.');
});

test.each([
  ['a line break', 'Radical\r\nCandor', 'Radical Candor'],
  ['a vertical tab of a word processor', 'Radical\vCandor', 'Radical Candor'],
  ['a form feed of a PDF', '\fRadical Candor', 'Radical Candor'],
  ['a tab of a spreadsheet', 'Radical\tCandor\t', 'Radical Candor'],
  ['other ends of lines', 'Radical\u2028Candor\u2029\u0085', 'Radical Candor'],
  ['spaces that do not break', '\u00a0Radical\u00a0\u202fCandor\u3000', 'Radical Candor'],
  ['marks of direction', '\u200eRadical\u200f Candor\u061c', 'Radical Candor'],
  ['what turns text round', '\u202eRadical\u202c \u2066Candor\u2069', 'Radical Candor'],
  ['soft hyphens', 'Radi\u00adcal Can\u00addor', 'Radical Candor'],
  ['spaces without width', 'Radical\u200b Can\u2060dor\ufeff', 'Radical Candor'],
  ['joiners that join nothing', 'Rad\u200cical\u200d Candor', 'Radical Candor'],
  ['bells and escapes', '\u0007Radical\u001b Candor\u0080', 'Radical Candor'],
  ['hidden tags', 'Radical Candor\u{e0041}\u{e0042}', 'Radical Candor'],
  ['what is no character', 'Radical\uffff Candor\u{1fffe}', 'Radical Candor'],
  ['an object of another document', 'Radical\ufffc Candor', 'Radical Candor'],
  ['half a character', 'Radical \ud83d Candor', 'Radical \ufffd Candor'],
])('a line is cleaned of %s', (_, sent, kept) => {
  expect(line(100, '').parse(sent)).toBe(kept);
  expect(optionalLine(100).parse(sent)).toBe(kept);
});

test('NUL is refused, as nobody can mean it', () => {
  for (const field of [line(100, ''), optionalLine(100), text(100), requiredText(100, '')]) {
    expect(reason(field.safeParse('a\0b'))).toMatch(/invisible character/);
  }
});

test.each(['\u200b', '\u3164', '\u200d\u200d', '\u00ad \u2060', '\u2800', '\ufe0f'])(
  'a line of nothing that can be seen says nothing: %j',
  (sent) => {
    expect(reason(line(100, 'Tell us your name.').safeParse(sent))).toBe('Tell us your name.');
  },
);

test('names of every script pass, with their joiners', () => {
  const names = ['Zoë Łuczak', '李雷', 'नूर', 'محمد', 'O’Neill', 'क्\u200dष', 'ന്\u200d'];
  const persian = 'نمی\u200cدانم';
  const emoji = [
    '👩\u200d🚀',
    '🏴\u200d☠️',
    '👩🏽\u200d❤️\u200d👨',
    '🏴\u{e0067}\u{e0062}\u{e0065}\u{e007f}',
    '1️⃣',
  ];
  for (const name of [...names, persian, ...emoji, 'คำ\u200bไทย']) {
    expect(line(100, '').parse(name)).toBe(name);
    expect(text(100).parse(name)).toBe(name);
  }
});

test('text keeps its lines, with one kind of line end', () => {
  expect(text(100).parse(' a\r\nb\rc\t ')).toBe('a\nb\nc');
  expect(text(100).parse(undefined)).toBe('');
  expect(text(100).parse('a\u0007b')).toBe('ab');
  expect(text(100).parse('a\vb\fc\u0085d\u2028e\u2029f')).toBe('a\nb\nc\nd\ne\nf');
  expect(text(100).parse('soft\u00adly\ufeff\u200b, \u202eturned\u202c')).toBe('softly, turned');
  expect(reason(text(2_000).safeParse('x'.repeat(2_001)))).toBe('Keep it to 2,000 characters.');
  expect(reason(requiredText(5, 'Say something.').safeParse(' \n '))).toBe('Say something.');
});

test('text of nothing but spaces, as a form sends it, is empty text', async () => {
  const schema = z.object({ word: text(10), body: requiredText(10, 'Say something.') });
  const sent = async (values: Record<string, string>) =>
    parseForm(
      new Request('http://x.org', { method: 'POST', body: new URLSearchParams(values) }),
      schema,
    );
  const spaces = await sent({ word: '  ', body: ' \n ' });
  expect(spaces).toMatchObject({
    ok: false,
    refused: { data: { form: { errors: { body: ['Say something.'] } } } },
  });
  expect(await sent({ word: ' ', body: 'x' })).toMatchObject({ form: { word: '', body: 'x' } });
  expect(await sent({ body: 'x' })).toMatchObject({ form: { word: '', body: 'x' } });
});

test('text is Markdown also where its spaces came from a page', () => {
  const sent = '#\u00a0Plan\n\u00a0\n-\u00a0one\n1.\u00a0two\n> -\u00a0three\nÇa va\u00a0?';
  expect(text(100).parse(sent)).toBe('# Plan\n\n- one\n1. two\n> - three\nÇa va\u00a0?');
});

test('direction stays in text that runs right to left, and ends where it begins', () => {
  const hebrew = 'קראתי את \u2066C++\u2069\u200f!';
  expect(text(100).parse(hebrew)).toBe(hebrew);
  expect(text(100).parse(`\u200eplain\u200f\n${hebrew}`)).toBe(`plain\n${hebrew}`);
  expect(text(100).parse('קראתי את \u2067C++')).toBe('קראתי את C++');
  expect(text(100).parse('קראתי \u2069את\u2066')).toBe('קראתי את');
  expect(text(100).parse('קראתי \u202eאת')).toBe('קראתי את');
});

test('a form is cleaned whatever its schema says, but for its passwords', async () => {
  const schema = z.object({ zone: z.string(), password: z.string() });
  const body = new URLSearchParams({
    zone: '\u200eEurope/Lisbon\ufeff',
    password: 'a\u00ad\u200bb\t',
  });
  const sent = await parseForm(new Request('http://x.org', { method: 'POST', body }), schema);
  expect(sent).toMatchObject({
    ok: true,
    form: { zone: 'Europe/Lisbon', password: 'a\u00ad\u200bb\t' },
  });
});

test('a date must be in the calendar', () => {
  const date = calendarDate('Choose a date.');
  expect(date.parse('2028-02-29')).toBe('2028-02-29');
  for (const wrong of ['2027-02-29', '2027-13-01', '2027-1-1', 'tomorrow', '']) {
    expect(reason(date.safeParse(wrong))).toBe('Choose a date.');
  }
});

test('a date must be of a year that can be meant', () => {
  const date = calendarDate('Choose a date.');
  const year = new Date().getUTCFullYear();
  expect(date.safeParse(`${year + 9}-12-31`).success).toBe(true);
  expect(date.safeParse('1900-01-01').success).toBe(true);
  expect(reason(date.safeParse('0026-11-27'))).toBe('Is the year right? This says 26.');
  for (const far of [`${year + 11}-01-01`, '9999-12-31', '20226-11-27']) {
    expect(reason(date.safeParse(far)), far).toContain('more than 10 years ahead');
  }
});

test('a time zone must be one the server knows', () => {
  expect(timeZone.parse('Asia/Kolkata')).toBe('Asia/Kolkata');
  for (const wrong of ['Mars/Olympus', '+02:00', '', undefined]) {
    expect(timeZone.safeParse(wrong).success).toBe(false);
  }
});
