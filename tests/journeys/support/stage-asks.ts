import { expect, type Page } from '@playwright/test';
import { ask, offer, sayNotNow, sayWhatCame, takeUp, tellWhat } from './asks.ts';
import { send } from './circle.ts';

const CIRCLE = '/circles/tuesday-leads';
const FROM = '?circle=tuesday-leads';
const TO = { circle: 'Tuesday leads' };

export interface StagedAsks {
  /** the member's: with an offer, a “not now” and a question */
  own: string;
  /** of others, which the member has not answered: one from the circle, one to them alone */
  others: string;
  direct: string;
  /** the member offered help with it */
  answered: string;
  /** found help; the member had not answered it */
  closed: string;
  /** the conversation it led to */
  ended: string;
  /** the thread whose passage led to something */
  ledFrom: string;
}

/** Brings about a board in the first circle: asks in every state, what came of some, what was told. */
export async function stageAsks(host: Page, member: Page, facilitator: Page): Promise<StagedAsks> {
  const passage = await passageToAskAbout(member);
  await tellWhat(
    host,
    `${CIRCLE}/told/new?opening=yes`,
    'You listen until you have an answer. Then you only look as if you listen.',
    'Let the port team finish on Thursday. I will hold my pen with both hands.',
  );
  await tellWhat(
    facilitator,
    `${CIRCLE}/told/new`,
    'Your retros are kind, and nothing is different after them.',
    'End the next one with one change and one name. Mine first.',
  );
  await facilitator.getByRole('link', { name: 'Change it' }).first().click();
  await facilitator
    .getByLabel('What I’ll do')
    .fill('End the next one with one change and one name. Mine first, on Thursday.');
  await facilitator.locator('main .btn-primary').first().click();
  await expect(facilitator.getByRole('link', { name: 'changed' }).first()).toBeVisible();

  const closed = await ask(member, {
    from: `${FROM}&passage=${passage.note}`,
    title: 'Why does our on-call keep oscillating?',
    body: 'Every month we add somebody, every month somebody asks to come off. I look at last month’s pages to decide.',
    to: TO,
  });
  await offer(facilitator, closed, 'I ran a rota on last quarter’s numbers until it hit me.');
  const ended = await takeUp(member, closed);
  await sayWhatCame(ended, {
    asker: member,
    helper: facilitator,
    says: 'We look at last week’s number now, not at last month’s. Nobody has been moved since, and nobody has asked to come off the rota.',
    thanks: 'You asked one question, and I stopped steering by the rear window.',
  });
  const fromCard = await ask(facilitator, {
    from: `${FROM}&card=asking-for-help/the-ten-minute-ask`,
    title: 'How do you tell a peer their team is the bottleneck?',
    body: 'I left charts in a shared folder. He has not opened it.',
    to: TO,
  });
  await offer(member, fromCard, 'I once said it in front of eleven people.');
  await sayWhatCame(await takeUp(facilitator, fromCard), {
    asker: facilitator,
    helper: member,
    says: 'I stopped leaving charts in folders. Four of his six reasons are checked before anything leaves us.',
    thanks: 'I said it to him first.',
  });

  const others = await ask(facilitator, {
    from: `${FROM}&passage=${passage.note}`,
    title: 'How do you hand out nights to people who were your peers?',
    body: 'Three have taken a week each. The fourth has not answered, and he was my desk neighbour for five years. What would you say first?',
    within: 9,
    to: TO,
  });
  await offer(
    host,
    others,
    'Mine shared a kettle with me. I wrote him a letter and never sent it.',
  );
  const answered = await ask(host, {
    from: `${FROM}&card=asking-for-help/the-ten-minute-ask`,
    title: 'Would you tell eight teams about a re-org before you know what it is?',
    body: 'I know the date and not the drawing. Everyone at work whom I could ask is in it. Twenty minutes of questions would do.',
    to: TO,
  });
  await offer(member, answered, 'I told mine the date and my three guesses. Two were wrong.');
  const direct = await ask(host, {
    from: FROM,
    title: 'Would you hear me practise telling my manager no?',
    body: 'Twenty minutes, before Wednesday. You play him; you may interrupt.',
    within: 6,
    to: { person: /^Noor Karim/ },
  });

  const own = await ask(member, {
    from: FROM,
    title: 'Where does my page still sound as if somebody else did it?',
    body: 'In spring I wrote a rule: two reviews for every change. On Thursday I take it back.\n\nWould you read my page and a half, and tell me, in thirty minutes, where it still blames them?',
    within: 12,
    to: TO,
  });
  await send(facilitator, `${own}/question`, () =>
    facilitator.getByLabel('What would you like to know').fill('Who reads it first: they, or all?'),
  );
  await offer(
    facilitator,
    own,
    'I withdrew a release rule nine weeks after I wrote it. My first page had the word “teams” eleven times and the word “I” once.',
  );
  await sayNotNow(host, own, 45);
  return { own, others, direct, answered, closed, ended, ledFrom: passage.thread };
}

/** A passage of the book in a note: the note, and its thread. */
async function passageToAskAbout(page: Page): Promise<{ note: string; thread: string }> {
  await page.goto(`${CIRCLE}/threads`);
  const links = page.locator('main a[href*="/threads/"]');
  const threads = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href')));
  for (const thread of new Set(threads)) {
    if (!thread || !/\/threads\/\d+$/.test(thread)) continue;
    await page.goto(thread);
    const link = page.locator('a[href*="passage="]').first();
    if ((await link.count()) === 0) continue;
    const href = (await link.getAttribute('href')) ?? '';
    return { note: new URLSearchParams(href.split('?')[1]).get('passage') ?? '', thread };
  }
  throw new Error('No thread has a passage.');
}
