import { freePort } from '#tests/support/octavo.ts';
import { type Change, changed, guided, write } from './configuration.ts';
import type { Entrance } from './entrance.ts';
import type { Ground } from './ground.ts';
import { program } from './programs.ts';

/** The Octavo that a proxy stands in front of. */
export interface Behind {
  port: string;
  /** what people see in front */
  origin: string;
  /** where the proxy must listen, when the origin says so */
  https?: number;
}

/** Lines of the guide's file that people have otherwise. */
export const HOST_LINE = '        proxy_set_header Host $http_host;\n';
export const SIZE_LINE = '    client_max_body_size 32m;\n';

/**
 * nginx with the guide's configuration in front of an Octavo.
 * @param changes what this one has otherwise than the guide
 */
export async function nginx(
  ground: Ground,
  octavo: Behind,
  changes: readonly Change[] = [],
): Promise<{ https: Entrance; http: Entrance }> {
  const { certificate } = ground;
  const http = await freePort();
  const https = octavo.https ?? (await freePort());
  const site = changed(
    guided('nginx.conf', [
      ['listen 80;', `listen 127.0.0.1:${http};`],
      ['listen 443 ssl http2;', `listen 127.0.0.1:${https} ssl http2;`],
      // The guide has one of each for IPv6, where these ports are taken from elsewhere.
      [/ +listen \[::\]:(80|443).*\n/g, ''],
      ['/etc/letsencrypt/live/circles.example.org/fullchain.pem', certificate.cert],
      ['/etc/letsencrypt/live/circles.example.org/privkey.pem', certificate.key],
      ['root /var/www/html', `root ${ground.folder}`],
      ['127.0.0.1:3000', `127.0.0.1:${octavo.port}`],
    ]),
    changes,
  );
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `${kind}_temp_path ${ground.folder}/nginx-${https}-${kind};`)
    .join('\n');
  const around = [
    `daemon off; pid ${ground.folder}/nginx-${https}.pid; error_log stderr;`,
    'events {}',
    `http { access_log off; ${temporary}`,
    `include ${write(ground.folder, `nginx-${https}-octavo.conf`, site)}; }`,
  ];
  const file = write(ground.folder, `nginx-${https}.conf`, around.join('\n'));
  // SIGQUIT lets open requests finish; SIGTERM ends nginx at once, which is what we want.
  await ground.part(program('nginx') ?? 'nginx', {
    args: ['-c', file, '-e', 'stderr'],
    port: https,
  });
  const { origin } = octavo;
  return {
    https: { origin, port: https, ca: certificate.ca },
    http: { origin: origin.replace('https:', 'http:'), port: http },
  };
}
