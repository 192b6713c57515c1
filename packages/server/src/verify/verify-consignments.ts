import { CONSIGNMENT_STATE_SCHEMA, type Consignment, consignmentStatus } from '@docket/core/consignment/consignment';
import { waitsInConsignment } from '@docket/core/order/consigned';
import type { Order } from '@docket/core/order/order';
import type pg from 'pg';
import { query } from '../database/pool.js';
import {
  type ConsignmentStateRow,
  foldConsignment,
  type LoggedConsignmentEvent,
  loggedConsignmentEvent,
} from '../event-log/load-consignment.js';
import type { EventRow } from '../event-log/read-events.js';
import { hashOf, noHash } from '../event-log/seal-events.js';
import { consignmentRow } from '../read-models/consignment-list.js';
import { type Finding, firstDifference } from './finding.js';

/** Consignments looked at in one go. */
const BATCH = 100;

/** What the orders say of who waits where: `consignment/order/shipment`. */
export type Waiting = Set<string>;

export function waitingOf({ head, documents }: Order, waiting: Waiting): void {
  for (const shipment of Object.values(documents.shipment)) {
    if (!waitsInConsignment(shipment)) continue;
    waiting.add(`${shipment.consignment?.consignmentId ?? ''}/${head.orderId}/${shipment.id}`);
  }
}

/**
 * Recomputes every consignment of an account: its chain, the state that its log folds to, the row of its list, and whether
 * its orders say the same of what waits in it.
 */
export async function verifyConsignments(
  client: pg.ClientBase,
  account: string,
  waiting: Waiting,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const members: string[] = [];
  for (let after = ''; ;) {
    const { rows } = await query<ConsignmentStateRow>(
      client,
      {
        name: 'verify_consignments',
        text: `select consignment_id, version, state_schema, hash, state from consignments
                where account = $1 and consignment_id > $2 order by consignment_id limit $3`,
      },
      [account, after, BATCH],
    );
    const last = rows.at(-1);
    if (last === undefined) break;
    const events = await eventsOf(
      client,
      account,
      rows.map((row) => row.consignment_id),
    );
    const sound: Consignment[] = [];
    for (const row of rows) {
      const own = events.filter(({ stream_id }) => stream_id === row.consignment_id);
      const verdict = verifyConsignment(row, own);
      const where = `consignment ${row.consignment_id}`;
      if ('check' in verdict) findings.push({ account, where, ...verdict });
      else sound.push(verdict);
    }
    findings.push(...(await wrongRows(client, account, sound)));
    for (const consignment of sound) {
      if (consignmentStatus(consignment) !== 'open') continue;
      const { consignmentId } = consignment;
      members.push(
        ...consignment.members.map(({ orderId, shipmentId }) => `${consignmentId}/${orderId}/${shipmentId}`),
      );
    }
    after = last.consignment_id;
  }
  if (findings.length > 0) return findings;
  return [...disagreements(account, members, waiting), ...(await wrongCounts(client, account))];
}

type Fault = Pick<Finding, 'check' | 'expected' | 'found'>;

function verifyConsignment(row: ConsignmentStateRow, rows: readonly StoredEvent[]): Consignment | Fault {
  let last: Buffer = noHash;
  const events: LoggedConsignmentEvent[] = [];
  for (const [index, stored] of rows.entries()) {
    let event: LoggedConsignmentEvent;
    try {
      event = loggedConsignmentEvent(stored);
    } catch {
      return { check: 'log', expected: `event ${index + 1} to be read`, found: 'damaged data' };
    }
    const { sealed } = event;
    if (sealed.version !== index + 1)
      return { check: 'log', expected: `version ${index + 1}`, found: `version ${sealed.version}` };
    const computed = hashOf(sealed);
    if (!sealed.prevHash.equals(last) || !computed.equals(sealed.hash))
      return {
        check: 'hash chain',
        expected: computed.toString('hex'),
        found: `${sealed.hash.toString('hex')} at event ${index + 1}`,
      };
    last = sealed.hash;
    events.push(event);
  }
  if (row.version !== events.length || !row.hash.equals(last) || events.length === 0)
    return { check: 'log', expected: `${row.version} events`, found: `${events.length} events` };
  const folded = foldConsignment(events);
  if (row.state_schema !== CONSIGNMENT_STATE_SCHEMA) return folded;
  const difference = firstDifference(JSON.parse(JSON.stringify(folded)), JSON.parse(row.state));
  return difference === null
    ? folded
    : { check: 'state', expected: `${difference.expected} at ${difference.path}`, found: difference.found };
}

type StoredEvent = Omit<EventRow, 'wrapped_key'>;

async function eventsOf(
  client: pg.ClientBase,
  account: string,
  ids: readonly string[],
): Promise<readonly StoredEvent[]> {
  const { rows } = await query<StoredEvent>(
    client,
    {
      name: 'verify_consignment_events',
      text: `select account, stream_kind, stream_id, version, seq, type, schema, data, personal, actor, at, reason,
                    command_id, prev_hash, hash
               from events where account = $1 and stream_kind = 'consignment' and stream_id = any ($2)
              order by stream_id, version`,
    },
    [account, ids],
  );
  return rows;
}

async function wrongRows(
  client: pg.ClientBase,
  account: string,
  consignments: readonly Consignment[],
): Promise<readonly Finding[]> {
  const { rows } = await query<{ consignment_id: string }>(
    client,
    {
      name: 'verify_consignment_list',
      text: `select e.consignment_id from json_populate_recordset(null::consignment_list, $2) e
               left join consignment_list l on l.account = e.account and l.consignment_id = e.consignment_id
              where e.account = $1 and l is distinct from e`,
    },
    [account, JSON.stringify(consignments.map((consignment) => consignmentRow(account, consignment)))],
  );
  return rows.map(({ consignment_id: id }) => ({
    account,
    where: `consignment ${id}`,
    check: 'list of consignments',
    expected: 'the row that its state gives',
    found: 'another',
  }));
}

function disagreements(account: string, members: readonly string[], waiting: Waiting): readonly Finding[] {
  const inConsignments = new Set(members);
  const finding = (name: string, expected: string, found: string): Finding => {
    const [id, order, shipment] = name.split('/');
    return {
      account,
      where: `consignment ${id ?? ''}`,
      check: 'members',
      expected: `shipment ${shipment ?? ''} of order ${order ?? ''} ${expected}`,
      found,
    };
  };
  return [
    ...members.filter((name) => !waiting.has(name)).map((name) => finding(name, 'to wait in it', 'one that does not')),
    ...[...waiting]
      .filter((name) => !inConsignments.has(name))
      .map((name) => finding(name, 'in it', 'one that is not')),
  ];
}

async function wrongCounts(client: pg.ClientBase, account: string): Promise<readonly Finding[]> {
  const { rows } = await query<Record<'streams' | 'consignments' | 'listed', number>>(
    client,
    {
      name: 'verify_consignment_counts',
      text: `select (select count(distinct stream_id) from events where account = $1 and stream_kind = 'consignment') as streams,
                    (select count(*) from consignments where account = $1) as consignments,
                    (select count(*) from consignment_list where account = $1) as listed`,
    },
    [account],
  );
  const { streams = 0, consignments = 0, listed = 0 } = rows[0] ?? {};
  return [
    ...(streams === consignments
      ? []
      : [{ account, where: 'consignments', check: 'log', expected: `${streams}`, found: `${consignments}` }]),
    ...(consignments === listed
      ? []
      : [
          {
            account,
            where: 'list of consignments',
            check: 'list of consignments',
            expected: `${consignments}`,
            found: `${listed}`,
          },
        ]),
  ];
}
