import { Text } from '@mantine/core';
import type { Order } from './order-queries';

interface AddressLinesProps {
  readonly address: NonNullable<Order['billingAddress']>;
}

/** An address as an envelope has it. */
export function AddressLines({ address }: AddressLinesProps) {
  const lines = [
    [address.receiver],
    [address.street, address.number, address.complement],
    [address.postalCode, address.city, address.state, address.country],
  ];
  return lines.map((words, line) => {
    const text = words.filter(Boolean).join(' ');
    return text === '' ? null : (
      <Text key={line} size="sm">
        {text}
      </Text>
    );
  });
}
