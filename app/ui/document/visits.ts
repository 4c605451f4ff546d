import { useNavigate } from '@remix-run/react';
import { type MouseEvent, useContext, useEffect } from 'react';
import { hearIntent, VISITED } from './intent.ts';
import { PageContext } from './page-context.ts';

/** Follows the links of ours inside an element without leaving the document. */
export function useVisits() {
  const navigate = useNavigate();
  const { scriptsOf } = useContext(PageContext);
  useEffect(() => {
    if (scriptsOf) hearIntent(scriptsOf);
  }, [scriptsOf]);
  return (event: MouseEvent<HTMLElement>) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>(VISITED);
    const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (!link || event.defaultPrevented || event.button !== 0 || elsewhere) return;
    event.preventDefault();
    const { pathname, search, hash, href } = link;
    // To where one is already: as browsers do, without another entry in the history.
    navigate({ pathname, search, hash }, { replace: href === location.href });
  };
}
