import { CONSIGNMENT_STATE_SCHEMA, type Consignment } from '@docket/core/consignment/consignment';
import type { ConsignmentEvent } from '@docket/core/consignment/consignment-events';
import type { StoredConsignment } from '../event-log/load-consignment.js';
import { noHash, type Occasion, sealEvents } from '../event-log/seal-events.js';
import { consignmentRow } from '../read-models/consignment-list.js';
import type { ConsignmentWrite, Unit } from './unit.js';

/** Everything that has to be written for a consignment after these events; null where nothing happened to it. */
export function writtenConsignment(
  account: string,
  before: StoredConsignment | null,
  { state, events }: { readonly state: Consignment; readonly events: readonly ConsignmentEvent[] },
  occasion: Occasion,
): ConsignmentWrite | null {
  if (events.length === 0) return null;
  const { consignmentId } = state;
  const after = before?.version ?? 0;
  return {
    account,
    consignmentId,
    expectedVersion: after,
    schema: CONSIGNMENT_STATE_SCHEMA,
    state: JSON.stringify(state),
    row: consignmentRow(account, state),
    events: sealEvents({
      stream: { account, streamKind: 'consignment', streamId: consignmentId },
      after,
      prevHash: before?.hash ?? noHash,
      occasion,
      key: null,
      events,
    }),
  };
}

/** The consignments of the batch in the order in which they are locked, as JSON; null where there are none. */
export function consignmentsOf(units: readonly Unit[]): string | null {
  const rows = units.flatMap((unit, index) =>
    (unit.consignments ?? []).map(({ account, consignmentId, expectedVersion, schema, state, row, events }) => {
      const { version, hash } = lastOf(events);
      const written = { unit: index, account, id: consignmentId, expected: expectedVersion, schema, state, row };
      return { ...written, version, hash: hash.toString('hex') };
    }),
  );
  rows.sort((a, b) => (`${a.account}/${a.id}` < `${b.account}/${b.id}` ? -1 : 1));
  return rows.length === 0 ? null : JSON.stringify(rows);
}

function lastOf<T>(events: readonly T[]): T {
  const last = events.at(-1);
  if (last === undefined) throw new Error('a unit changes a consignment without an event');
  return last;
}
