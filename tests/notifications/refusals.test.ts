import { expect, test } from 'vitest';
import { type Failure, type Verdict, verdictOn } from '#app/notifications/rules/refusals.ts';

const rcpt = (response: string) => ({
  command: 'RCPT TO',
  response,
  responseCode: Number(response.slice(0, 3)),
});

// As servers of all kinds say it.
test.each<[Verdict, string]>([
  [
    'no-such-address',
    '550 5.1.1 <zoe@example.org>: Recipient address rejected: User unknown in virtual mailbox table',
  ],
  [
    'no-such-address',
    '550-5.1.1 The email account that you tried to reach does not exist.\n550 5.1.1 Please try',
  ],
  [
    'no-such-address',
    '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
  ],
  ['no-such-address', '550 5.1.6 Recipient no longer on server'],
  ['no-such-address', '556 5.1.10 Domain example.org does not accept mail (nullMX)'],
  ['no-such-address', '550 User unknown'],
  ['no-such-address', '550 No such user here'],
  ['no-such-address', '551 User not local; not found'],
  ['no-such-address', '550 unrouteable address'],
  ['no-such-address', '550 5.1.1 <sender@relay.example>: user unknown'],
  ['refused', '550 5.2.1 The email account that you tried to reach is disabled'],
  ['refused', '552 5.2.2 Mailbox full'],
  ['refused', '552 No such space'],
  ['refused', '550 mailbox unavailable'],
  ['refused', '550 5.6.0 Cannot be shown'],
  ['again', '450 4.1.1 <zoe@example.org>: Recipient address rejected: unverified address'],
  ['again', '452 4.2.2 Mailbox full'],
  ['again', '421 4.7.0 Too many connections'],
  ['again', '554 5.7.1 <zoe@example.org>: Relay access denied'],
  ['again', '550 5.7.1 Service unavailable; client [192.0.2.1] blocked using zen.example.org'],
  ['again', '550 5.1.0 <octavo@circles.example>: Sender address rejected: User unknown'],
  ['again', '553 5.1.8 Domain of sender does not exist'],
  ['again', '550 5.1.1 Sender address rejected: undeliverable'],
  ['again', '504 5.5.2 <localhost>: Helo command rejected: need fully-qualified hostname'],
  ['again', '550 relay not permitted'],
  ['again', '550 Blocked for spam'],
  ['again', '530 5.7.0 Authentication required'],
  ['again', '550 authentication required'],
  ['again', '521 this host takes no mail'],
  ['again', '503 bad sequence of commands'],
])('%s: %s', (verdict, said) => {
  expect(verdictOn(rcpt(said))).toBe(verdict);
});

test.each(['CONN', 'EHLO', 'STARTTLS', 'AUTH PLAIN', 'MAIL FROM', 'API'])(
  'what is refused at %s is no recipient’s fault',
  (command) => {
    expect(verdictOn({ ...rcpt('550 5.1.1 User unknown'), command })).toBe('again');
  },
);

test('nor is what no server said', () => {
  expect(verdictOn({})).toBe('again');
  expect(verdictOn({ command: 'DATA' })).toBe('again');
  expect(verdictOn(new Error('read ECONNRESET') as Failure)).toBe('again');
});
