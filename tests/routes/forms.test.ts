import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { formOf } from '#app/access/gate-makers.server.ts';
import { forgetSiteSettings } from '#app/accounts/queries/site.server.ts';
import { routeMatcher } from '#app/remix/route-matcher.server.ts';
import { type Answer, ask, signInCookie } from '#tests/support/ask.ts';
import { manifest } from '#tests/support/server-build.ts';
import { makeFormWorld, type Place } from './form-world.ts';
import { formsOf, type PageField, type PageForm, sentBy, wordsOfRefusal } from './page-forms.ts';

/** Forms that no page of a site in use shows, and what submits them instead. */
const ELSEWHERE = new Map([
  ['routes/accounts/setup', 'tests/accounts/setup.test.ts: the site has nobody yet'],
  ['routes/accounts/demo', 'tests/accounts/demo-links.test.ts: the site is a demo'],
  ['routes/asks/keeping', 'tests/mentoring/asks-pages.test.ts: the page of a draft asks it'],
  ['routes/polls/answer', 'tests/polls/pages.test.ts: the page of a poll asks it, tap by tap'],
]);

/** What a browser lets go as it stands, and what is asked for all the same. */
const ASKS = new Map([
  ['routes/asks/new =', 'a line, or a text'],
  ['routes/asks/edit act=send', 'somebody to send it to'],
  ['routes/helping/apart =', 'somebody, or an address'],
  ['routes/reading/progress =', 'a page or a percent'],
  ['routes/choosing/ballot step=', 'a place for one book'],
  ['routes/choosing/closing step=', 'another day: the one of this world is far away'],
  ['routes/sessions/reply answer=', 'yes, maybe or no, before a word'],
  ['routes/sessions/edit step=add-card', 'a card'],
  ['routes/sessions/agenda-edit step=add-card', 'a card'],
  ['routes/polls/new step=', 'one time'],
]);

const routeAt = routeMatcher(manifest);
const routeOf = ({ action }: PageForm) =>
  routeAt(new URL(action, 'http://site').pathname) ?? action;

/** What tells one form from another: where it goes, and the names of what it carries. */
function keyOf(form: PageForm): string {
  const named = form.fields.map(({ name, kind, value }) => {
    const isKind = kind === 'hidden' && /^(form|choice|what|to|answer)$/.test(name);
    return isKind && /^[a-z-]+$/.test(value) ? `${name}=${value}` : name;
  });
  const names = new Set(named.map((name) => name.replace(/\[\d+\]/g, '')));
  return [routeOf(form), ...names].join(' ');
}

type Button = PageForm['buttons'][number];
const PLAIN: Button = { name: '', value: '' };

/** One button of each kind: of those of many rows the first, of those that say nothing too. */
function buttonsOf({ buttons }: PageForm): Button[] {
  const byKind = new Map<string, Button>();
  for (const button of buttons) {
    const kind = button.value && `${button.name} ${button.value.replace(/\d+.*$/, '')}`;
    byKind.set(kind, byKind.get(kind) ?? button);
  }
  return byKind.size > 0 ? [...byKind.values()] : [PLAIN];
}

/** Whether a browser would send it as it is. */
const isComplete = ({ fields }: PageForm) =>
  fields.every(({ required, name, value, kind }) =>
    kind === 'checkbox' || kind === 'radio'
      ? !required || fields.some((one) => one.name === name && one.isSent)
      : !required || value.trim() !== '',
  );

const TYPED = /^(text|textarea|search|email|url|password)$/;

/** Every field that is typed in holds something else. */
const retyped = (field: PageField): PageField => {
  if (TYPED.test(field.kind)) return { ...field, value: `${field.value} anew`.trim() };
  if (field.kind === 'number') return { ...field, value: String(Number(field.value) + 1) };
  if (field.kind === 'date') return { ...field, value: '2098-05-05' };
  return field.kind === 'time' ? { ...field, value: '07:45' } : field;
};

/** Every field in which something is chosen has something else chosen. */
function rechosen({ fields }: PageForm) {
  const last = new Map(fields.map((field) => [field.name, field]));
  return (field: PageField): PageField => {
    if (field.kind === 'select') return { ...field, value: field.options.at(-1) ?? '' };
    if (field.kind === 'checkbox') return { ...field, isSent: !field.isSent };
    return field.kind === 'radio' ? { ...field, isSent: last.get(field.name) === field } : field;
  };
}

let world: Place[];
/** The forms of the product, each with the place where it is found. */
const found = new Map<string, number>();
const submitted = new Set<string>();
let wrong: string[];
beforeEach(() => {
  wrong = [];
});

