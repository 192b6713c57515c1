import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { money } from '../format/money';
import { useMay } from '../session/session';
import { ordersOfCustomerQuery } from './customer';

interface CustomerFiguresProps {
  readonly customerId: string;
  /** Orders that are asked for beside the figures. */
  readonly limit: number;
}

/** How many orders, and what they come to: as far as the reader sees orders and money. */
export function CustomerFigures({ customerId, limit }: CustomerFiguresProps) {
  const { t, i18n } = useTranslation('customers');
  const seesPrices = useMay('prices.view');
  const found = useQuery(ordersOfCustomerQuery(customerId, limit));
  if (found.data === undefined) return <Text size="sm">{found.error === null ? '…' : '–'}</Text>;
  const { count, sum } = found.data;
  const orders = count?.orders ?? 0;
  return (
    <Text size="sm" className="figure">
      {count?.exact === false ? t('moreOrders', { count: orders }) : t('orders', { count: orders })}
      {seesPrices &&
        (sum?.currencies ?? []).map(({ currency, total }) =>
          total === null ? null : (
            <Text span key={currency} size="sm" c="dimmed">
              {' · '}
              {money(total, currency, i18n.language)}
            </Text>
          ),
        )}
    </Text>
  );
}
