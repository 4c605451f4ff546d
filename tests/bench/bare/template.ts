import { Parser } from 'htmlparser2';
import { createElement, type ReactNode } from 'react';

/** What of a thread's page comes from the database; the other pages say the same each time. */
export interface Data {
  notes: { body_html: string }[];
  sections: { label: string; title: string }[];
}

type Make = (data: Data) => ReactNode;

/** A function that makes the elements of a page anew, as its components would. */
export function template(html: string): Make {
  interface Open {
    tag: string;
    props: Record<string, unknown>;
    children: Make[];
  }
  const root: Open = { tag: 'body', props: {}, children: [] };
  const open: Open[] = [root];
  let noteDepth = 0;
  let nextNote = 0;
  let nextSection = 0;
  const parser = new Parser({
    onopentag(tag, attributes) {
      if (noteDepth > 0) {
        noteDepth += 1;
        return;
      }
      open.push({ tag, props: propsOf(attributes), children: [] });
      if (attributes.class?.split(' ').includes('prose')) noteDepth = 1;
    },
    ontext(text) {
      if (noteDepth > 0) return;
      const isSection =
        open.at(-1)?.tag === 'option' && /^\d+$/.test(`${open.at(-1)?.props.value}`);
      const at = isSection ? nextSection++ : -1;
      open.at(-1)?.children.push(({ sections }) => {
        const section = sections[at];
        return section ? `Chapter ${section.label}: ${section.title}` : text;
      });
    },
    onclosetag(tag) {
      if (noteDepth > 1) {
        noteDepth -= 1;
        return;
      }
      const { props, children } = open.pop() ?? root;
      const parent = open.at(-1) ?? root;
      if (tag === 'script') return;
      if (noteDepth === 1) {
        noteDepth = 0;
        const at = nextNote++;
        parent.children.push(({ notes }) =>
          createElement(tag, {
            ...props,
            dangerouslySetInnerHTML: { __html: notes[at]?.body_html ?? '' },
          }),
        );
        return;
      }
      parent.children.push((data) =>
        createElement(tag, { ...props }, ...children.map((child) => child(data))),
      );
    },
  });
  parser.write(html);
  parser.end();
  return (data) => createElement('div', null, ...root.children.map((child) => child(data)));
}

/** Attributes as React names them. Those with a colon, and styles, cost it the same to leave out. */
function propsOf({ class: className, for: htmlFor, style: _, ...rest }: Record<string, string>) {
  const props: Record<string, unknown> = { ...rest };
  if (className) props.className = className;
  if (htmlFor) props.htmlFor = htmlFor;
  for (const name of Object.keys(props)) if (name.includes(':')) delete props[name];
  return props;
}
