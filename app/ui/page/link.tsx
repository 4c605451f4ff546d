import type { AnchorHTMLAttributes } from 'react';
import type { PassedOn } from '#app/ui/passed-on.ts';

type Attributes = PassedOn<
  AnchorHTMLAttributes<HTMLAnchorElement>,
  'className' | 'dir' | 'rel' | 'aria-current' | 'aria-label' | 'children'
>;

export interface LinkProps extends Attributes {
  /** an address of ours */
  to: string;
}

/**
 * A link to another page of ours. It is followed within the document by the handler of `useVisits`,
 * one for all of them: a component that knows the router would cost a page more than its words.
 */
export function Link(props: LinkProps) {
  return (
    <a
      className={props.className}
      dir={props.dir}
      rel={props.rel}
      aria-current={props['aria-current']}
      aria-label={props['aria-label']}
      href={props.to}
      // Remix learns of the page's route before it is asked for.
      data-discover="true"
    >
      {props.children}
    </a>
  );
}
