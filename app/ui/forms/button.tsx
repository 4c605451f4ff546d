import { type ButtonHTMLAttributes, useContext, useRef } from 'react';
import { Link, type LinkProps } from '#app/ui/page/link.tsx';
import { FormContext } from './form-context.ts';

export type ButtonVariant = 'primary' | 'plain' | 'quiet' | 'danger';

const look = (variant: ButtonVariant, wide: boolean | undefined, more = '') =>
  `btn btn-${variant}${wide ? ' btn-wide' : ''}${more ? ` ${more}` : ''}`;

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  variant?: ButtonVariant;
  wide?: boolean;
}

/**
 * A button. In a PostForm it submits, and while its form is on its way it says so without moving;
 * it stays focusable then (`aria-disabled`), and a second press does nothing.
 */
export function Button({
  variant = 'plain',
  wide,
  className,
  type = 'submit',
  onClick,
  children,
  ...rest
}: ButtonProps) {
  const form = useContext(FormContext);
  const button = useRef<HTMLButtonElement>(null);
  const held = type === 'submit' && form.pending;
  const busy = held && (form.submitter === null || form.submitter === button.current);
  return (
    <button
      {...rest}
      ref={button}
      type={type}
      className={look(variant, wide, className)}
      aria-disabled={held || rest['aria-disabled']}
      data-busy={busy || undefined}
      onClick={(event) => {
        if (held) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {children}
    </button>
  );
}

export interface ButtonLinkProps extends LinkProps {
  variant?: ButtonVariant;
  wide?: boolean;
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({ variant = 'plain', wide, className, ...rest }: ButtonLinkProps) {
  return <Link {...rest} className={look(variant, wide, className)} />;
}
