import { availableParallelism } from 'node:os';
import { MarkdownPool } from './markdown-pool.server.ts';

const pool = new MarkdownPool({
  workers: Math.min(2, availableParallelism()),
  killAfterMs: 1_000,
  waitingMax: 40,
});

/**
 * Renders Markdown to sanitised HTML off the main thread, for a second at most: a hostile text
 * costs its author a refusal and nobody else anything. Never rejects.
 */
export const renderMarkdown = (source: string) => pool.render(source);
