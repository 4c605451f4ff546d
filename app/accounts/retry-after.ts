import type { HeadersFunction } from '@remix-run/node';

/** A route's `headers`: lets the page of a limited form say when to try again. */
export const headers: HeadersFunction = ({ actionHeaders }) => {
  const seconds = actionHeaders.get('Retry-After');
  const known: Record<string, string> = seconds ? { 'Retry-After': seconds } : {};
  return known;
};
