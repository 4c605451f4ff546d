import type { Member } from '#app/access/proofs.ts';
import { latestThreads } from '#app/discussions/queries/threads.server.ts';
import type { CircleLoad } from '#app/frame/slots.ts';

const THREADS = 5;

export const load = ((member: Member, clock: { now: Date }) =>
  latestThreads(member, THREADS, clock)) satisfies CircleLoad;
