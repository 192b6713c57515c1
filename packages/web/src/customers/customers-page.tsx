import { Anchor, Badge, Button, Group, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { IconPlus, IconUsers } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { Listed, ListTable } from '../parts/listed';
import { PageFrame } from '../parts/page-frame';
import { SideDrawer } from '../parts/side-drawer';
import { Empty } from '../parts/state-of-page';
import { useAddressFilter } from '../payments/address-filter';
import { useMay } from '../session/session';
import { type Customer, customerAddress, nameOfCustomer } from './customer';
import { CustomerFigures } from './customer-figures';
import { CustomerForm } from './customer-form';

/** Whom the account knows, found by the beginnings of names and by mail address. */
export function CustomersPage() {
  const { t } = useTranslation('customers');
  const router = useRouter();
  const mayEdit = useMay('customers.edit');
  const seesPeople = useMay('personal.view');
  const seesOrders = useMay('orders.view');
  const [making, { open, close }] = useDisclosure(false);
  const [asked, ask] = useAddressFilter(['q']);
  const [q] = useDebouncedValue(asked.q.trim(), 300);
  const pages = useInfiniteQuery({
    queryKey: ['settings', 'customers', 'pages', q],
    placeholderData: keepPreviousData,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      docket.call(
        'listCustomer',
        { query: { limit: 25, ...(q === '' ? {} : { q }), ...(pageParam === null ? {} : { after: pageParam }) } },
        { signal },
      ),
    getNextPageParam: ({ next }) => next,
  });
  return (
    <PageFrame
      title={t('title')}
      actions={
        mayEdit && (
          <Button size="xs" leftSection={<IconPlus size={16} />} onClick={open}>
            {t('add')}
          </Button>
        )
      }
    >
      {seesPeople && (
        <TextInput
          maw={360}
          label={t('find')}
          description={t('findText')}
          value={asked.q}
          onChange={({ currentTarget }) => ask({ q: currentTarget.value })}
        />
      )}
      <Listed
        pages={pages}
        rowsOf={({ items }) => items}
        empty={<Empty icon={<IconUsers />} title={t('none')} text={t(q === '' ? 'noneText' : 'noneFoundText')} />}
      >
        {(customers) => (
          <ListTable
            minWidth={640}
            columns={[
              { name: t('customer') },
              { name: t('email') },
              { name: t('groups') },
              ...(seesOrders ? [{ name: t('ordersAndSum') }] : []),
            ]}
          >
            {customers.map((customer) => (
              <Row key={customer.customerId} customer={customer} seesOrders={seesOrders} />
            ))}
          </ListTable>
        )}
      </Listed>
      <SideDrawer opened={making} onClose={close} size="md" title={t('add')}>
        <CustomerForm value={null} onDone={({ customerId }) => router.history.push(customerAddress(customerId))} />
      </SideDrawer>
    </PageFrame>
  );
}

function Row({ customer, seesOrders }: { readonly customer: Customer; readonly seesOrders: boolean }) {
  const { t } = useTranslation('customers');
  const { customerId, email, groups, forgotten } = customer;
  return (
    <Table.Tr>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>
        <Group gap={6}>
          <Anchor component={Link} to={customerAddress(customerId)} size="sm" fw={500}>
            {nameOfCustomer(customer)}
          </Anchor>
          {forgotten && (
            <Badge size="sm" variant="default" tt="none">
              {t('forgotten')}
            </Badge>
          )}
        </Group>
        <Text size="xs" c="dimmed">
          {customerId}
        </Text>
      </Table.Td>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>{email ?? '–'}</Table.Td>
      <Table.Td>{groups.length === 0 ? '–' : groups.join(', ')}</Table.Td>
      {seesOrders && (
        <Table.Td>
          <CustomerFigures customerId={customerId} limit={1} />
        </Table.Td>
      )}
    </Table.Tr>
  );
}
