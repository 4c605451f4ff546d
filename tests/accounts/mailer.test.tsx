import { randomUUID } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { EmailLayout } from '#app/platform/mail/email-layout.tsx';
import {
  EmailButton,
  EmailFacts,
  EmailLink,
  EmailQuote,
  EmailText,
} from '#app/platform/mail/email-parts.tsx';
import { type Letter, MailRefused, sendMail } from '#app/platform/mail/mailer.server.tsx';
import { keepInOutbox, outboxMessage, outboxPage } from '#app/platform/mail/outbox.server.ts';
import { unprivileged } from '#tests/support/unprivileged.ts';

const outbox = () => join(process.env.DATA_DIR ?? '', 'outbox');

const letter = (
  <EmailLayout
    site="Tuesday leads"
    preview="Only the inbox shows this."
    title="You’re invited"
    reason="You get this because Ines invited you."
  >
    <EmailText>
      Dear Zoë, look at <EmailLink href="http://localhost:3000/about?a=1&b=2">this page</EmailLink>.
    </EmailText>
    <EmailFacts
      items={[
        { term: 'When', value: 'Tuesday 5 May, 18:00' },
        { term: 'Where', value: 'Room 4' },
      ]}
    />
    <EmailQuote>{'Do come.\n<b>It’s</b> fun.'}</EmailQuote>
    <EmailButton href="http://localhost:3000/join/a-rather-long-token-that-is-not-to-be-broken-anywhere">
      See the circle
    </EmailButton>
  </EmailLayout>
);

const mail = (given: Partial<Letter> = {}): Letter => ({
  id: randomUUID(),
  to: { name: 'Zoë “Zo” Ünal', address: 'zoe@example.org' },
  subject: 'You’re invited – come and read with us, it has been far too long since the last time',
  react: letter,
  ...given,
});

const newest = async () => {
  const { messages } = await outboxPage(null);
  const message = await outboxMessage(messages[0]?.id ?? '');
  if (!message) throw new Error('The outbox is empty.');
  return message;
};

