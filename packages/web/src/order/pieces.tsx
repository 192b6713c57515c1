import { Text } from '@mantine/core';
import type { Order } from './order-queries';

interface PiecesProps {
  readonly order: Order;
  readonly items: readonly { readonly lineId: string; readonly quantity: number }[];
}

/** `2 × Assam, 100 g`, by the names that the lines have. */
export function Pieces({ order, items }: PiecesProps) {
  return items.map(({ lineId, quantity }) => (
    <Text key={lineId} size="sm">
      {quantity} × {order.lines.find(({ id }) => id === lineId)?.name ?? lineId}
    </Text>
  ));
}
