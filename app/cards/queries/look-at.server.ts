import type { Viewer } from '#app/access/proofs.ts';
import type { Card } from '#app/cards/rules/card.ts';
import { cardPageFor } from './cards.server.ts';

/** A card that is looked at where it is chosen. */
export interface LookedAt {
  /** 'deck/card' */
  name: string;
  card: Pick<Card, 'title' | 'notch' | 'needs' | 'blocks'>;
}

/** @param name 'deck/card'; what is none, or cannot be shown, is null */
export async function lookAt(
  viewer: Pick<Viewer, 'memberships'>,
  name: string | null,
  { runsIt = false }: { runsIt?: boolean } = {},
): Promise<LookedAt | null> {
  const [deck = '', slug = ''] = name?.split('/') ?? [];
  const page = deck && slug ? await cardPageFor(viewer, deck, slug, { runsIt }) : null;
  if (page?.state !== 'shown') return null;
  const { title, notch, needs, blocks } = page.card;
  return { name: `${deck}/${slug}`, card: { title, notch, needs, blocks } };
}
