import { freePort } from '#tests/support/octavo.ts';
import { guided, write } from './configuration.ts';
import type { Entrance } from './entrance.ts';
import type { Ground } from './ground.ts';
import type { Behind } from './nginx.ts';
import { program } from './programs.ts';

/** HAProxy with the guide's sections in front of an Octavo. */
export async function haproxy(
  ground: Ground,
  octavo: Behind,
): Promise<{ https: Entrance; http: Entrance }> {
  const { certificate } = ground;
  const [http, https] = [await freePort(), await freePort()];
  const file = write(
    ground.folder,
    'haproxy.cfg',
    guided('haproxy.cfg', [
      ['bind :80', `bind 127.0.0.1:${http}`],
      ['bind :443', `bind 127.0.0.1:${https}`],
      ['/etc/haproxy/certs/circles.example.org.pem', certificate.both],
      ['127.0.0.1:3000', `127.0.0.1:${octavo.port}`],
    ]),
  );
  await ground.part(program('haproxy') ?? 'haproxy', { args: ['-db', '-f', file], port: https });
  const { origin } = octavo;
  return {
    https: { origin, port: https, ca: certificate.ca },
    http: { origin: origin.replace('https:', 'http:'), port: http },
  };
}
