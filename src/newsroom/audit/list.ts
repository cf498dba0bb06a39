import { z } from 'zod';
import type { Db } from '../../store/schema.ts';
import { cursorAfter, readCursor } from '../stories/list.ts';

export interface AuditRow {
  id: number;
  at: number;
  actor: { id: string | null; name: string };
  action: string;
  subject: { kind: string; id: string | null };
  detail: Record<string, unknown>;
}

const detailSchema = z.record(z.string(), z.unknown()).catch({});

/** Who did what, the newest first; of one subject or of a kind where asked. */
export async function listAudit(
  db: Db,
  options: { kind?: string; id?: string; cursor?: string; limit: number },
): Promise<{ rows: AuditRow[]; next: string | null }> {
  let query = db.selectFrom('audit').selectAll();
  if (options.kind !== undefined) query = query.where('subject_kind', '=', options.kind);
  if (options.id !== undefined) query = query.where('subject_id', '=', options.id);
  if (options.cursor !== undefined) query = query.where('id', '<', readCursor(options.cursor)[1]);
  const found = await query
    .orderBy('id', 'desc')
    .limit(options.limit + 1)
    .execute();
  const rows = found.slice(0, options.limit);
  const last = rows.at(-1);
  return {
    rows: rows.map((row) => ({
      id: row.id,
      at: row.at,
      actor: { id: row.actor_id, name: row.actor_name },
      action: row.action,
      subject: { kind: row.subject_kind, id: row.subject_id },
      detail: detailSchema.parse(JSON.parse(row.detail_json)),
    })),
    next: found.length > rows.length && last !== undefined ? cursorAfter(last.at, last.id) : null,
  };
}

/** What the newest lines of the audit trail are about, oldest first. */
export async function auditAfter(
  db: Db,
  id: number,
  limit: number,
): Promise<{ id: number; action: string; kind: string; subject: string | null }[]> {
  const rows = await db
    .selectFrom('audit')
    .select(['id', 'action', 'subject_kind', 'subject_id'])
    .where('id', '>', id)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    action: row.action,
    kind: row.subject_kind,
    subject: row.subject_id,
  }));
}

/** The newest line's number; 0 while there is none. */
export async function newestAudit(db: Db): Promise<number> {
  const row = await db
    .selectFrom('audit')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? 0;
}
