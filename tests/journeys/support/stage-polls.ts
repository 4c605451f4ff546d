import { expect, type Page } from '@playwright/test';
import { send } from './circle.ts';

/** Asks a circle for a time, five mornings of a week. @returns the poll's path */
export async function openPoll(facilitator: Page, circle: string, kind = 'dates') {
  await facilitator.goto(`${circle}/polls/new?kind=${kind}`);
  await facilitator.getByRole('button', { name: 'Fill in these times' }).click();
  await expect(facilitator.getByLabel('Starts of time 5')).toBeVisible();
  await facilitator.getByRole('button', { name: 'Ask the circle' }).click();
  await expect(facilitator.getByText('It is asked.')).toBeVisible();
  return new URL(facilitator.url()).pathname;
}

/** @returns a poll that somebody has answered, and where one that is called off could go on */
export async function stagePolls(host: Page, circle: string) {
  const off = await openPoll(host, circle, 'weekly');
  await send(host, `${off}/ending`);
  const poll = await openPoll(host, circle);
  await host.getByRole('radio', { name: 'Yes' }).first().check({ force: true });
  await host.getByRole('button', { name: 'Save my answers' }).click();
  await expect(host.getByText('Your answers are kept.')).toBeVisible();
  return { poll, reopening: `${off}/reopening` };
}
