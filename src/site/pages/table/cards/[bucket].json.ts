import type { APIRoute } from 'astro';
import { CARD_BUCKETS, cardBucket } from '../../../calculator/card-bucket.ts';
import { type WorkCard, workCard } from '../../../calculator/work-card.ts';
import { catalog } from '../../../catalog.ts';
import { offerTitle } from '../../../facts/offer-title.ts';

export function getStaticPaths() {
  const buckets = Array.from({ length: CARD_BUCKETS }, (): WorkCard[] => []);
  for (const offer of catalog.offers.values()) {
    buckets[cardBucket(offer.model)]?.push(workCard(offer, offerTitle(catalog, offer)));
  }
  return buckets.map((cards, bucket) => ({ params: { bucket: String(bucket) }, props: { cards } }));
}

/** The cards of some models' offers, for the calculator and the comparison. */
export const GET: APIRoute = ({ props }) => Response.json(props['cards']);
