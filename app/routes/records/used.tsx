import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { scribeAction, scribeLoader } from '#app/access/gates.server.ts';
import { found, membershipEnded, notFound } from '#app/access/refusals.server.ts';
import { refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfRecord } from '#app/records/addresses.ts';
import { noteUsed } from '#app/records/commands/note-used.server.ts';
import { UsedSchema } from '#app/records/forms.ts';
import { recordOf } from '#app/records/queries/record.server.ts';
import { hasRecord } from '#app/records/rules.ts';
import { noRecordYet } from '#app/records/words.ts';
import { clocksOf } from '#app/sessions/queries/clocks.server.ts';
import { sessionOf } from '#app/sessions/queries/sessions.server.ts';
import { dayAndTime } from '#app/time/words.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { Checkbox } from '#app/ui/forms/choice-field.tsx';
import { Fieldset } from '#app/ui/forms/field.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

const TITLE = 'What you came to';

export const meta = titled(TITLE);

export const loader = scribeLoader(async ({ scribe }) => {
  const [session, record] = await Promise.all([
    sessionOf(scribe, scribe.sessionId).then(found),
    recordOf(scribe, scribe.sessionId).then(found),
  ]);
  const back = addressOfRecord(scribe.circle.slug, scribe.sessionId);
  if (!hasRecord(session, new Date())) throw redirect(back);
  return { items: record.used, when: dayAndTime(session.startsAt, clocksOf(scribe).zone), back };
});

export const action = scribeAction(UsedSchema, async ({ scribe, viewer, form }) => {
  const { slug } = scribe.circle;
  const noted = await noteUsed(scribe, form);
  if (noted.ok) return redirectWith(addressOfRecord(slug, scribe.sessionId), 'used-noted');
  if (noted.reason === 'not-member') throw (await membershipEnded(viewer, slug)) ?? notFound();
  found(noted.reason === 'gone' ? null : true);
  return refuse({ '': noRecordYet });
});

export default function Used() {
  const { items, when, back } = useLoaderData<typeof loader>();
  return (
    <Page width="narrow">
      <PageHead
        eyebrow={when}
        title={TITLE}
        actions={<ButtonLink to={back}>The record</ButtonLink>}
      />
      <PostForm>
        <Fieldset legend="We came to" hint="What you leave out is named below the others.">
          {items.map(({ id, title, leftOut }) => (
            <div key={id}>
              <Hidden name="shown" value={id} />
              <Checkbox name="used" value={id} label={title} defaultChecked={!leftOut} />
            </div>
          ))}
        </Fieldset>
        <Button variant="primary">Save it</Button>
      </PostForm>
    </Page>
  );
}
