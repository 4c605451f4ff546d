import { Form } from '@remix-run/react';
import { addressOfOwnReminders } from '#app/sessions/reminders/addresses.ts';
import type { OwnReminders as Own } from '#app/sessions/reminders/queries/reminders.server.ts';
import { leadWords } from '#app/sessions/reminders/words.ts';
import { Block } from '#app/ui/page/page.tsx';

/** Which reminders of sessions come to somebody, of each circle: one tap each. */
export function OwnReminders({ circles }: { circles: readonly Own[] }) {
  if (circles.length === 0) return null;
  return (
    <Block title="Before sessions" id="reminders">
      <p className="mb-6 text-ink-2">
        You are reminded of a session unless you said no to it. Leave out what you don’t need.
      </p>
      <ul className="rows">
        {circles.map(({ circle: { slug, name, cloth }, leads }) => (
          <li key={slug} className="row hearing-circle" data-cloth={cloth}>
            <span dir="auto" className="row-title">
              {name}
            </span>
            <Form method="post" action={addressOfOwnReminders(slug)}>
              <fieldset className="volumes">
                <legend className="sr-only">{`Reminders of ${name}`}</legend>
                {leads.map(({ lead, on }) => (
                  <button
                    key={lead}
                    type="submit"
                    name="set"
                    value={`${lead}-${on ? 'off' : 'on'}`}
                    aria-pressed={on}
                  >
                    {leadWords[lead].replace(' before', '')}
                  </button>
                ))}
              </fieldset>
            </Form>
          </li>
        ))}
      </ul>
    </Block>
  );
}