describe('without a mail server', () => {
  test('a message is kept as a file, and can be read as it was written', async () => {
    await sendMail(mail());
    const message = await newest();
    expect(message).toMatchObject({
      to: 'Zoë “Zo” Ünal <zoe@example.org>',
      from: 'Octavo <octavo@localhost.invalid>',
      subject: mail().subject,
    });
    expect(message.messageId).toMatch(/^<[0-9a-f-]{36}@localhost>$/);
    expect(message.html).toContain('<h1');
    expect(message.html).toContain('&lt;b&gt;It’s&lt;/b&gt; fun.');
    expect(message.html).toContain('prefers-color-scheme: dark');
  });

  test('says that nobody wrote it, so that no machine answers', async () => {
    await sendMail(mail());
    const names = (await readdir(outbox())).filter((name) => name.endsWith('.eml')).sort();
    const [head] = (await readFile(join(outbox(), names.at(-1) ?? ''), 'utf8')).split('\n\n');
    expect(head).toMatch(/^Auto-Submitted: auto-generated$/m);
    expect(head).toMatch(/^X-Auto-Response-Suppress: All$/m);
  });

  test('its plain text stands alone', async () => {
    await sendMail(mail());
    expect((await newest()).text).toBe(
      [
        'You’re invited',
        '',
        'Dear Zoë, look at this page <http://localhost:3000/about?a=1&b=2>.',
        '',
        'When: Tuesday 5 May, 18:00',
        'Where: Room 4',
        '',
        '> Do come.',
        '> <b>It’s</b> fun.',
        '',
        'See the circle:',
        'http://localhost:3000/join/a-rather-long-token-that-is-not-to-be-broken-anywhere',
        '',
        'You get this because Ines invited you.',
      ].join('\n'),
    );
  });

  test('its file can be read as it is, and its links copied whole', async () => {
    const link = `http://localhost:3000/join/${'a1-_'.repeat(60)}?to=%2Fcircles%2Fküche&x==y`;
    const long = `${'Ein sehr langer Satz über Bücher – '.repeat(40)}Ende.`;
    await sendMail(
      mail({
        react: (
          <EmailLayout site="Zoës Kreis" preview="…" title="Fünf Bücher – für dich" reason="Weil.">
            <EmailText>{long}</EmailText>
            <EmailButton href={link}>Ansehen</EmailButton>
          </EmailLayout>
        ),
        attachments: [{ filename: 'a.ics', contentType: 'text/calendar', content: 'BEGIN' }],
      }),
    );
    const names = (await readdir(outbox())).filter((name) => name.endsWith('.eml')).sort();
    const lines = (await readFile(join(outbox(), names.at(-1) ?? ''), 'utf8')).split('\n');
    // Before anything that is meant for programs: the markup, the attachment.
    const top = lines.slice(
      0,
      lines.findIndex((line) => line.startsWith('Content-Type: text/html')),
    );
    expect(top).toContain(link);
    expect(top).toContain('Fünf Bücher – für dich');
    expect(top.join(' ').replace(/\s+/g, ' ')).toContain(long);
    expect((await newest()).text).toContain(`Ansehen:\n${link}\n`);
    expect((await newest()).attachments).toHaveLength(1);
  });

  test('one that an earlier version kept is read as before', async () => {
    const encoded = [
      'From: Octavo <octavo@localhost.invalid>',
      'To: =?UTF-8?Q?Zo=C3=AB?= <zoe@example.org>',
      'Subject: =?UTF-8?Q?You=E2=80=99re_invited?=',
      'MIME-Version: 1.0',
      'Content-Type: multipart/alternative; boundary="--_NmP-1"',
      '',
      '----_NmP-1',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'Zo=C3=AB, look:',
      'http://localhost:3000/join/a-rather-long-token-that-is-not-to-be-broken-any=',
      'where?a=3D1',
      '----_NmP-1',
      'Content-Type: text/html; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from('<p>Zoë</p>').toString('base64'),
      '----_NmP-1--',
      '',
    ].join('\n');
    const id = await keepInOutbox(Buffer.from(encoded));
    expect(await outboxMessage(id)).toMatchObject({
      to: 'Zoë <zoe@example.org>',
      subject: 'You’re invited',
      text: 'Zoë, look:\nhttp://localhost:3000/join/a-rather-long-token-that-is-not-to-be-broken-anywhere?a=1',
      html: '<p>Zoë</p>',
    });
  });

  const link = `http://localhost:3000/join/${'a1-_'.repeat(60)}`;
  const parts = (type: string, ...each: string[]) =>
    [`Content-Type: ${type}; boundary="b"`, '', ...each.flatMap((part) => ['--b', part])].join(
      '\n',
    );
  const plain = (text: string) => `Content-Type: text/plain; charset=utf-8\n\n${text}`;

  test.each<[string, string, object]>([
    [
      'a boundary in its text',
      `${parts('multipart/mixed', plain(`See\n--boundaries\n${link}`))}\n--b--\n`,
      { text: `See\n--boundaries\n${link}` },
    ],
    ['its end cut off', parts('multipart/mixed', plain(`See\n${link}`)), { text: `See\n${link}` }],
    [
      'soft line ends',
      `Content-Type: text/plain; charset=utf-8; format=flowed\n\nSee this \npage:\n\n${link}\n`,
      { text: `See this page:\n\n${link}` },
    ],
    [
      'another encoding',
      'Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nZo=EB',
      { text: 'Zoë' },
    ],
    [
      'encoded words across a character',
      'Subject: =?UTF-8?Q?B=C3?=\n =?UTF-8?Q?=BCcher?=\n\nx',
      { subject: 'Bücher' },
    ],
    ['no encoding at all', 'To: Zoë <zoe@example.org>\n\nx', { to: 'Zoë <zoe@example.org>' }],
    [
      'an address for a name',
      'To: =?UTF-8?Q?mallory@example.org_=E2=9C=93?= <zoe@example.org>\n\nx',
      { to: '"mallory@example.org ✓" <zoe@example.org>' },
    ],
    ['nothing in it', '', { to: '', from: '', subject: '', text: '', html: '', attachments: [] }],
  ])('one with %s is readable, its links whole', async (_, raw, read) => {
    const id = await keepInOutbox(Buffer.from(raw));
    expect(await outboxMessage(id)).toMatchObject(read);
  });

  test('an attachment is kept with it', async () => {
    await sendMail(
      mail({
        attachments: [
          {
            filename: 'séance.ics',
            contentType: 'text/calendar; method=REQUEST',
            content: 'BEGIN:VCALENDAR',
          },
        ],
      }),
    );
    const message = await newest();
    expect(message.attachments).toEqual([{ name: 'séance.ics', type: 'text/calendar' }]);
    expect(message.text).toContain('You’re invited');
  });

  test('an invitation is the last way to say the message, and the first of several', async () => {
    const invitation = (uid: string, method: 'REQUEST' | 'CANCEL' = 'REQUEST') => ({
      method,
      content: `BEGIN:VCALENDAR\r\nMETHOD:${method}\r\nUID:${uid}\r\nEND:VCALENDAR\r\n`,
    });
    await sendMail(mail({ invitations: [invitation('ü1'), invitation('2'), invitation('3')] }));
    const names = (await readdir(outbox())).filter((name) => name.endsWith('.eml')).sort();
    const raw = await readFile(join(outbox(), names.at(-1) ?? ''), 'utf8');
    const types = [...raw.matchAll(/^Content-Type: ([^;\n]+)(.*method=\w+)?/gm)];
    expect(types.map(([, type, more]) => `${type}${more ?? ''}`)).toEqual([
      'multipart/mixed',
      'multipart/alternative',
      'text/plain',
      'text/html',
      'text/calendar; charset=utf-8; method=REQUEST',
      'text/calendar; charset=utf-8; method=REQUEST',
      'text/calendar; charset=utf-8; method=REQUEST',
      'application/ics',
    ]);
    const message = await newest();
    // A kept file has the line ends of this machine.
    const { method, content } = invitation('ü1');
    expect(message.invitation).toEqual({ method, content: content.replace(/\r/g, '') });
    expect(message.attachments.map(({ name }) => name)).toEqual([
      ...['invite-2.ics', 'invite-3.ics', 'invite.ics'],
    ]);
    await sendMail(mail({ invitations: [invitation('1', 'CANCEL')] }));
    expect((await newest()).invitation?.method).toBe('CANCEL');
  });

  test('only its owner can read the file, and no half-written one is left', async () => {
    await sendMail(mail());
    const names = await readdir(outbox());
    expect(names.filter((name) => !name.endsWith('.eml'))).toEqual([]);
    const { mode } = await stat(join(outbox(), names[0] ?? ''));
    expect(mode & 0o077).toBe(0);
  });

  test('equal moments do not overwrite one another', async () => {
    const now = new Date();
    const ids = await Promise.all(
      Array.from({ length: 20 }, () => keepInOutbox(Buffer.from('Subject: x\n\nx'), now)),
    );
    expect(new Set(ids).size).toBe(20);
  });

  test('pages are newest first and follow one another without a gap', async () => {
    for (let i = 0; i < 7; i++) {
      const at = new Date(Date.UTC(2020, 0, 1, 0, i));
      await keepInOutbox(Buffer.from(`To: a@example.org\nSubject: Message ${i}\n\nx`), at);
    }
    const seen: string[] = [];
    let before: string | null = '20200102T000000000Z-00000000';
    while (before) {
      const page: Awaited<ReturnType<typeof outboxPage>> = await outboxPage(before, 3);
      seen.push(...page.messages.map(({ subject }) => subject));
      before = page.older;
    }
    expect(seen).toEqual([6, 5, 4, 3, 2, 1, 0].map((i) => `Message ${i}`));
  });
});

