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
  ['a line break', 'a\r\nBcc: b'],
  ['a null', 'a\u0000b'],
  ['a reversed text', 'a\u202eb'],
  ['a hidden space', 'a\u200bb'],
])('a line holds no %s', (_, value) => {
  expect(reason(optionalLine(100).safeParse(value))).toMatch(/invisible character/);
});

test('names of every script pass, with their joiners', () => {
  for (const name of ['Zoë Łuczak', '李雷', 'नूर', 'محمد', 'O’Neill', 'क्‍ष']) {
    expect(line(100, '').parse(name)).toBe(name);
  }
});

test('text keeps its lines, with one kind of line end', () => {
  expect(text(100).parse(' a\r\nb\rc\t ')).toBe('a\nb\nc');
  expect(text(100).parse(undefined)).toBe('');
  expect(reason(text(100).safeParse('a\u0007b'))).toMatch(/invisible/);
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
