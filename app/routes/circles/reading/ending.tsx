import { useLoaderData } from '@remix-run/react';
import { facilitatorAction, facilitatorLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { endReading } from '#app/reading/commands/end-reading.server.ts';
import { EmptyForm } from '#app/reading/forms/empty.ts';
import { readingOf } from '#app/reading/queries/readings.server.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { dayOf } from '#app/ui/format.ts';
import { Page, PageHead } from '#app/ui/page.tsx';
import { titled } from '#app/ui/title.ts';

export const meta = titled('End the reading');

export const loader = facilitatorLoader(async ({ facilitator, id }) => {
  const { book, endsOn } = found(await readingOf(facilitator, id('reading')));
  const path = `/circles/${facilitator.circle.slug}/reading`;
  return { title: book.title, endsOn, path };
});

export const action = facilitatorAction(EmptyForm, async ({ facilitator, id }) => {
  const readingId = id('reading');
  const ended = await endReading(facilitator, readingId);
  found(ended.ok || null);
  const { slug } = facilitator.circle;
  return redirectWith(`/circles/${slug}/reading`, 'reading-ended', `${slug}/reading/${readingId}`);
});

export default function EndReading() {
  const { title, endsOn, path } = useLoaderData<typeof loader>();
  return (
    <Page width="narrow">
      <PageHead
        title={`End the reading of ${title}?`}
        lede={`By its plan it goes on until ${dayOf(endsOn)}. What you read together and said about it stays.`}
      />
      <PostForm>
        <div className="flex flex-wrap gap-3">
          <Button variant="primary">End it today</Button>
          <ButtonLink to={path} variant="quiet">
            Keep reading
          </ButtonLink>
        </div>
      </PostForm>
    </Page>
  );
}
