import type { ConsignmentStatus } from '@docket/core/consignment/consignment';
import type pg from 'pg';
import { query, withAccounts } from '../database/pool.js';

/** A consignment as lists show it. Cost in minor units. */
export interface ListedConsignment {
  readonly consignmentId: string;
  readonly number: string;
  readonly status: ConsignmentStatus;
  readonly store: string;
  readonly currency: string;
  readonly carrier: string | null;
  readonly trackingNumber: string | null;
  readonly cost: number | null;
  readonly orders: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly sentAt: string | null;
}

/** All parts must hold; of several values any. */
export interface ConsignmentQuery {
  readonly status?: readonly ConsignmentStatus[];
  readonly store?: readonly string[];
  /** A whole number, tracking number or id. */
  readonly text?: string;
  readonly ids?: readonly string[];
  /** The place behind which the page begins. */
  readonly after: { readonly createdAt: string; readonly consignmentId: string } | null;
  readonly limit: number;
}

interface Row extends Omit<ListedConsignment, 'createdAt' | 'updatedAt' | 'sentAt'>, pg.QueryResultRow {
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly sentAt: Date | null;
}

const COLUMNS = `consignment_id as "consignmentId", number, status, store, currency, carrier,
                 tracking_number as "trackingNumber", cost, orders, created_at as "createdAt",
                 updated_at as "updatedAt", sent_at as "sentAt"`;
const FILTERS = `($2::text[] is null or status = any ($2)) and ($3::text[] is null or store = any ($3))
                 and ($4::text[] is null or consignment_id = any ($4))
                 and ($5::timestamptz is null or (created_at <= $5 and (created_at, consignment_id) < ($5, $6)))`;
const ORDER = `order by created_at desc, consignment_id desc limit $7`;

/** Along `consignment_list_created`. */
const listed = {
  name: 'list_consignments',
  text: `select ${COLUMNS} from consignment_list where account = $1 and ${FILTERS} ${ORDER}`,
};
/** By one of three keys. */
const found = {
  name: 'find_consignments',
  text: `select ${COLUMNS} from consignment_list
          where account = $1 and (number = $8 or tracking_number = $8 or consignment_id = $8) and ${FILTERS} ${ORDER}`,
};

/** Consignments of an account, the newest first. */
export async function listConsignments(
  pool: pg.Pool,
  account: string,
  { status, store, text, ids, after, limit }: ConsignmentQuery,
): Promise<readonly ListedConsignment[]> {
  const values = [
    account,
    status ?? null,
    store ?? null,
    ids ?? null,
    after?.createdAt ?? null,
    after?.consignmentId ?? null,
    limit,
  ];
  const { rows } = await withAccounts(pool, [account], (client) =>
    text === undefined ? query<Row>(client, listed, values) : query<Row>(client, found, [...values, text]),
  );
  return rows.map(({ createdAt, updatedAt, sentAt, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    sentAt: sentAt?.toISOString() ?? null,
  }));
}
