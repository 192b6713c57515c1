import { Anchor, Badge, Button, Group, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { IconGift, IconPlus, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { customerAddress } from '../customers/customer';
import { docket } from '../docket';
import { day } from '../format/moments';
import { money } from '../format/money';
import { Listed, ListTable } from '../parts/listed';
import { PageFrame } from '../parts/page-frame';
import { Refused } from '../parts/refused';
import { SideDrawer } from '../parts/side-drawer';
import { Empty } from '../parts/state-of-page';
import { submitted } from '../parts/submitted';
import { useAddressFilter } from '../payments/address-filter';
import { useMay } from '../session/session';
import type { Credit } from './credit';
import { CreditForm } from './credit-form';

const addressOf = ({ credit }: Pick<Credit, 'credit'>): string => `/credits/${encodeURIComponent(credit)}`;

/** Gift cards and store credit: what buyers have with the shop. */
export function CreditsPage() {
  const { t, i18n } = useTranslation(['credits', 'setting']);
  const router = useRouter();
  const mayEdit = useMay('credits.edit');
  const seesCustomers = useMay('customers.view');
  const [making, { open, close }] = useDisclosure(false);
  const [asked, ask] = useAddressFilter(['customerId']);
  const [customerId] = useDebouncedValue(asked.customerId.trim(), 300);
  const pages = useInfiniteQuery({
    queryKey: ['settings', 'credits', 'pages', customerId],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      docket.call('listCredits', {
        query: {
          limit: 50,
          ...(customerId === '' ? {} : { customerId }),
          ...(pageParam === null ? {} : { after: pageParam }),
        },
      }),
    getNextPageParam: ({ next }) => next,
  });
  const sum = (amount: number, currency: string): string => money(amount, currency, i18n.language);
  return (
    <PageFrame
      title={t('title')}
      actions={
        mayEdit && (
          <Button size="xs" leftSection={<IconPlus size={16} />} onClick={open}>
            {t('make')}
          </Button>
        )
      }
    >
      <Group gap="xs" align="flex-end">
        <TextInput
          size="xs"
          label={t('customer')}
          placeholder={t('anyCustomer')}
          value={asked.customerId}
          onChange={({ currentTarget }) => ask({ customerId: currentTarget.value })}
        />
        <ByCode />
      </Group>
      <Listed
        pages={pages}
        rowsOf={({ items }) => items}
        empty={<Empty icon={<IconGift />} title={t('none')} text={t('noneText')} />}
      >
        {(credits) => (
          <ListTable
            minWidth={680}
            columns={[
              { name: t('credit') },
              { name: t('kind') },
              { name: t('customer') },
              { name: t('balance'), figures: true },
              { name: t('held'), figures: true },
              { name: t('expires') },
            ]}
          >
            {credits.map((credit) => (
              <Table.Tr key={credit.credit}>
                <Table.Td>
                  <Group gap={6} wrap="nowrap">
                    <Anchor
                      component={Link}
                      to={addressOf(credit)}
                      size="sm"
                      fw={500}
                      style={{ overflowWrap: 'anywhere' }}
                    >
                      {credit.credit}
                    </Anchor>
                    {!credit.active && (
                      <Badge size="sm" variant="default" tt="none" style={{ flexShrink: 0 }}>
                        {t('setting:inactive')}
                      </Badge>
                    )}
                  </Group>
                </Table.Td>
                <Table.Td>{t(`kinds.${credit.kind}`)}</Table.Td>
                <Table.Td>
                  <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                    {credit.customerId !== null && seesCustomers ? (
                      <Anchor component={Link} to={customerAddress(credit.customerId)} size="sm">
                        {credit.customerId}
                      </Anchor>
                    ) : (
                      (credit.customerId ?? '–')
                    )}
                  </Text>
                </Table.Td>
                <Table.Td ta="right">{sum(credit.balance, credit.currency)}</Table.Td>
                <Table.Td ta="right">{credit.held === 0 ? '–' : sum(credit.held, credit.currency)}</Table.Td>
                <Table.Td>{credit.expiresAt === null ? '–' : day(credit.expiresAt, i18n.language)}</Table.Td>
              </Table.Tr>
            ))}
          </ListTable>
        )}
      </Listed>
      <SideDrawer opened={making} onClose={close} size="md" title={t('make')}>
        <CreditForm value={null} onDone={(credit) => router.history.push(addressOf(credit))} />
      </SideDrawer>
    </PageFrame>
  );
}

/** The way to a gift card by what is printed on it. */
function ByCode() {
  const { t } = useTranslation('credits');
  const router = useRouter();
  const [code, setCode] = useState('');
  const find = useMutation({
    mutationFn: () => docket.call('findCreditByCode', { body: { code: code.trim() } }),
    onSuccess: (credit) => router.history.push(addressOf(credit)),
  });
  return (
    <form onSubmit={submitted(() => find.mutate())}>
      <Group gap="xs" align="flex-end">
        <TextInput
          size="xs"
          label={t('code')}
          placeholder="K7QM-2XHD-9TRB"
          autoComplete="off"
          spellCheck={false}
          value={code}
          onChange={({ currentTarget }) => {
            find.reset();
            setCode(currentTarget.value);
          }}
        />
        <Button
          type="submit"
          size="xs"
          variant="default"
          leftSection={<IconSearch size={14} />}
          loading={find.isPending}
          disabled={code.trim() === ''}
        >
          {t('find')}
        </Button>
        <Refused error={find.error} />
      </Group>
    </form>
  );
}
