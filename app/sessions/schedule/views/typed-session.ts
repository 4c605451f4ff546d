import { useEffect, useState } from 'react';
import type { SessionDefaults } from '#app/sessions/schedule/queries/session-form.server.ts';
import { typedMinutes } from '#app/sessions/schedule/rules/session-draft.ts';
import type { FormReply } from '#app/ui/forms/form-reply.ts';

interface Typed {
  date: string;
  time: string;
  minutes: number;
  /** of the agenda */
  total: number;
}

/** What is typed right now into the form of that id, for what is said about it beside the fields. */
export function useTypedSession(
  formId: string,
  defaults: SessionDefaults,
  reply: FormReply | undefined,
  rows: unknown,
) {
  const [typed, setTyped] = useState<Typed>(() => {
    const values = { ...defaults, ...(reply?.values as Partial<SessionDefaults> | undefined) };
    return {
      date: values.date,
      time: values.time,
      minutes: Number(values.minutes) || 0,
      total: typedMinutes(values.agenda ?? []),
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

function typedIn(form: FormData): Typed {
  const text = (name: string) => String(form.get(name) ?? '');
  const minutes = [...form].flatMap(([name, value]) =>
    /^agenda\[\d+\]\.minutes$/.test(name) ? { minutes: String(value) } : [],
  );
  return {
    date: text('date'),
    time: text('time'),
    minutes: Number(text('minutes')) || 0,
    total: typedMinutes(minutes),
  };
}
