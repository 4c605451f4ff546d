import { expect, test } from 'vitest';
import { removeMember } from '#app/circles/commands/members.server.ts';
import { isolated } from '#app/platform/mail/isolated.ts';
import { circleOf, person } from '#tests/support/cast.ts';
import { mailTo } from '#tests/support/jobs.ts';
import '#tests/support/set-up.ts';

const hebrew = 'יום שלישי (ערב)';

test('a right-to-left name stands apart in the English of a mail', async () => {
  const noor = await person('Noor');
  const circle = await circleOf({ name: hebrew, members: [noor] });
  const word = 'תודה!\nSee you';
  await removeMember(circle.host, noor.personId, word);
  const [mail] = await mailTo(noor.email);
  expect(mail?.subject).toBe(`You are no longer in \u2068${hebrew}\u2069`);
  expect(mail?.text).toContain(`you were a member of \u2068${hebrew}\u2069.`);
  expect(mail?.html).toMatch(/<blockquote dir="auto"[^>]*>תודה!<br/);
});

test('dates, numbers, addresses and English stay as they are', () => {
  const at = new Date();
  const says = { at, n: 3, none: null, circle: 'Tuesday', list: ['https://x.org/פגישה', 'a\nב'] };
  expect(isolated(says)).toEqual(says);
  expect(isolated({ by: { name: 'אורי' } })).toEqual({ by: { name: '\u2068אורי\u2069' } });
});
