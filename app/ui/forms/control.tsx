import { type ReactNode, useContext, useId } from 'react';
import { FormContext, typedAt, useReasons } from './form-context.ts';

/** What a control needs to know: its typed value, and the attributes that tie words to it. */
export function useControl(name: string, hint: ReactNode, defaultValue: unknown) {
  const id = useId();
  const { reply } = useContext(FormContext);
  const typed = reply ? typedAt(reply.values, name) : undefined;
  const errors = useReasons(name);
  const described = [hint ? `${id}-hint` : '', errors.length > 0 ? `${id}-error` : ''];
  const value = typed ?? defaultValue;
  return {
    id,
    errors,
    typed,
    replied: reply !== undefined && name in reply.values,
    value: value === null ? undefined : (value as string | number | readonly string[] | undefined),
    attributes: {
      id,
      name,
      'aria-invalid': errors.length > 0 || undefined,
      'aria-describedby': described.filter(Boolean).join(' ') || undefined,
    },
  };
}

interface WordsProps {
  id: string;
  hint?: ReactNode;
  errors: string[];
}

/** The hint and the reasons under a control. */
export function ControlWords({ id, hint, errors }: WordsProps) {
  return (
    <>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {errors.length > 0 && (
        <p className="wrong" id={`${id}-error`}>
          {errors.join(' ')}
        </p>
      )}
    </>
  );
}
