import { isDeepStrictEqual } from 'node:util';
import type pg from 'pg';
import { query } from '../database/pool.js';
import { isKept, type SettingKind } from './setting-kinds.js';

/** Who changes settings of an account, and when. */
export interface Edit {
  readonly account: string;
  /** ISO 8601; absent: now, by the clock of the database. */
  readonly at?: string;
  /** `key:erp`, `staff:ana`, `cli`: as in the log of orders. */
  readonly actor: string;
}

/** A setting as it was and as it is, in the words of the API; null: it was not there, or is no more. */
export interface Change {
  readonly kind: SettingKind;
  readonly key: string;
  readonly before: object | null;
  readonly after: object | null;
}

/** Writes a change of a setting into its history, in the transaction of the caller. Nothing where nothing differs. */
export async function recordChange(client: pg.ClientBase, change: Edit & Change): Promise<void> {
  await recordChanges(client, change, [change]);
}

/** As `recordChange`, for many settings at once, in one statement. Answers how many differ. */
export async function recordChanges(client: pg.ClientBase, edit: Edit, changes: readonly Change[]): Promise<number> {
  const rows = changes.map(changeRow).filter((row) => row !== null);
  if (rows.length === 0) return 0;
  await query(
    client,
    {
      name: 'record_settings_changes',
      text: `insert into settings_changes (account, at, actor, kind, key, action, fields, before, after)
             select $1, coalesce($2, now()), $3, kind, key, action, fields, before, after
               from json_to_recordset($4) as c (kind text, key text, action text, fields text[], before jsonb, after jsonb)`,
    },
    [edit.account, edit.at ?? null, edit.actor, JSON.stringify(rows)],
  );
  return rows.length;
}

interface ChangeRow {
  readonly kind: SettingKind;
  readonly key: string;
  readonly action: 'created' | 'changed' | 'removed';
  readonly fields: readonly string[];
  readonly before?: object;
  readonly after?: object;
}

type Fields = Readonly<Record<string, unknown>>;

/** What is kept of a change; null where there is none. Absent and null are the same. */
function changeRow({ kind, key, before, after }: Change): ChangeRow | null {
  if (before === null && after === null) return null;
  const was = asJson(before);
  const is = asJson(after);
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  const fields = names.filter((name) => !isDeepStrictEqual(was[name] ?? null, is[name] ?? null));
  const action = before === null ? 'created' : after === null ? 'removed' : 'changed';
  if (action === 'changed' && fields.length === 0) return null;
  const kept = (of: Fields): object =>
    Object.fromEntries(fields.filter((name) => isKept(kind, name)).map((name) => [name, of[name] ?? null]));
  return {
    kind,
    key,
    action,
    fields,
    ...(before === null ? {} : { before: kept(was) }),
    ...(after === null ? {} : { after: kept(is) }),
  };
}

/** As it will be stored: dates are texts, what is undefined is absent. */
const asJson = (setting: object | null): Fields =>
  setting === null ? {} : (JSON.parse(JSON.stringify(setting)) as Fields);