describe('a message that would be read as something else is refused', () => {
  const before = async () => (await readdir(outbox()).catch(() => [])).length;

  test.each([
    ['a second header in the subject', { subject: 'Hello\r\nBcc: all@example.org' }],
    ['a line end in the subject', { subject: 'Hello\nthere' }],
    ['a null in the subject', { subject: 'Hello\u0000' }],
    ['a header in the name', { to: { name: 'Zoë\r\nBcc: a@b.c', address: 'zoe@example.org' } }],
    ['a separator in the name', { to: { name: 'Zoë\u2028', address: 'zoe@example.org' } }],
    ['a header in the address', { to: { name: 'Zoë', address: 'zoe@example.org\r\nBcc: a@b.c' } }],
    ['two addresses', { to: { name: 'Zoë', address: 'zoe@example.org, mallory@example.org' } }],
    ['a group', { to: { name: 'Zoë', address: 'x:zoe@example.org,mallory@example.org;' } }],
    ['an address in angle brackets', { to: { name: 'Zoë', address: 'x <mallory@example.org>' } }],
    ['a comment in the address', { to: { name: 'Zoë', address: 'zoe(x)@example.org' } }],
    ['no address', { to: { name: 'Zoë', address: '' } }],
    [
      'a header in a file name',
      { attachments: [{ filename: 'a\r\nX: y', contentType: 'text/plain', content: '' }] },
    ],
  ] satisfies [string, Partial<Letter>][])('%s', async (_, given) => {
    const kept = await before();
    await expect(sendMail(mail(given))).rejects.toBeInstanceOf(MailRefused);
    expect(await before()).toBe(kept);
  });

  test('a name that looks like an address stays a name', async () => {
    await sendMail(
      mail({ to: { name: 'mallory@example.org, <x@y.z>', address: 'zoe@example.org' } }),
    );
    const names = (await readdir(outbox())).sort();
    const raw = await readFile(join(outbox(), names.at(-1) ?? ''), 'utf8');
    expect(raw).toMatch(/^To: .*<zoe@example\.org>$/m);
    expect(raw.match(/^To: .*$/m)?.[0]).toContain('"mallory@example.org, <x@y.z>"');
  });
});

