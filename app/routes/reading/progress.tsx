import { useLoaderData } from '@remix-run/react';
import { memberAction, memberLoader } from '#app/access/gates.server.ts';
import { found, gone } from '#app/access/refusals.server.ts';
import { addressOfCircle } from '#app/circles/addresses.ts';
import { mostlyWithin } from '#app/discussions/queries/about-sections.server.ts';
import { refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { saveProgress } from '#app/reading/progress/commands/save-progress.server.ts';
import { ProgressSchema, progressBack } from '#app/reading/progress/forms.ts';
import { standingIn } from '#app/reading/progress/queries/standing.server.ts';
import { ProgressView } from '#app/reading/progress/views/progress-view.tsx';
import { readingOf } from '#app/reading/queries/readings.server.ts';
import { pastTheEndWords } from '#app/reading/words.ts';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Your progress');

export const loader = memberLoader(async ({ member, id }) => {
  const reading = found(await readingOf(member, id('reading')));
  const standing = await standingIn(member, reading);
  return {
    circle: member.circle.slug,
    book: reading.book.title,
    standing,
    mostlyRead: await mostlyWithin(member, standing),
  };
});

export const action = memberAction(ProgressSchema, async ({ member, form, id }) => {
  const readingId = id('reading');
  const saved = await saveProgress(member, readingId, form);
  if (!saved.ok) {
    if (saved.reason === 'past-the-end') return refuse({ page: pastTheEndWords(saved.lastPage) });
    gone();
  }
  const circle = addressOfCircle(member.circle.slug);
  const own = `${circle}/reading/${readingId}/progress`;
  if (form.what !== 'upTo') return redirectWith(own, 'progress-saved');
  const param = `${member.circle.slug}/${readingId}/${saved.at?.getTime()}`;
  return redirectWith(progressBack(form.back, circle, readingId), 'sections-read', param);
});

export default function Progress() {
  return <ProgressView {...useLoaderData<typeof loader>()} />;
}
