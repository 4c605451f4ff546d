import { expect, test } from 'vitest';
import { parseEnv } from '#app/platform/env.server.ts';

test('nothing set is enough', () => {
  expect(parseEnv({})).toMatchObject({
    PORT: 3000,
    HOST: '127.0.0.1',
    APP_URL: 'http://localhost:3000',
    DATA_DIR: 'data',
  });
});

test('the address follows the port, and loses its trailing slash', () => {
  expect(parseEnv({ PORT: '4000' }).APP_URL).toBe('http://localhost:4000');
  expect(parseEnv({ APP_URL: 'https://circles.example.org/' }).APP_URL).toBe(
    'https://circles.example.org',
  );
});

test('an empty variable is an unset one', () => {
  expect(parseEnv({ SMTP_URL: '', DATABASE_URL: '', PORT: '' })).toMatchObject({ PORT: 3000 });
});

test.each([
  ['PORT', 'many', /PORT must be a number/],
  ['PORT', '70000', /between 0 and 65535/],
  ['APP_URL', 'circles.example.org', /APP_URL must be the address people open/],
  ['APP_URL', 'javascript:alert(1)', /APP_URL must be the address people open/],
  ['DATABASE_URL', 'mysql://localhost/x', /must start with postgres/],
  ['DATABASE_POOL', 'many', /DATABASE_POOL must be a number/],
  ['DATABASE_POOL', '1', /DATABASE_POOL must be at least 2/],
  ['DATABASE_PATIENCE', '0', /DATABASE_PATIENCE must be at least 1/],
  ['SMTP_URL', 'mail.example.org', /must start with smtp/],
  ['MAIL_FROM', 'octavo', /must look like/],
  ['BOOK_LOOKUP', 'yes', /BOOK_LOOKUP must be open-library/],
  ['BOOK_LOOKUP_URL', 'file:///etc/passwd', /BOOK_LOOKUP_URL must be an address/],
  ['MAIL_FROM', 'Octavo <a@b.example>\r\nBcc: <c@d.example>', /must look like/],
])('%s=%s is refused with the remedy', (name, value, words) => {
  expect(() => parseEnv({ [name]: value })).toThrow(words);
});
