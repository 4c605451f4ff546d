import { render } from '@react-email/render';
import { createElement } from 'react';
import { EmailSettings } from '#app/platform/mail/email-settings.tsx';
import { written } from '#app/platform/mail/mail.server.ts';
import { plainTextOf } from '#app/platform/mail/plain-text.server.ts';
import * as accounts from './examples/accounts.ts';
import * as choosing from './examples/choosing.ts';
import * as circles from './examples/circles.ts';
import type { Example } from './examples/given.ts';
import * as joining from './examples/joining.ts';
import * as meetings from './examples/meetings.ts';
import * as mentoring from './examples/mentoring.ts';
import * as notifications from './examples/notifications.ts';
import * as polls from './examples/polls.ts';
import * as seasons from './examples/seasons.ts';
import * as series from './examples/series.ts';
import * as sessions from './examples/sessions.ts';
import * as site from './examples/site.ts';

/** Every mail of every room, in each of its cases. */
export const examples: readonly Example[] = [
  ...[notifications, sessions, polls, series, choosing, seasons, meetings, mentoring].flatMap(
    (room) => room.examples,
  ),
  ...[joining, circles, accounts, site].flatMap((room) => room.examples),
];

export type Scheme = 'light' | 'dark';

/** Only a member of a circle has a say in how they hear of it. */
const isOfCircle = ({ mail }: Example) =>
  /^(notifications|sessions|polls|series|choosing|seasons|mentoring)\/|hosting|request-received/.test(
    mail,
  );

/** A mail as it is sent. */
export async function letterOf(example: Example) {
  const { subject, react } = written(example.says, example.file);
  const value = isOfCircle(example) ? 'http://localhost:3000/hear/a-link' : null;
  const html = await render(createElement(EmailSettings.Provider, { value }, react));
  return { subject, html, text: plainTextOf(html) };
}

/** The same, as a mail program shows it that is set to a scheme. */
export const shownIn = (html: string, scheme: Scheme) =>
  html.replace(
    '@media (prefers-color-scheme: dark)',
    scheme === 'dark' ? '@media all' : '@media not all',
  );
