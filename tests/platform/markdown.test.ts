import { afterAll, describe, expect, test } from 'vitest';
import { MarkdownPool } from '#app/platform/markdown/markdown-pool.server.ts';

const MAX = 20_000;
const long = (unit: string) => unit.repeat(Math.ceil(MAX / unit.length)).slice(0, MAX);
// Quadratic in linkify-it: three times what a note may hold takes many seconds.
const slow = long('http://a.b/(((').repeat(3);

const pool = new MarkdownPool({ workers: 2, killAfterMs: 1_000, waitingMax: 200 });
afterAll(() => pool.stop());

async function html(source: string): Promise<string> {
  const rendered = await pool.render(source);
  if (!rendered.ok) throw new Error(rendered.reason);
  return rendered.html;
}

const linksOf = async (source: string) =>
  [...(await html(source)).matchAll(/href="([^"]*)"/g)].map(([, href]) => href);

describe('what people write', () => {
  test('emphasis, strikethrough, code and line breaks', async () => {
    expect(await html('*a* **b** ~~c~~ `d <e>`\nnext')).toBe(
      '<p><em>a</em> <strong>b</strong> <s>c</s> <code>d &lt;e&gt;</code><br />\nnext</p>',
    );
  });

  test('headings begin at h3 and never skip a level', async () => {
    const levels = (await html('## A\n#### B\n## C\n# D\n###### E')).match(/<h\d/g);
    expect(levels).toEqual(['<h3', '<h4', '<h3', '<h3', '<h4']);
  });

  test('a table keeps its alignment without a style attribute', async () => {
    const out = await html('|a|b|\n|:-|-:|\n|1|2|');
    expect(out).toContain(
      '<div class="wide-table" role="region" aria-label="Table" tabindex="0"><table>',
    );
    expect(out).toContain('<th class="left">a</th>\n<th class="right">b</th>');
    expect(out).not.toContain('style');
  });

  test('right-to-left text says so block by block, and other text says nothing', async () => {
    const blocks = async (source: string) =>
      [...(await html(source)).matchAll(/<(\w+)(?: class="\w+")?( dir="\w+")/g)].map(
        ([, tag, way]) => `${tag}${way}`,
      );
    expect(await blocks('Plain\n\n- text\n\n> quoted\n\n|a|\n|-|\n|b|')).toEqual([]);
    expect(await blocks('שלום לכולם\n\nHello\n\n# כותרת')).toEqual([
      'p dir="auto"',
      'h3 dir="auto"',
    ]);
    expect(await blocks('Hello עולם')).toEqual(['p dir="auto"']);
    expect(await blocks('- אחד\n- two\n- 3')).toEqual([
      'ul dir="rtl"',
      'li dir="auto"',
      'li dir="auto"',
    ]);
    expect(await blocks('1. אחד\n\n   Two\n\n2. שלוש')).toEqual([
      'ol dir="rtl"',
      ...Array<string>(3).fill('p dir="auto"'),
    ]);
    expect(await blocks('> מצוטט\n>\n> - one\n\nend')).toEqual([
      'blockquote dir="rtl"',
      'p dir="auto"',
      'ul dir="ltr"',
    ]);
    expect(await blocks('|שם|n|\n|-|-:|\n|נור|1|')).toEqual([
      'table dir="rtl"',
      'th dir="auto"',
      'th dir="auto"',
      'td dir="auto"',
    ]);
    expect(await blocks('`code` **אבא** סוף')).toEqual(['p dir="auto"']);
  });

  test('task lists say what is done in words', async () => {
    const out = await html('- [ ] ask\n- [x] listen\n- [y] neither');
    expect(out).toContain('<li class="task"><span role="img" aria-label="To do">☐</span> ask</li>');
    expect(out).toContain('<span role="img" aria-label="Done">☑</span> listen');
    expect(out).toContain('<li>[y] neither</li>');
    expect(out).not.toContain('<input');
  });

  test('web and mail addresses become links, file names do not', async () => {
    const out = await html(
      'http://x.org/(a), www.example.com/b_c. noor@example.org README.md //x.y',
    );
    const rel = 'rel="noopener nofollow ugc"';
    expect(out).toBe(
      `<p><a href="http://x.org/(a)" ${rel}>http://x.org/(a)</a>, ` +
        `<a href="http://www.example.com/b_c" ${rel}>www.example.com/b_c</a>. ` +
        `<a href="mailto:noor@example.org" ${rel}>noor@example.org</a> README.md //x.y</p>`,
    );
  });

  test.each([
    "'noor@example.org'",
    '"noor@example.org"',
    '(noor@example.org)',
    '| noor@example.org',
  ])('what stands around the address in %s is no part of a link', async (source) => {
    const addresses = (await html(source)).match(/(?<=href=")[^"]*/g) ?? [];
    expect(addresses.filter((address) => address !== 'mailto:noor@example.org')).toEqual([]);
  });

  test.each([
    // what is written, and the addresses in it
    ...['“@”', '‘@’', '„@“', '«@»', '»@«', '(@)', '（@）。', '「@」', '【@】', '"@"'],
    ...['@…', '@...', '@—said she', '@ — said she', '@,', '@.', '@;', '@:', '@!', '@?', '@?!'],
    ...[
      '看@，好',
      '@。',
      '@？',
      '@！',
      '@、',
      '@；',
      '@：',
      '@～',
      '@؟',
      '@،',
      '@।',
      '*@*',
      '~~@~~',
    ],
    ...['**@**', '@”.', '@”—said she', '@’s', '[@]', '{@}', '@>', '|@ |'],
  ])('in %s the address is what stands for @', async (sentence) => {
    for (const [address, href] of [
      ['http://x.org/a', 'http://x.org/a'],
      ['www.x.org/a', 'http://www.x.org/a'],
      ['https://x.org:8080/a?b=c&d#e', 'https://x.org:8080/a?b=c&amp;d#e'],
      ['http://x.org/Octavo_(book)', 'http://x.org/Octavo_(book)'],
      ['www.x.org/Octavo_(book)_(2)', 'http://www.x.org/Octavo_(book)_(2)'],
      ['noor@example.org', 'mailto:noor@example.org'],
    ] as const) {
      expect(await linksOf(sentence.replace('@', address)), address).toEqual([href]);
    }
  });

  test.each([
    ['www.x.org:8080/a?b=c#d', 'http://www.x.org:8080/a?b=c#d'],
    ['www.x.org?b=c', 'http://www.x.org?b=c'],
    ['www.x.org#d', 'http://www.x.org#d'],
    ['www.x.org:8080.', 'http://www.x.org:8080'],
    ['WWW.X.ORG/A', 'http://WWW.X.ORG/A'],
    ['www.x.org/', 'http://www.x.org/'],
    ['www.bücher.example/ü', 'http://www.xn--bcher-kva.example/%C3%BC'],
    ['http://例え.jp/道', 'http://xn--r8jz45g.jp/%E9%81%93'],
    ['http://x.org你好', 'http://x.org'],
    ['看www.x.org好', 'http://www.x.org'],
    ['看noor@example.org。', 'mailto:noor@example.org'],
    ['http://x.org/%E2%80%9D', 'http://x.org/%E2%80%9D'],
    ['noor@example.org你好', 'mailto:noor@example.org'],
    ['_http://x.org/a_', 'http://x.org/a'],
    ['http://[::1]:80/a', 'http://[::1]:80/a'],
    ['http://x.org/#:~:text=a,-b', 'http://x.org/#:~:text=a,-b'],
    ['(see http://x.org/a_(b))', 'http://x.org/a_(b)'],
    ['http://x.org/Hamlet’s_Mill', 'http://x.org/Hamlet%E2%80%99s_Mill'],
    ['http://x.org/Rock_’n’_Roll, loud', 'http://x.org/Rock_%E2%80%99n%E2%80%99_Roll'],
    ['http://x.org/a–b and on', 'http://x.org/a%E2%80%93b'],
    ['http://x.org/1939–1945.', 'http://x.org/1939%E2%80%931945'],
    ['‘http://x.org/a’–', 'http://x.org/a'],
    ['http://x.org/a’好', 'http://x.org/a'],
    ['http://x.org/a—so they say', 'http://x.org/a'],
    ['noor@bücher.example', 'mailto:noor@xn--bcher-kva.example'],
  ])('%s leads to %s', async (source, href) => {
    expect(await linksOf(source)).toEqual([href]);
  });

  test.each([
    'README.md',
    'x.org',
    '//x.y',
    'www.org',
    'xwww.x.org',
    'https://user@x.org/a',
    'a/b@',
  ])('%s stays text', async (source) => {
    expect(await linksOf(source)).toEqual([]);
  });

  test('an image becomes a link, and plain words inside a link', async () => {
    const out = await html(
      '![a chart](https://x.org/i.png) [![b](https://x.org/j.png)](https://y.org)',
    );
    expect(out).not.toContain('<img');
    expect(out).toContain('href="https://x.org/i.png" rel="noopener nofollow ugc">a chart</a>');
    expect(out).toContain('href="https://y.org" rel="noopener nofollow ugc">b</a>');
    expect(out.match(/<a /g)).toHaveLength(2);
  });

  test.each(['', ' \n\t', '\u200b\u00ad', '[a]: http://x.y', '&nbsp;', '> ', '&#8203;'])(
    'nothing to see in %j is refused',
    async (source) => {
      expect(await pool.render(source)).toEqual({ ok: false, reason: 'empty' });
    },
  );

  test('a rule alone can be seen', async () => {
    expect(await html('---')).toBe('<hr />');
  });
});

