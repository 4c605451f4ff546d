import type { ReactNode } from 'react';
import { Field, TextArea } from '#app/ui/forms/field.tsx';

export interface AskFieldsProps {
  title?: string;
  body?: string;
  neededBy?: string | null;
  /** what is said under the text */
  children?: ReactNode;
}

/** What an ask is made of. */
export function AskFields({ title = '', body = '', neededBy, children }: AskFieldsProps) {
  return (
    <>
      <TextArea
        name="title"
        label="In one line"
        rows={2}
        grow
        className="ask-line"
        defaultValue={title}
      />
      <TextArea
        name="body"
        label="Tell it"
        rows={9}
        grow
        className="ask-body"
        defaultValue={body}
        hint={<>Markdown works.{children}</>}
      />
      <Field
        name="neededBy"
        type="date"
        label="By when, if it matters"
        className="ask-day"
        defaultValue={neededBy ?? ''}
      />
    </>
  );
}
