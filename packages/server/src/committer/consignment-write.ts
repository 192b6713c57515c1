import { CONSIGNMENT_STATE_SCHEMA, type Consignment } from '@docket/core/consignment/consignment';
import type { ConsignmentEvent } from '@docket/core/consignment/consignment-events';
import type { StoredConsignment } from '../event-log/load-consignment.js';
import { noHash, type Occasion, sealEvents } from '../event-log/seal-events.js';
import { consignmentRow } from '../read-models/consignment-list.js';
import type { ConsignmentWrite } from './unit.js';

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
