import { Anchor, Table } from '@mantine/core';
import { IconGift } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { day } from '../format/moments';
import { money } from '../format/money';
import { Listed, ListTable } from '../parts/listed';
import { Empty } from '../parts/state-of-page';

/** Store credit that belongs to the customer. */
export function CustomerCredits({ customerId }: { readonly customerId: string }) {
  const { t, i18n } = useTranslation(['customers', 'credits']);
  const pages = useInfiniteQuery({
    queryKey: ['settings', 'credits', 'of-customer', customerId],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      docket.call('listCredits', {
        query: { limit: 50, customerId, ...(pageParam === null ? {} : { after: pageParam }) },
      }),
    getNextPageParam: ({ next }) => next,
  });
  return (
    <Listed
      pages={pages}
      rowsOf={({ items }) => items}
      empty={<Empty icon={<IconGift />} title={t('noCredit')} text={t('noCreditText')} />}
    >
      {(credits) => (
        <ListTable
          minWidth={420}
          columns={[
            { name: t('credits:credit') },
            { name: t('credits:balance'), figures: true },
            { name: t('credits:expires') },
          ]}
        >
          {credits.map(({ credit, balance, currency, expiresAt }) => (
            <Table.Tr key={credit}>
              <Table.Td>
                <Anchor component={Link} to={`/credits/${encodeURIComponent(credit)}`} size="sm" fw={500}>
                  {credit}
                </Anchor>
              </Table.Td>
              <Table.Td ta="right" className="figure">
                {money(balance, currency, i18n.language)}
              </Table.Td>
              <Table.Td>{expiresAt === null ? '–' : day(expiresAt, i18n.language)}</Table.Td>
            </Table.Tr>
          ))}
        </ListTable>
      )}
    </Listed>
  );
}
