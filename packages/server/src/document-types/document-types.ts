import { type DocumentType, TYPE_LIMITS, typesNamed } from '@docket/core/order/document-type';
import type pg from 'pg';
import { query } from '../database/pool.js';
import type { SettingTable } from '../settings-history/setting-store.js';

/** A row of `document_types`: what is asked of every type has a column, the rest is one text. */
export interface StoredDocumentType {
  readonly type: string;
  readonly active: boolean;
  readonly definition: Omit<DocumentType, 'type' | 'active'>;
}

export const documentTypeOf = ({ type, active, definition }: StoredDocumentType): DocumentType => ({
  type,
  ...definition,
  active,
});

const columns = 'type, active, definition';

export const DOCUMENT_TYPES: SettingTable<DocumentType> = {
  kind: 'document_type',
  decisionsRead: true,
  most: TYPE_LIMITS.types,
  keyOf: ({ type }) => type,
  async find(client, account, keys) {
    const { rows } = await query<StoredDocumentType & pg.QueryResultRow>(
      client,
      {
        name: 'find_document_types',
        text: `select ${columns} from document_types where account = $1 and type = any ($2)`,
      },
      [account, keys],
    );
    return rows.map(documentTypeOf);
  },
  async page(client, account, after, limit) {
    const { rows } = await query<StoredDocumentType & pg.QueryResultRow>(
      client,
      {
        name: 'list_document_types',
        text: `select ${columns} from document_types where account = $1 and type > $2 order by type limit $3`,
      },
      [account, after, limit],
    );
    return rows.map(documentTypeOf);
  },
  async save(client, { account }, rows) {
    for (const { type, active, ...definition } of rows) {
      await query(
        client,
        {
          name: 'save_document_type',
          text: `insert into document_types (account, type, active, definition) values ($1, $2, $3, $4)
                 on conflict (account, type) do update set active = excluded.active, definition = excluded.definition`,
        },
        [account, type, active, JSON.stringify(definition)],
      );
    }
  },
  async remove(client, account, key) {
    await query(
      client,
      { name: 'remove_document_type', text: 'delete from document_types where account = $1 and type = $2' },
      [account, key],
    );
  },
  async missing(client, account, types) {
    const named = types.flatMap(typesNamed);
    const { rows } = await query<{ type: string }>(
      client,
      {
        name: 'document_types_named',
        text: 'select type from document_types where account = $1 and type = any ($2) for key share',
      },
      [account, named],
    );
    const known = new Set(rows.map(({ type }) => type));
    for (const [index, type] of types.entries()) {
      const value = typesNamed(type).find((name) => !known.has(name));
      if (value !== undefined) return { problem: 'missing', index, field: 'parents', value };
    }
    return null;
  },
  async usedBy(client, account, key) {
    const { rows } = await query<{ by: string | null }>(
      client,
      {
        name: 'document_type_used_by',
        text: `select case
                 when exists (select from document_list where account = $1 and kind = $2) then 'a document'
                 when exists (select from document_types where account = $1 and type <> $2
                                 and definition::jsonb -> 'parents' ? $2) then 'another type' end as by`,
      },
      [account, key],
    );
    return rows[0]?.by ?? null;
  },
};