beforeAll(async () => {
  world = await makeFormWorld();
  for (const [index, place] of world.entries()) {
    const { body } = await ask(place.path, { cookie: await cookieOf(place) });
    for (const form of formsOf(body, place.path)) {
      if (!found.has(keyOf(form))) found.set(keyOf(form), index);
    }
  }
});
afterAll(forgetSiteSettings);

const cookieOf = async ({ who }: Place) => (who ? signInCookie(who) : '');

/** The form as it stands on its page now; in a new world when its page or it has gone from this. */
async function formAt(key: string, index: number): Promise<{ form: PageForm; cookie: string }> {
  for (const isNew of [false, true]) {
    if (isNew) world = await makeFormWorld();
    const place = world[index];
    if (!place) break;
    const cookie = await cookieOf(place);
    const { body } = await ask(place.path, { cookie });
    const form = formsOf(body, place.path).find((one) => keyOf(one) === key);
    if (form) return { form, cookie };
  }
  throw new Error(`No page has this form any more: ${key}`);
}

async function submit(form: PageForm, cookie: string, sent: [string, string][]): Promise<Answer> {
  submitted.add(routeOf(form));
  const body = form.hasFile ? new FormData() : new URLSearchParams();
  for (const [name, value] of sent) body.append(name, value);
  if (body instanceof FormData) {
    // What a browser sends of a field in which no file was chosen.
    for (const { name, kind } of form.fields)
      if (kind === 'file') body.append(name, new File([], ''));
  }
  return ask(form.action, { cookie, form: body });
}

const asked = (form: PageForm, { name, value }: Button) => `${routeOf(form)} ${name}=${value}`;

/** What is wrong with how a form was answered, whatever it held. */
function look(what: string, { status, body }: Answer): void {
  if (status < 400) return;
  const { all, ofForms } = wordsOfRefusal(body);
  const isOnce = ofForms.every((words) => all.filter((one) => one === words).length === 1);
  if (status >= 500 || all.length === 0 || !isOnce) wrong.push(`${what}: ${status} “${all}”`);
}

/** The forms of the notice that an act ends with, which is shown once: its undo. */
async function undo(answer: Answer, cookie: string): Promise<void> {
  const notice = answer.cookies.find((one) => one.startsWith('octavo_notice='));
  if (!answer.location || !notice) return;
  const page = await ask(answer.location, { cookie: `${cookie}; ${notice.split(';', 1)[0]}` });
  for (const form of formsOf(page.body, answer.location)) {
    if (found.has(keyOf(form)) || submitted.has(routeOf(form))) continue;
    const undone = await submit(form, cookie, sentBy(form, PLAIN));
    look(`undoing by ${keyOf(form)}`, undone);
    if (undone.status >= 400) wrong.push(`undoing by ${keyOf(form)} was refused`);
  }
}

test('every form of the product, as it stands on its page: what can be sent is taken', async () => {
  for (const [key, index] of found) {
    let at = await formAt(key, index);
    for (const [nth, button] of buttonsOf(at.form).entries()) {
      if (nth > 0) at = await formAt(key, index);
      const { form, cookie } = at;
      const answer = await submit(form, cookie, sentBy(form, button));
      const what = `${key} [${button.name}=${button.value}]`;
      look(what, answer);
      if (answer.status >= 400 && isComplete(form) && !ASKS.has(asked(form, button))) {
        wrong.push(`${what} was refused: ${wordsOfRefusal(answer.body).all}`);
      }
      await undo(answer, cookie);
    }
  }
  expect(wrong).toEqual([]);
}, 180_000);

test('every form of the product, typed and chosen anew: what does not fit is said', async () => {
  for (const [key, index] of found) {
    for (const kind of ['typed', 'chosen']) {
      const { form, cookie } = await formAt(key, index);
      const button = form.buttons.find(({ value }) => value === '') ?? form.buttons[0] ?? PLAIN;
      const sent = sentBy(form, button, kind === 'typed' ? retyped : rechosen(form));
      if (String(sent) === String(sentBy(form, button))) continue;
      look(`${key}, ${kind} anew`, await submit(form, cookie, sent));
    }
  }
  expect(wrong).toEqual([]);
}, 180_000);

test('there is no form that no page of the walk shows', () => {
  const forms = Object.values(manifest).flatMap((route) =>
    route && formOf(route.module.action) ? [route.id] : [],
  );
  expect(forms.filter((id) => !submitted.has(id) && !ELSEWHERE.has(id))).toEqual([]);
});
