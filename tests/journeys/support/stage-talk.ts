import { expect, type Page } from '@playwright/test';
import { join, joinAsNewcomer, makeJoinLink, send, startCircle } from './circle.ts';
import {
  askSomebody,
  beginConversation,
  endConversation,
  say,
  setMeeting,
} from './conversation.ts';

/** Conversations of the member's with somebody new: each a path. */
export interface StagedTalk {
  /** in the middle of it: notes, a meeting to come, one note edited, one taken back */
  open: string;
  /** with nothing in it yet */
  begun: string;
  /** ended, with an outcome of both and thanks */
  ended: string;
  /** ended, and nobody has said what came of it */
  askedAfter: string;
  /** what the member handed over to the host */
  report: string;
  /** where a meeting that was called off is on after all: only the notice that follows leads there */
  meetingRestoration: string;
}

/** Has the member talk with somebody new in a circle of the host's. */
export async function stageTalk(
  { host, member, helper }: Record<'host' | 'member' | 'helper', Page>,
  mark: string,
): Promise<StagedTalk> {
  const circle = await startCircle(host, { name: `Two by two ${mark}` });
  const link = await makeJoinLink(host, circle);
  await join(member, link);
  // Nobody of the demo: journeys look for those by name.
  const whom = `Ottla Berg ${mark}`;
  await joinAsNewcomer(helper, link, whom);
  const begin = async (title: string) =>
    beginConversation(member, helper, await askSomebody(member, circle, whom, title));

  const ended = await begin('Who says the unpopular thing?');
  await say(helper, ended, 'Ask the one who has been there longest. Then be quiet.');
  await endConversation(member, ended);
  await sayOutcome(member, ended, 'I asked her on Friday. She talked for ten minutes.');
  await sayOutcome(helper, ended, 'I asked the same at mine.');
  await send(member, `${ended}/thanks`, () =>
    member.getByLabel('What changed?').fill('I ask first now, and count to ten.'),
  );

  const askedAfter = await begin('May I skip the retro once?');
  await endConversation(helper, askedAfter);

  const open = await begin('Where does my page still sound as if somebody else did it?');
  await say(
    helper,
    open,
    'Yes, gladly. Two things before I read it: who are you most afraid of when you picture them reading? And may I mark words, or do you only want questions?',
  );
  await say(
    member,
    open,
    'The lead of the slow team. She never complained, she just stopped sending things on Fridays.\n\nMark words, please. I’ve read it too often to see them.',
  );
  await say(member, open, 'Said too soon.');
  await member.getByRole('button', { name: 'Take back' }).last().click();
  await expect(member.getByText('You took this note back.')).toBeVisible();
  await setMeeting(member, open, 6);
  const meetingRestoration = await callOffAnother(member, open);
  await member.getByRole('link', { name: 'Edit', exact: true }).first().click();
  await member.getByLabel('Your note').fill('The lead of the slow team.\n\nMark words, please.');
  await member.getByRole('button', { name: 'Save the note' }).click();
  await member.waitForURL(new RegExp(`${open}\\?at=`));
  await send(member, `${open}/report`, async () => {
    await member.getByLabel('Who reads it').selectOption({ index: 1 });
    await member.getByLabel('What isn’t right').fill('It reads as if I owed him something.');
    await member.getByRole('checkbox').first().check();
  });
  await member.waitForURL(/\/reports\/\d+$/);
  const report = new URL(member.url()).pathname;
  await say(
    helper,
    open,
    'Then send it when it is bad. I’d rather see the version you don’t like.',
  );

  // Two is as many as somebody takes on.
  const begun = await begin('Which of two offers do I take?');
  return { open, begun, ended, askedAfter, report, meetingRestoration };
}

/** @returns where it is on after all */
async function callOffAnother(page: Page, conversation: string): Promise<string> {
  await setMeeting(page, conversation, 9);
  const link = page.getByRole('link', { name: 'Call it off' }).last();
  const off = (await link.getAttribute('href')) ?? '';
  await send(page, off);
  await page.waitForURL(conversation);
  return off.replace('calling-off', 'restoration');
}

async function sayOutcome(page: Page, conversation: string, did: string): Promise<void> {
  await send(page, `${conversation}/outcome`, async () => {
    await page.getByRole('radio', { name: 'Yes' }).check({ force: true });
    await page.getByLabel('What did you do?').fill(did);
    await page.getByRole('checkbox').check();
  });
  await page.waitForURL(conversation);
}
