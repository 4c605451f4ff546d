import { freePort } from '#tests/support/octavo.ts';
import { DOMAIN } from './certificate.ts';
import { guided, write } from './configuration.ts';
import type { Entrance } from './entrance.ts';
import type { Ground } from './ground.ts';
import type { Behind } from './nginx.ts';
import { program } from './programs.ts';

/** Caddy with the guide's Caddyfile in front of an Octavo; the certificate is ours, not its own. */
export async function caddy(
  ground: Ground,
  octavo: Behind,
): Promise<{ https: Entrance; http: Entrance }> {
  const { certificate } = ground;
  const [http, https] = [await freePort(), await freePort()];
  const settings = `{\n\tadmin off\n\thttp_port ${http}\n\thttps_port ${https}\n\tdefault_bind 127.0.0.1\n}\n`;
  const file = write(
    ground.folder,
    'Caddyfile',
    settings +
      guided('Caddyfile', [
        [`\n${DOMAIN} {`, `\n${DOMAIN} {\n\ttls ${certificate.cert} ${certificate.key}`],
        ['reverse_proxy 127.0.0.1:3000', `reverse_proxy 127.0.0.1:${octavo.port}`],
      ]),
  );
  const { folder } = ground;
  await ground.part(program('caddy') ?? 'caddy', {
    args: ['run', '--adapter', 'caddyfile', '--config', file],
    port: https,
    env: { HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
  });
  const { origin } = octavo;
  return {
    https: { origin, port: https, ca: certificate.ca },
    http: { origin: origin.replace('https:', 'http:'), port: http },
  };
}