describe('the outbox', () => {
  test.each([
    '../secret',
    '..%2fsecret',
    '20200101T000000000Z-00000000/../../secret',
    '/etc/passwd',
    'secret',
    '20200101T000000000Z-0000000g',
    '20200101T000000000Z-00000000\u0000',
    '',
  ])('does not open %j', async (id) => {
    await mkdir(outbox(), { recursive: true });
    await writeFile(join(outbox(), '../secret.eml'), 'Subject: secret\n\nx');
    await writeFile(join(outbox(), 'secret.eml'), 'Subject: secret\n\nx');
    expect(await outboxMessage(id)).toBeNull();
  });

  test('lists nothing that it did not write', async () => {
    await mkdir(outbox(), { recursive: true });
    await writeFile(join(outbox(), 'notes.txt'), 'x');
    await writeFile(join(outbox(), 'secret.eml'), 'Subject: secret\n\nx');
    const { messages } = await outboxPage(null, 1000);
    expect(messages.filter(({ subject }) => subject === 'secret')).toEqual([]);
  });

  test('of a new installation is empty', async () => {
    vi.resetModules();
    vi.stubEnv('DATA_DIR', join(process.env.DATA_DIR ?? '', 'nothing-here'));
    const { outboxPage: page } = await import('#app/platform/mail/outbox.server.ts');
    expect(await page(null)).toEqual({ messages: [], older: null });
    vi.resetModules();
  });

  test('is made by a start, which says when it cannot be written', async () => {
    vi.resetModules();
    const dataDir = join(process.env.DATA_DIR ?? '', 'of-somebody-else');
    vi.stubEnv('DATA_DIR', dataDir);
    const { openOutbox } = await import('#app/platform/mail/outbox.server.ts');
    await openOutbox();
    expect((await stat(join(dataDir, 'outbox'))).mode & 0o777).toBe(0o700);
    await chmod(join(dataDir, 'outbox'), 0o500);
    const said = { code: 'EACCES', path: join(dataDir, 'outbox') };
    await unprivileged(() => expect(openOutbox()).rejects.toMatchObject(said));
    vi.resetModules();
  });
});
