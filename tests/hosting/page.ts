import { randomUUID } from 'node:crypto';
import { Parser } from 'htmlparser2';

/** What somebody fills in, by the field's name. */
export type Fields = Record<string, string | File>;

/** A form as a page shows it. */
export interface Form {
  /** '' for the page itself */
  action: string;
  multipart: boolean;
  /** what stands in it, in its order */
  values: Map<string, string>;
}

/** The posting form of a page that has all these fields. */
export function formOn(html: string, fields: Fields): Form | undefined {
  const wanted = Object.keys(fields);
  return formsOn(html).find(({ values }) => wanted.every((name) => values.has(name)));
}

function formsOn(html: string): Form[] {
  const forms: Form[] = [];
  let form: Form | null = null;
  const parser = new Parser({
    onopentag(tag, attributes) {
      if (tag === 'form' && attributes.method?.toLowerCase() === 'post') {
        const multipart = attributes.enctype === 'multipart/form-data';
        form = { action: attributes.action ?? '', multipart, values: new Map() };
        forms.push(form);
      } else if (form && attributes.name && ['input', 'select', 'textarea'].includes(tag)) {
        const chosen = !/^(radio|checkbox)$/.test(attributes.type ?? '') || 'checked' in attributes;
        if (chosen) form.values.set(attributes.name, attributes.value ?? '');
      }
    },
    onclosetag(tag) {
      if (tag === 'form') form = null;
    },
  });
  parser.end(html);
  return forms;
}

/** The body of a form as it is sent, with its type. */
export function encode(form: Form, fields: Fields): { body: Buffer; type: string } {
  const all = new Map<string, string | File>([...form.values, ...Object.entries(fields)]);
  if (!form.multipart) {
    const pairs = [...all].map(([name, value]): [string, string] => [name, String(value)]);
    const body = Buffer.from(new URLSearchParams(pairs).toString());
    return { body, type: 'application/x-www-form-urlencoded' };
  }
  const boundary = `----${randomUUID()}`;
  const parts = [...all].map(([name, value]) => {
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${name}"`;
    return typeof value === 'string'
      ? `${head}\r\n\r\n${value}\r\n`
      : `${head}; filename="${value.name}"\r\nContent-Type: text/csv\r\n\r\n${value.text}\r\n`;
  });
  return {
    body: Buffer.from(`${parts.join('')}--${boundary}--\r\n`),
    type: `multipart/form-data; boundary=${boundary}`,
  };
}

/** A file that somebody chose. */
export interface File {
  name: string;
  text: string;
}

/** The first link of a page whose address fits. */
export function linkOn(html: string, pattern: RegExp): string | undefined {
  for (const [, path = ''] of html.matchAll(/<a [^>]*href="([^"]+)"/g)) {
    if (pattern.test(path)) return path;
  }
  return undefined;
}
