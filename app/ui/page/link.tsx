import type { AnchorHTMLAttributes } from 'react';

export interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  /** an address of ours */
  to: string;
}

/**
 * A link to another page of ours. It is followed within the document by the handler of `useVisits`,
 * one for all of them: a component that knows the router would cost a page more than its words.
 */
export function Link({ to, ...rest }: LinkProps) {
  // data-discover: Remix learns of the page's route before it is asked for.
  return <a {...rest} href={to} data-discover="true" />;
}
