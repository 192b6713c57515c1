import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HoldBadge } from '../../holds/hold-badge';
import { ActionDrawer } from '../actions/action-drawer';
import type { Order } from '../order-queries';

interface HoldOnProps {
  readonly order: Order;
  /** A built-in kind, or `custom`. */
  readonly kind: string;
  readonly id: string;
}

/** The holds that stand on a document, and the way to another one. */
export function HoldOn({ order, kind, id }: HoldOnProps) {
  const { t } = useTranslation('order');
  const [asks, setAsks] = useState(false);
  const may = order.allowed.some(({ command, allowed }) => command === 'place_hold' && allowed);
  return (
    <>
      <HoldBadge holds={order.holds.filter(({ on }) => on?.kind === kind && on.id === id)} />
      {may && (
        <Button size="xs" variant="subtle" onClick={() => setAsks(true)}>
          {t('command.place_hold')}
        </Button>
      )}
      <ActionDrawer
        order={order}
        command={asks ? 'place_hold' : null}
        typed={{ on: { kind, id } }}
        onClose={() => setAsks(false)}
      />
    </>
  );
}
