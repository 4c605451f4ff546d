import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { write } from './configuration.ts';
import { program } from './programs.ts';

export const DOMAIN = 'circles.example.org';

/** A certificate for the guides' domain and this machine, and whoever vouches for it. */
export interface Certificate {
  /** paths */
  ca: string;
  cert: string;
  key: string;
  /** certificate and key in one, as HAProxy wants it */
  both: string;
}

/** Makes an authority of its own, which nobody trusts, and a certificate by it. */
export function makeCertificate(folder: string): Certificate {
  const at = (name: string) => join(folder, name);
  const openssl = (...args: string[]) =>
    execFileSync(program('openssl') ?? 'openssl', args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  openssl(
    ...['req', '-x509', ...newKey, '-keyout', at('ca.key'), '-out', at('ca.pem')],
    ...['-days', '2', '-subj', '/CN=An authority of a test'],
  );
  openssl(
    ...['req', ...newKey, '-keyout', at('key.pem'), '-out', at('request.pem')],
    ...['-subj', `/CN=${DOMAIN}`],
  );
  const names = write(folder, 'names', `subjectAltName=DNS:${DOMAIN},DNS:localhost,IP:127.0.0.1`);
  openssl(
    ...['x509', '-req', '-in', at('request.pem'), '-CA', at('ca.pem'), '-CAkey', at('ca.key')],
    ...['-CAcreateserial', '-days', '2', '-extfile', names, '-out', at('cert.pem')],
  );
  const both = readFileSync(at('cert.pem'), 'utf8') + readFileSync(at('key.pem'), 'utf8');
  return {
    ca: at('ca.pem'),
    cert: at('cert.pem'),
    key: at('key.pem'),
    both: write(folder, 'both.pem', both, 0o600),
  };
}
