import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { OrderSource } from './order-source';

interface OtherOrderProps {
  /** Names it. */
  readonly text: string;
  readonly orderId: string;
  readonly source: OrderSource;
}

/** Another order of the buyer: a way to it for who has signed in, its number for who came by a link. */
export function OtherOrder({ text, orderId, source }: OtherOrderProps) {
  const path = source.pathOf(orderId);
  return path === null ? (
    <Text size="sm">{text}</Text>
  ) : (
    <Anchor component={Link} to={path} size="sm">
      {text}
    </Anchor>
  );
}
