import { type ButtonHTMLAttributes, useContext, useRef } from 'react';
import { Link, type LinkProps } from '#app/ui/page/link.tsx';
import type { PassedOn } from '#app/ui/passed-on.ts';
import { FormContext } from './form-context.ts';

export type ButtonVariant = 'primary' | 'plain' | 'quiet' | 'danger';

const look = (variant: ButtonVariant, wide: boolean | undefined, more = '') =>
  `btn btn-${variant}${wide ? ' btn-wide' : ''}${more ? ` ${more}` : ''}`;

type Attributes = PassedOn<
  ButtonHTMLAttributes<HTMLButtonElement>,
  | 'name'
  | 'value'
  | 'type'
  | 'title'
  | 'disabled'
  | 'className'
  | 'formAction'
  | 'formNoValidate'
  | 'aria-label'
  | 'aria-disabled'
  | 'aria-pressed'
  | 'onClick'
  | 'children'
>;

export interface ButtonProps extends Attributes {
  variant?: ButtonVariant;
  wide?: boolean;
}

/**
 * A button. In a PostForm it submits, and while its form is on its way it says so without moving;
 * it stays focusable then (`aria-disabled`), and a second press does nothing.
 */
export function Button(props: ButtonProps) {
  const { variant = 'plain', type = 'submit', onClick } = props;
  const form = useContext(FormContext);
  const button = useRef<HTMLButtonElement>(null);
  const held = type === 'submit' && form.pending;
  const busy = held && (form.submitter === null || form.submitter === button.current);
  return (
    <button
      ref={button}
      type={type}
      name={props.name}
      value={props.value}
      title={props.title}
      disabled={props.disabled}
      className={look(variant, props.wide, props.className)}
      formAction={props.formAction}
      formNoValidate={props.formNoValidate}
      aria-label={props['aria-label']}
      aria-pressed={props['aria-pressed']}
      aria-disabled={held || props['aria-disabled']}
      data-busy={busy || undefined}
      onClick={(event) => {
        if (held) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {props.children}
    </button>
  );
}

export interface ButtonLinkProps extends LinkProps {
  variant?: ButtonVariant;
  wide?: boolean;
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink(props: ButtonLinkProps) {
  const { variant = 'plain', wide, className } = props;
  return (
    <Link
      to={props.to}
      rel={props.rel}
      aria-label={props['aria-label']}
      className={look(variant, wide, className)}
    >
      {props.children}
    </Link>
  );
}
