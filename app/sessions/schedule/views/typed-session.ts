import { useEffect, useState } from 'react';
import type { SessionDefaults } from '#app/sessions/schedule/queries/session-form.server.ts';
import type { LocalTimeChoice } from '#app/time/local-time.ts';
import type { FormReply } from '#app/ui/forms/form-reply.ts';

interface Typed {
  date: string;
  time: string;
  choice: LocalTimeChoice | undefined;
  minutes: number;
  /** of each row of the agenda, in order */
  rows: number[];
}

/** What is typed right now into the form of that id, for what is said about it beside the fields. */
export function useTypedSession(
  formId: string,
  defaults: SessionDefaults,
  reply: FormReply | undefined,
  rows: unknown,
) {
  const [typed, setTyped] = useState<Typed>(() => {
    const values = {
      ...defaults,
      ...(reply?.values as Partial<SessionDefaults & { timeChoice: string }> | undefined),
    };
    return {
      date: values.date,
      time: values.time,
      choice: choiceIn(values.timeChoice ?? values.choice),
      minutes: Number(values.minutes) || 0,
      rows: (values.agenda ?? []).map((row) => minutesIn(row.minutes)),
    };
  });
  const read = () => {
    const form = document.getElementById(formId);
    if (form instanceof HTMLFormElement) setTyped(typedIn(new FormData(form)));
  };
  // Rows and replies change the form itself, without a word typed.
  useEffect(read, [rows, reply]);
  return { ...typed, read };
}

const choiceIn = (typed: string | undefined) =>
  typed === 'first' || typed === 'second' ? typed : undefined;

/** What is no number counts nothing. */
const minutesIn = (typed: string) => Number.parseInt(typed, 10) || 0;

function typedIn(form: FormData): Typed {
  const text = (name: string) => String(form.get(name) ?? '');
  const rows = [...form].flatMap(([name, value]) =>
    /^agenda\[\d+\]\.minutes$/.test(name) ? minutesIn(String(value)) : [],
  );
  return {
    date: text('date'),
    time: text('time'),
    choice: choiceIn(text('timeChoice')),
    minutes: Number(text('minutes')) || 0,
    rows,
  };
}
