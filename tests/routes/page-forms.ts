import { Parser } from 'htmlparser2';

/** A field of a form as a page holds it. */
export interface PageField {
  name: string;
  /** the type of an input, or 'select', 'textarea' */
  kind: string;
  value: string;
  /** whether a browser sends it: not an unticked box */
  isSent: boolean;
  required: boolean;
  options: string[];
}

/** A form that posts, as a page holds it. */
export interface PageForm {
  action: string;
  hasFile: boolean;
  fields: PageField[];
  /** its buttons, without those that are off */
  buttons: { name: string; value: string }[];
}

type Attributes = Record<string, string>;

/** The forms of a page that post, with their fields as a browser without scripts has them. */
export function formsOf(html: string, path: string): PageForm[] {
  const forms: PageForm[] = [];
  const byId = new Map<string, PageForm>();
  let open: PageForm | undefined;
  let field: PageField | undefined;
  let text: ((more: string) => void) | undefined;
  // What stands in a fieldset that is disabled is disabled.
  const fieldsets: boolean[] = [];
  const isOff = (attributes: Attributes) => 'disabled' in attributes || fieldsets.includes(true);
  const owner = (attributes: Attributes) =>
    attributes.form === undefined ? open : byId.get(attributes.form);
  const add = (attributes: Attributes, given: Partial<PageField>) => {
    const made: PageField = {
      ...{ name: attributes.name ?? '', kind: 'text', value: attributes.value ?? '' },
      ...{ isSent: true, required: 'required' in attributes, options: [], ...given },
    };
    if (made.name !== '' && !isOff(attributes)) owner(attributes)?.fields.push(made);
    return made;
  };
  const tags: Record<string, (attributes: Attributes) => void> = {
    form(attributes) {
      if (attributes.method !== 'post') return;
      const action = attributes.action ?? path;
      open = { action, hasFile: attributes.enctype !== undefined, fields: [], buttons: [] };
      forms.push(open);
      if (attributes.id) byId.set(attributes.id, open);
    },
    fieldset(attributes) {
      fieldsets.push('disabled' in attributes);
    },
    input(attributes) {
      const kind = attributes.type ?? 'text';
      const isBox = kind === 'checkbox' || kind === 'radio';
      const value = attributes.value ?? (isBox ? 'on' : '');
      add(attributes, { kind, value, isSent: !isBox || 'checked' in attributes });
    },
    textarea(attributes) {
      const made = add(attributes, { kind: 'textarea', value: '' });
      text = (more) => {
        made.value += more;
      };
    },
    select(attributes) {
      field = add(attributes, { kind: 'select', value: '' });
    },
    option(attributes) {
      if (!field || 'disabled' in attributes) return;
      if (field.options.length === 0 || 'selected' in attributes) {
        field.value = attributes.value ?? '';
      }
      field.options.push(attributes.value ?? '');
    },
    button(attributes) {
      if ((attributes.type ?? 'submit') !== 'submit' || isOff(attributes)) return;
      const { name = '', value = '' } = attributes;
      owner(attributes)?.buttons.push({ name, value });
    },
  };
  const parser = new Parser({
    onopentag: (tag, attributes) => tags[tag]?.(attributes),
    ontext: (more) => text?.(more),
    onclosetag(tag) {
      if (tag === 'form') open = undefined;
      if (tag === 'fieldset') fieldsets.pop();
      if (tag === 'textarea') text = undefined;
      if (tag === 'select') field = undefined;
    },
  });
  parser.end(html);
  return forms;
}

/** What a browser sends of a form when this button is pressed, with these fields typed anew. */
export function sentBy(
  { fields }: PageForm,
  button: { name: string; value: string },
  typed: (field: PageField) => PageField = (field) => field,
): [name: string, value: string][] {
  const sent = fields.map(typed).filter(({ isSent, kind }) => isSent && kind !== 'file');
  const pairs = sent.map(({ name, value }): [string, string] => [name, value]);
  return button.name === '' ? pairs : [...pairs, [button.name, button.value]];
}

/** What a page says is wrong, where somebody sees it, and what of it is said of whole forms. */
export function wordsOfRefusal(html: string): { all: string[]; ofForms: string[] } {
  const words: { said: string; isOfForm: boolean }[] = [];
  let depth = 0;
  const parser = new Parser({
    onopentag(tag, { class: classes = '', role }) {
      if (VOID.has(tag)) return;
      if (depth > 0) depth++;
      else if (role === 'alert' || /(^| )(wrong|alert|notice-rubric)( |$)/.test(classes)) {
        depth = 1;
        words.push({ said: '', isOfForm: role === 'alert' });
      }
    },
    ontext(text) {
      const last = words.at(-1);
      if (depth > 0 && last) last.said += text;
    },
    onclosetag(tag) {
      if (depth > 0 && !VOID.has(tag)) depth--;
    },
  });
  parser.end(html);
  const spoken = words.filter(({ said }) => said.trim() !== '');
  return {
    all: spoken.map(({ said }) => said),
    ofForms: spoken.flatMap(({ said, isOfForm }) => (isOfForm ? [said] : [])),
  };
}

const VOID = new Set(['input', 'br', 'hr', 'img', 'link', 'meta', 'wbr']);