describe('scripts find no way through', () => {
  const attacks = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg/onload=alert(1)>',
    '<svg><style><img src=x onerror=alert(1)></style></svg>',
    '<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
    '<iframe srcdoc="<script>alert(1)</script>">',
    '<a href="javascript:alert(1)">x</a>',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](java\tscript:alert(1))',
    '[x](java&#10;script:alert(1))',
    '[x](&#x6A;avascript:alert(1))',
    '[x](javascript&colon;alert(1))',
    '[x](\u0001javascript:alert(1))',
    '[x](%6aavascript:alert(1))',
    '[x](vbscript:msgbox(1))',
    '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
    '[x](data:image/svg+xml,<svg onload=alert(1)>)',
    '[x](blob:https://x.org/1)',
    '[x](file:///etc/passwd)',
    '[x](//evil.example)',
    '[x](/circles/other)',
    '![x](javascript:alert(1))',
    '![x](data:image/svg+xml;base64,PHN2Zz4=)',
    '![x" onerror="alert(1)](https://x.org/i.png)',
    '[x](https://x.org "title\\" onmouseover=alert(1) \\"")',
    '[x](https://x.org "<script>alert(1)</script>")',
    '[x][y]\n\n[y]: javascript:alert(1)',
    '[x][y]\n\n[y]: https://x.org/"onclick="alert(1)',
    '<javascript:alert(1)>',
    '<https://x.org/"onclick="alert(1)>',
    'https://x.org/"onmouseover="alert(1)',
    'https://x.org/&quot;onmouseover=&quot;alert(1)',
    'www.x.org/"onmouseover="alert(1)',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '&#60;img src=x onerror=alert(1)&#62;',
    '```"><script>alert(1)</script>\ncode\n```',
    '`<script>alert(1)</script>`',
    '|<script>|\n|-|\n|<img onerror=alert(1)>|',
    '- [x] <input onfocus=alert(1) autofocus>',
    '# <style>*{display:none}</style>',
    '<!--><script>alert(1)</script>-->',
    '<?php alert(1) ?>',
    '<![CDATA[<script>alert(1)</script>]]>',
    '<div style="position:fixed;inset:0">',
    '<p class="btn" id="root">',
  ];

  const element = /<\/?([a-z0-9]+)((?:\s+[a-z-]+="[^"<>]*")*)\s*\/?>/gi;
  const tags = 'p br hr h3 h4 h5 h6 blockquote ul ol li pre code em strong s a span div table'
    .split(' ')
    .concat('thead', 'tbody', 'tr', 'th', 'td');

  test.each(attacks)('%s', async (source) => {
    const rendered = await pool.render(source);
    const out = rendered.ok ? rendered.html : '';
    for (const [, tag, attributes] of out.matchAll(element)) {
      expect(tags).toContain(tag);
      for (const [, name, value] of (attributes ?? '').matchAll(/\s([a-z-]+)="([^"]*)"/g)) {
        expect(['href', 'rel', 'class', 'role', 'aria-label', 'tabindex', 'start']).toContain(name);
        if (name === 'href') expect(value).toMatch(/^(https?:\/\/|mailto:)/);
        if (name === 'class')
          expect(['task', 'wide-table', 'left', 'right', 'center']).toContain(value);
      }
    }
    // What is left once the allowed elements are gone holds no tag at all.
    expect(out.replace(element, '')).not.toMatch(/[<>]/);
  });
});

