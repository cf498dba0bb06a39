import { z } from 'zod';
import type { Db } from '../../store/schema.ts';

/** How the front page is arranged. */
export interface FrontOrder {
  lead: number | null;
  pinned: number[];
  version: number;
}

const idsSchema = z.array(z.number()).catch([]);

/** The chosen lead and the order of what is pinned; version 0 before anybody chose. */
export async function readFrontOrder(db: Db): Promise<FrontOrder> {
  const row = await db.selectFrom('front').selectAll().where('id', '=', 1).executeTakeFirst();
  if (row === undefined) return { lead: null, pinned: [], version: 0 };
  return {
    lead: row.lead_id,
    pinned: idsSchema.parse(JSON.parse(row.pinned_json)),
    version: row.version,
  };
}
