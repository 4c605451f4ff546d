import type { Entrance } from './entrance.ts';
import { said } from './main-job.ts';
import { must } from './situation.ts';
import { Visitor } from './visitor.ts';

// One more than app/accounts/limits.server.ts allows for one address from one place.
const TRIES = 11;

/**
 * Whether the limits see each visitor, and not the proxy: one who guesses at a password is stopped,
 * also when they make an address up, and somebody at another address is not.
 */
export async function seesVisitors(entrance: Entrance): Promise<void> {
  const email = `nobody-${entrance.port}@example.org`;
  let last = 0;
  for (let n = 0; n < TRIES; n++) {
    const forged = { 'x-forwarded-for': `203.0.113.${n}` };
    last = await guess(
      new Visitor(entrance, 'without scripts', { from: '127.0.0.2', forged }),
      email,
    );
  }
  must(last === 429, `try ${TRIES} from one address, with a made-up one each, answered ${last}`);
  const other = await guess(new Visitor(entrance, 'without scripts', { from: '127.0.0.3' }), email);
  must(other === 422, `somebody at another address is answered ${other}`);
}

async function guess(visitor: Visitor, email: string): Promise<number> {
  const page = await visitor.get('/sign-in');
  const sent = await visitor.submit(page, '/sign-in', { email, password: 'not the one at all' });
  must([422, 429].includes(sent.status), `a wrong password answered ${said(sent)}`);
  return sent.status;
}