describe('hostile texts', () => {
  const units = [
    '>',
    '> ',
    '* ',
    '*',
    '[',
    '(',
    '`',
    '_',
    '~',
    '|',
    '![',
    '[](',
    '<',
    '&',
    '#',
    '\\',
  ];
  const mixed = [
    '*a_',
    '**a',
    '`a ``',
    '>>>>a\n',
    '|a\n',
    '|-|-\n',
    '|a|b|\n|-|-|\n',
    '# a\n',
    '```\n',
  ];
  const links = [
    'http://a.b/((((',
    'http://a.b/[[[',
    'a@b.',
    'www.',
    '[a](',
    '[a][',
    '<http://',
    '&amp;',
  ];
  const built = {
    'nested lists': Array.from({ length: 140 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n'),
    'a wide, long table': `${'|'.repeat(200)}a\n${'|-'.repeat(200)}|\n${'a\n'.repeat(9000)}`,
    'a long reference used often': `[a]: http://x.y/${'x'.repeat(9000)}\n\n${'[a]'.repeat(3000)}`,
    'brackets within brackets': '['.repeat(10_000) + ']'.repeat(10_000),
    'backticks of every length': Array.from({ length: 199 }, (_, i) => '`'.repeat(i)).join(' '),
    'lazy quotes': `${'> '.repeat(9000)}\n${'a\n'.repeat(900)}`,
    'a long mail address': `${'a.'.repeat(9999)}@`,
  };
  const sources: [string, string][] = [
    ...[...units, ...mixed, ...links].map((unit): [string, string] => [unit, long(unit)]),
    ...Object.entries(built).map(([name, text]): [string, string] => [name, text.slice(0, MAX)]),
  ];

  test.each(sources)('%j is shown or refused, and the next note is shown', async (_, source) => {
    const rendered = await pool.render(source);
    if (rendered.ok) expect(rendered.html.length).toBeLessThan(200_000);
    else expect(['tangled', 'empty']).toContain(rendered.reason);
    expect(await html('still *here*')).toBe('<p>still <em>here</em></p>');
  });

  test('what lies too deep is refused, not dropped', async () => {
    expect(await pool.render(`${'> '.repeat(60)}deep`)).toEqual({ ok: false, reason: 'tangled' });
    expect(await html(`${'> '.repeat(15)}deep`)).toContain('deep');
  });

  test('a text that takes too long is ended, and those behind it are served', async () => {
    const quick = new MarkdownPool({ workers: 1, killAfterMs: 300, waitingMax: 10 });
    let turns = 0;
    const timer = setInterval(() => turns++, 20);
    const [first, second, third] = await Promise.all([
      quick.render(slow),
      quick.render('*calm*'),
      quick.render(slow),
    ]);
    clearInterval(timer);
    // The main thread went on meanwhile.
    expect(turns).toBeGreaterThan(2);
    expect(first).toEqual({ ok: false, reason: 'tangled' });
    expect(second).toEqual({ ok: true, html: '<p><em>calm</em></p>' });
    expect(third).toEqual({ ok: false, reason: 'tangled' });
    await quick.stop();
  });

  test('the queue is bounded', async () => {
    const small = new MarkdownPool({ workers: 1, killAfterMs: 5_000, waitingMax: 3 });
    const answers = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((text) => small.render(text)));
    expect(answers.map((answer) => answer.ok)).toEqual([true, true, true, false, false]);
    expect(answers[4]).toEqual({ ok: false, reason: 'busy' });
    await small.stop();
  });

  test('stopping answers what was waiting', async () => {
    const stopped = new MarkdownPool({ workers: 1, killAfterMs: 5_000, waitingMax: 3 });
    const answer = stopped.render('a');
    await stopped.stop();
    expect(await answer).toEqual({ ok: false, reason: 'busy' });
  });
});
