import { render } from '@react-email/render';
import { expect, test } from 'vitest';
import { EmailLayout } from '#app/platform/mail/email-layout.tsx';
import { EmailText } from '#app/platform/mail/email-parts.tsx';
import { EmailSettings } from '#app/platform/mail/email-settings.tsx';
import { plainTextOf } from '#app/platform/mail/plain-text.server.ts';

const URL = 'https://circles.example.org/hear/a-token';
const mail = (
  <EmailLayout preview="" title="A note" reason="You get this because you are in Tuesday leads.">
    <EmailText>Tomasz disagrees, kindly.</EmailText>
  </EmailLayout>
);

test('a mail of a circle says why one gets it, and has one link to change that', async () => {
  const html = await render(<EmailSettings.Provider value={URL}>{mail}</EmailSettings.Provider>);
  expect(html.match(/<a /g)).toHaveLength(1);
  expect(html).toContain(`href="${URL}"`);
  const text = plainTextOf(html).replace(/\s+/g, ' ');
  expect(text).toContain('You get this because you are in Tuesday leads. Change how you hear');
  expect(text).toContain(URL);
});

test('a mail about one’s own account has none', async () => {
  expect(await render(mail)).not.toContain('<a ');
});
