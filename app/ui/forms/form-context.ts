import { createContext, type ReactNode, useContext } from 'react';
import type { FormReply } from './form-reply.ts';

export interface FormState {
  reply: FormReply | undefined;
  pending: boolean;
  /** the pressed button, null when the form went by Enter or by script */
  submitter: Element | null;
  /** the fields of the reply whose reasons stand beside them, as far as the form is drawn */
  said: Set<string>;
}

/** What the fields and buttons of a form know of it. */
export const FormContext = createContext<FormState>({
  reply: undefined,
  pending: false,
  submitter: null,
  said: new Set(),
});

/** The reasons to show beside a field. What no field asks for is said at the form's foot. */
export function useReasons(name: string): string[] {
  const { reply, said } = useContext(FormContext);
  const reasons = reply?.errors[name] ?? [];
  if (reasons.length > 0) said.add(name);
  return reasons;
}

/** Forms around here are not taken: they are shown, and closed. */
export const ShutContext = createContext(false);

/** What leads to forms: it is not there where these are not taken. */
export function WhileOpen({ children }: { children: ReactNode }): ReactNode {
  return useContext(ShutContext) ? null : children;
}

const paths = /[^.[\]]+/g;

/** The value at `agenda[0].title` in what was posted. */
export function typedAt(values: Record<string, unknown>, name: string): unknown {
  if (name in values) return values[name];
  let value: unknown = values;
  for (const key of name.match(paths) ?? []) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}
