import { Form } from '@remix-run/react';
import type { ContextChoices } from '#app/discussions/queries/context-choices.server.ts';
import { dayIn } from '#app/time/words.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Select } from '#app/ui/forms/field.tsx';

interface Props {
  choices: ContextChoices;
  /** 'section-7' or 'session-3' */
  chosen: string;
  zone: string;
}

/** Which threads to show. Draws nothing while no thread belongs to a section or session. */
export function ThreadFilters({ choices, chosen, zone }: Props) {
  const sections = choices.sections.map(({ id, name }) => ({
    value: `section-${id}`,
    label: name,
  }));
  const sessions = choices.sessions.map((session) => ({
    value: `session-${session.id}`,
    label: sessionChoice(session, zone),
  }));
  if (sections.length + sessions.length === 0) return null;
  return (
    <Form method="get" className="thread-filters">
      <Select
        name="about"
        label={<span className="sr-only">Threads about</span>}
        defaultValue={chosen}
        options={[{ value: '', label: 'All threads' }, ...sections, ...sessions]}
      />
      <Button variant="plain">Show</Button>
    </Form>
  );
}

/** 'Stocks and flows, Tuesday 2 June' */
export function sessionChoice(
  { title, startsAt }: ContextChoices['sessions'][number],
  zone: string,
): string {
  return `${title || 'Session'}, ${dayIn(startsAt, zone)}`;
}
