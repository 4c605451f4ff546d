const leaf = 'M0-3.2C3.1-5.6 3.1-10.4 0-13.4C-3.1-10.4-3.1-5.6 0-3.2Z';
const mark = Array.from(
  { length: 8 },
  (_, at) => `<path d="${leaf}" transform="rotate(${at * 45})"/>`,
).join('');

/** The style element of the page: its hash is in its content policy. */
export const databaseAwayCss = `:root{color-scheme:light dark}
body{margin:0;min-height:100vh;display:grid;place-items:center;background:light-dark(#f4f6f4,#121615);color:light-dark(#181d1c,#e6ebe8);font:400 1rem/1.55 Figtree,system-ui,sans-serif}
main{max-width:34rem;padding:2rem 1.25rem}
svg{fill:light-dark(#1c5a4a,#86cfb8)}
h1{margin:1.5rem 0 0;font:560 clamp(1.75rem,6vw,2.5rem)/1.2 Literata,Georgia,serif;letter-spacing:-.01em;text-wrap:balance}
p{margin:.875rem 0 1.5rem;font:400 1.25rem/1.5 Literata,Georgia,serif;color:light-dark(#525c58,#a3aea9)}
a{display:inline-flex;align-items:center;min-height:44px;padding:0 1rem;border-radius:6px;background:light-dark(#1c5a4a,#86cfb8);color:light-dark(#fff,#0d1412);font-weight:600;text-decoration:none}`;

/**
 * A whole page for the moment when nothing else can be asked: no stylesheet, no font, no script,
 * light and dark by system. Its content policy lets in its own style element and nothing else.
 */
export function databaseAwayHtml(path = '/'): string {
  const href = path.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>Away for a moment · Octavo</title><style>${databaseAwayCss}</style></head>
<body>
<main>
<svg viewBox="-15 -15 30 30" width="56" height="56" aria-hidden="true">${mark}</svg>
<h1>Octavo is away for a moment</h1>
<p>Its database doesn’t answer. Nothing is lost: try again in a minute.</p>
<a href="${href}">Try again</a>
</main>
</body>
</html>
`;
}
