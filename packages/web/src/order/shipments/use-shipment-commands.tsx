import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { notify } from '../../parts/notify';
import { RefusalText } from '../../parts/refusal-text';
import { type Order, orderKey } from '../order-queries';
import type { Moving } from './move-form';

interface ShipmentCommands {
  readonly isPending: boolean;
  /** A shipment of all that is planned nowhere; empty: one to move pieces to. */
  plan(empty: boolean): void;
  move(moving: Moving, quantity: number): void;
  /** A new package of what lies in none yet. */
  pack(shipmentId: string): void;
  unpack(shipmentId: string, packageId: string): void;
}

/** What the board asks of the order; what stands against it is told in the words of the server. */
export function useShipmentCommands({ orderId }: Order): ShipmentCommands {
  const { t } = useTranslation('order');
  const queries = useQueryClient();
  const asked = useMutation({
    mutationFn: (ask: () => Promise<unknown>) => ask(),
    onError: (error) => notify({ color: 'red', title: t('actions.refused'), message: <RefusalText error={error} /> }),
    onSettled: () => queries.invalidateQueries({ queryKey: orderKey(orderId) }),
  });
  const path = { orderId };
  return {
    isPending: asked.isPending,
    plan: (empty) => asked.mutate(() => docket.call('plan_shipment', { path, body: empty ? { items: [] } : {} })),
    pack: (shipmentId) => asked.mutate(() => docket.call('pack_package', { path: { orderId, shipmentId }, body: {} })),
    unpack: (shipmentId, packageId) =>
      asked.mutate(() => docket.call('unpack_package', { path: { orderId, shipmentId, packageId }, body: {} })),
    move: ({ lineId, from, to, packages }, quantity) => {
      const items = [{ lineId, quantity }];
      if (packages !== undefined && from !== null) {
        const ends = {
          ...(packages.from === null ? {} : { from: packages.from }),
          ...(packages.to === null ? {} : { to: packages.to }),
        };
        asked.mutate(() =>
          docket.call('move_packed_items', { path: { orderId, shipmentId: from }, body: { ...ends, items } }),
        );
        return;
      }
      asked.mutate(() => {
        if (to !== 'new') {
          const ends = { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) };
          return docket.call('move_items', { path, body: { ...ends, items } });
        }
        return from === null
          ? docket.call('plan_shipment', { path, body: { items } })
          : docket.call('split_shipment', { path: { orderId, shipmentId: from }, body: { items } });
      });
    },
  };
}
