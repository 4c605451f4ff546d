import { describe, expect, test } from 'vitest';
import { firstTurn, hourOn, turnDue, weekdayOf } from '#app/mentoring/week/rules/turns.ts';

const tuesdays = { weekday: 2, hour: 9, everyWeeks: 1 };
const at = (iso: string) => new Date(iso);

describe('when somebody is asked whom they will ask', () => {
  test('on the first of their days whose hour is still to come', () => {
    expect(weekdayOf('2026-12-01')).toBe(2);
    const first = (now: string, last: string | null = null) =>
      firstTurn(tuesdays, 'Europe/Lisbon', at(now), last);
    expect(first('2026-12-01T08:59:59Z')).toBe('2026-12-01');
    expect(first('2026-12-01T09:00:00Z')).toBe('2026-12-08');
    expect(first('2026-12-02T00:00:00Z')).toBe('2026-12-08');
  });

  test('never twice in one week, whatever day they move it to', () => {
    const fridays = { ...tuesdays, weekday: 5 };
    const now = at('2026-12-02T12:00:00Z');
    expect(firstTurn(fridays, 'UTC', now, '2026-12-01')).toBe('2026-12-11');
    expect(firstTurn(fridays, 'UTC', now, '2026-11-24')).toBe('2026-12-04');
    const slow = { ...fridays, everyWeeks: 2 };
    expect(firstTurn(slow, 'UTC', now, '2026-12-01')).toBe('2026-12-18');
    // A day that a wrong clock wrote holds nothing up.
    expect(firstTurn(fridays, 'UTC', now, '2031-01-01')).toBe('2026-12-04');
  });

  test('at their hour by their own clock, also where it jumps', () => {
    // Lisbon's clocks go from 1:00 to 2:00 on 28 March 2027, and from 2:00 back to 1:00 on 31 October.
    expect(hourOn('2027-03-28', 1, 'Europe/Lisbon')).toEqual(at('2027-03-28T01:00:00Z'));
    expect(hourOn('2027-10-31', 1, 'Europe/Lisbon')).toEqual(at('2027-10-31T00:00:00Z'));
    const sundays = { weekday: 7, hour: 1, everyWeeks: 1 };
    const due = (now: string) => turnDue('2027-10-31', sundays, 'Europe/Lisbon', at(now));
    expect(due('2027-10-30T23:59:59Z')).toBeNull();
    const turn = { day: '2027-10-31', nextOn: '2027-11-07' };
    // Both times clocks show one: the same day, so the second is no other turn.
    expect(due('2027-10-31T00:00:00Z')).toEqual(turn);
    expect(due('2027-10-31T01:00:00Z')).toEqual(turn);
    expect(turnDue(turn.nextOn, sundays, 'Europe/Lisbon', at('2027-10-31T01:00:00Z'))).toBeNull();
  });

  test('in a zone that is moved to, by its clocks from then on', () => {
    const due = (zone: string) =>
      turnDue('2026-12-01', tuesdays, zone, at('2026-12-01T08:30:00Z')) !== null;
    expect([due('Asia/Kolkata'), due('Europe/Lisbon'), due('America/New_York')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('after an outage once, and not at all for a day that is long over', () => {
    const due = (now: string, everyWeeks = 1) =>
      turnDue('2026-12-01', { ...tuesdays, everyWeeks }, 'UTC', at(now));
    expect(due('2026-12-03T23:00:00Z')).toEqual({ day: '2026-12-01', nextOn: '2026-12-08' });
    expect(due('2026-12-04T00:00:00Z')).toEqual({ day: null, nextOn: '2026-12-08' });
    expect(due('2026-12-15T08:00:00Z')).toEqual({ day: null, nextOn: '2026-12-15' });
    expect(due('2026-12-15T09:00:00Z')).toEqual({ day: '2026-12-15', nextOn: '2026-12-22' });
    expect(due('2026-12-15T09:00:00Z', 2)).toEqual({ day: '2026-12-15', nextOn: '2026-12-29' });
  });
});
