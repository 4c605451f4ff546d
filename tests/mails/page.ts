import { examples, letterOf, type Scheme, shownIn } from './letters.ts';

/** The widths of a phone, and of a mail in a window. */
const WIDTHS = [320, 560];
const SCHEMES: Scheme[] = ['light', 'dark'];

/**
 * `/mails` of the development server: every mail of every room with what it says in example, as it is
 * shown, and as text. `/mails/7/dark` is one of them alone. @returns null where there is nothing
 */
export async function mailsPage(path: string): Promise<string | null> {
  const [, number, scheme] = /^\/(\d+)\/(light|dark)$/.exec(path) ?? [];
  if (number !== undefined) {
    const example = examples[Number(number)];
    return example ? shownIn((await letterOf(example)).html, scheme as Scheme) : null;
  }
  if (path !== '/' && path !== '') return null;
  const mails = await Promise.all(examples.map(section));
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Every mail</title>
<style>body{font:16px/1.5 system-ui;margin:2rem;background:#fff;color:#181d1c}
nav{columns:18rem}section{margin-top:4rem}iframe{border:1px solid #bbb;height:34rem}
.ways{display:flex;gap:1rem;overflow-x:auto}pre{white-space:pre-wrap;max-width:60rem}</style>
<h1>Every mail</h1>
<nav>${examples.map((one, n) => `<a href="#${n}">${escaped(nameOf(one))}</a><br>`).join('')}</nav>
${mails.join('')}`;
}

const nameOf = ({ mail, name }: (typeof examples)[number]) => `${mail}: ${name}`;

async function section(example: (typeof examples)[number], n: number): Promise<string> {
  const { subject, text } = await letterOf(example);
  const ways = SCHEMES.flatMap((scheme) =>
    WIDTHS.map(
      (width) =>
        `<iframe loading="lazy" title="${width}, ${scheme}" width="${width}" src="/mails/${n}/${scheme}"></iframe>`,
    ),
  );
  return `<section id="${n}"><h2>${escaped(nameOf(example))}</h2><p>${escaped(subject)}</p>
<div class="ways">${ways.join('')}</div><pre>${escaped(text)}</pre></section>`;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
