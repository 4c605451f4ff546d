import type { HeadersFunction } from '@remix-run/node';

/** A route's `headers`: lets the page of a limited form say when to try again. */
export const headers: HeadersFunction = ({ actionHeaders }) => {
  const seconds = actionHeaders.get('Retry-After');
  return seconds ? { 'Retry-After': seconds } : {};
};
