import { publicLoader } from '#app/access/gates.server.ts';
import { notFound } from '#app/access/refusals.server.ts';

export const loader = publicLoader(() => {
  throw notFound();
});

export default function NotFound() {
  return null;
}
