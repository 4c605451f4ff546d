import { useNavigate } from '@remix-run/react';
import type { MouseEvent } from 'react';

/**
 * Visits within the document for the plain `<a data-visit>` inside an element: one handler for a
 * long list, whose links are too many to be components each.
 */
export function useVisits() {
  const navigate = useNavigate();
  return (event: MouseEvent<HTMLElement>) => {
    const link = (event.target as Element).closest('a[data-visit]');
    const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (!link || event.defaultPrevented || event.button !== 0 || elsewhere) return;
    event.preventDefault();
    navigate(link.getAttribute('href') ?? '');
  };
}
