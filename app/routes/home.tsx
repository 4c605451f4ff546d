import { publicLoader } from '#app/access/gates.server.ts';

export const loader = publicLoader(() => ({}));

export default function Home() {
  return <h1>Octavo</h1>;
}
