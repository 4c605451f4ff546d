/**
 * The body of a markdown.server.ts worker: Markdown in, sanitised HTML out. A plain .mjs, so that
 * the same file runs under Vite's build, the dev server, Vitest and bare Node.
 */
import { parentPort } from 'node:worker_threads';
import MarkdownIt from 'markdown-it';
import sanitizeHtml from 'sanitize-html';
import { markDirections } from './directions.mjs';
import { tellLinks } from './links.mjs';

// Reference links and tables let a short text grow into megabytes.
const MAX_HTML = 150_000;
// Deeper than any note means; markdown-it drops what lies deeper still.
const MAX_NESTING = 40;
const REL = 'noopener nofollow ugc';
const INVISIBLE = /[\s\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** @param {string} href */
function isAllowedLink(href) {
  try {
    return ['http:', 'https:', 'mailto:'].includes(new URL(href).protocol);
  } catch {
    return false;
  }
}

const md = new MarkdownIt({ html: false, linkify: true, breaks: true, maxNesting: MAX_NESTING });
md.validateLink = isAllowedLink;

tellLinks(md.linkify);

md.core.ruler.after('linkify', 'octavo', (state) => {
  closeHeadings(state.tokens);
  markTasks(state);
  for (const token of state.tokens) {
    if (token.type === 'inline') token.children = withoutImages(state, token.children ?? []);
    align(token);
  }
  markDirections(state.tokens);
});

/** Headings begin under the note's own (h2) and never skip a level, whatever was typed. */
function closeHeadings(tokens) {
  const open = [];
  for (const token of tokens) {
    if (token.type === 'heading_open') {
      const typed = Number(token.tag.slice(1));
      while (open.length > 0 && open[open.length - 1] >= typed) open.pop();
      open.push(typed);
    }
    if (token.type === 'heading_open' || token.type === 'heading_close') {
      token.tag = `h${Math.min(open.length + 2, 6)}`;
    }
  }
}

/** `- [ ] this` and `- [x] that`. Not inputs: nothing here can be ticked. */
function markTasks({ tokens, Token }) {
  for (let i = 2; i < tokens.length; i++) {
    const inline = tokens[i];
    const item = tokens[i - 2];
    if (inline.type !== 'inline' || item.type !== 'list_item_open') continue;
    const text = inline.children?.[0];
    const box = text?.type === 'text' ? /^\[([ xX])\](?=\s|$)/.exec(text.content) : null;
    if (!text || !box) continue;
    const done = box[1] !== ' ';
    item.attrSet('class', 'task');
    text.content = text.content.slice(3);
    const mark = new Token('task', 'span', 0);
    mark.meta = done;
    inline.children.unshift(mark);
  }
}
md.renderer.rules.task = (tokens, index) =>
  tokens[index].meta
    ? '<span role="img" aria-label="Done">☑</span>'
    : '<span role="img" aria-label="To do">☐</span>';

/** An image becomes a link to it: a page asks no other site for anything. */
function withoutImages({ Token }, children) {
  const kept = [];
  let depth = 0;
  for (const child of children) {
    if (child.type === 'link_open') depth++;
    if (child.type === 'link_close') depth--;
    if (child.type !== 'image') {
      kept.push(child);
      continue;
    }
    const href = String(child.attrGet('src'));
    const text = new Token('text', '', 0);
    text.content = child.content || href;
    if (depth > 0) {
      kept.push(text);
    } else {
      const open = new Token('link_open', 'a', 1);
      open.attrSet('href', href);
      kept.push(open, text, new Token('link_close', 'a', -1));
    }
  }
  return kept;
}

function align(token) {
  const style =
    token.type === 'th_open' || token.type === 'td_open' ? token.attrGet('style') : null;
  if (style) token.attrs = [['class', style.replace('text-align:', '')]];
}

// A table or a listing wider than a phone scrolls by itself, and by keyboard.
md.renderer.rules.table_open = (tokens, index, _options, _env, renderer) =>
  `<div class="wide-table" role="region" aria-label="Table" tabindex="0"><table${renderer.renderAttrs(tokens[index])}>`;
md.renderer.rules.table_close = () => '</table></div>';
md.renderer.rules.fence = md.renderer.rules.code_block = (tokens, index) =>
  `<pre tabindex="0"><code>${md.utils.escapeHtml(tokens[index].content)}</code></pre>`;

const dir = { name: 'dir', values: ['auto', 'rtl', 'ltr'] };
const directed = Object.fromEntries(
  ['p', 'h3', 'h4', 'h5', 'h6', 'li', 'ul', 'blockquote', 'table', 'th', 'td'].map((tag) => [
    tag,
    [dir],
  ]),
);

/** The second pass: knows nothing of the first, and lets through only what is named here. */
const allowed = {
  allowedTags: [
    ...['p', 'br', 'hr', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'ul', 'ol', 'li', 'pre', 'code'],
    ...['em', 'strong', 's', 'a', 'span', 'div', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  allowedAttributes: {
    ...directed,
    a: ['href', 'rel'],
    ol: ['start', dir],
    span: [
      { name: 'role', values: ['img'] },
      { name: 'aria-label', values: ['Done', 'To do'] },
    ],
    div: [
      { name: 'role', values: ['region'] },
      { name: 'aria-label', values: ['Table'] },
      { name: 'tabindex', values: ['0'] },
    ],
    pre: [{ name: 'tabindex', values: ['0'] }],
  },
  allowedClasses: {
    li: ['task'],
    div: ['wide-table'],
    th: ['left', 'center', 'right'],
    td: ['left', 'center', 'right'],
  },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowedSchemesByTag: {},
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  transformTags: {
    a: (tagName, { href }) =>
      href !== undefined && isAllowedLink(href)
        ? { tagName, attribs: { href, rel: REL } }
        : { tagName: 'span', attribs: {} },
  },
};

/**
 * @param {string} source
 * @returns {import('./markdown-pool.server.ts').Rendered}
 */
export function render(source) {
  const env = {};
  const tokens = md.parse(source, env);
  if (tokens.some(({ level }) => level >= MAX_NESTING - 1)) return tangled;
  const raw = md.renderer.render(tokens, md.options, env);
  if (raw.length > MAX_HTML) return tangled;
  const html = sanitizeHtml(raw, allowed).trim();
  const seen = html.replace(/<(?!hr)[^>]*>|&nbsp;/g, '').replace(INVISIBLE, '');
  return seen === '' ? { ok: false, reason: 'empty' } : { ok: true, html };
}
const tangled = /** @type {const} */ ({ ok: false, reason: 'tangled' });

parentPort?.on('message', (source) => {
  try {
    parentPort.postMessage(render(source));
  } catch {
    // A stack overflow in a parser is the text's fault, as a timeout is.
    parentPort.postMessage(tangled);
  }
});
parentPort?.postMessage('ready');
