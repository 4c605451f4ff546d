import { publicLoader } from '#app/access/gates.server.ts';
import { gone } from '#app/access/refusals.server.ts';

export const loader = publicLoader(() => {
  gone();
});

export default function NotFound() {
  return null;
}
