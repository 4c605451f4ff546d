import { format } from 'node:util';
import { afterEach, beforeEach } from 'vitest';

let complaints: string[] = [];
const { error } = console;

beforeEach(() => {
  complaints = [];
  console.error = (...args: unknown[]) => {
    complaints.push(format(...args));
  };
});

afterEach(() => {
  console.error = error;
  const unexpected = expectedErrors();
  if (unexpected.length > 0) throw new Error(`console.error was called:\n${unexpected.join('\n')}`);
});

/** Takes what console.error was told so far in this test, which then counts as expected. */
export function expectedErrors(): string[] {
  const taken = complaints;
  complaints = [];
  return taken;
}
