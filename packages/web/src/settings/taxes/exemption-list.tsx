import { Button, Stack, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconEdit, IconUsers } from '@tabler/icons-react';
import type { components } from '@docket/sdk';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { Listed, ListTable } from '../../parts/listed';
import { SideDrawer } from '../../parts/side-drawer';
import { Empty } from '../../parts/state-of-page';
import { useMay } from '../../session/session';
import { fieldProblem } from '../field-problem';
import { SettingForm } from '../setting-form';
import { useSave } from '../use-save';

type Customer = components['schemas']['Customer'];

const nameOf = ({ firstName, lastName, company, email, customerId }: Customer): string =>
  [[firstName, lastName].filter(Boolean).join(' '), company, email].find((name) => name != null && name !== '') ??
  customerId;

/** Which customers pay no tax, and why. */
export function ExemptionList() {
  const { t } = useTranslation(['taxes', 'setting']);
  const mayEdit = useMay('customers.edit');
  const seesPeople = useMay('personal.view');
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 300);
  const [opened, setOpened] = useState<Customer | null>(null);
  const pages = useInfiniteQuery({
    queryKey: ['settings', 'customers', 'exemptions', q],
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
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('exemptionsText')}
      </Text>
      {seesPeople && (
        <TextInput
          maw={360}
          label={t('findCustomer')}
          description={t('findCustomerText')}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      )}
      <Listed
        pages={pages}
        rowsOf={({ items }) => items}
        empty={<Empty icon={<IconUsers />} title={t('noCustomers')} text={t('noCustomersText')} />}
      >
        {(customers) => (
          <ListTable
            minWidth={480}
            columns={[{ name: t('customer') }, { name: t('exemption') }, ...(mayEdit ? [{ name: '' }] : [])]}
          >
            {customers.map((customer) => (
              <Table.Tr key={customer.customerId}>
                <Table.Td>
                  <Text size="sm" fw={500} style={{ overflowWrap: 'anywhere' }}>
                    {nameOf(customer)}
                  </Text>
                  <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                    {customer.customerId}
                  </Text>
                </Table.Td>
                <Table.Td>
                  {customer.taxExemption ?? (
                    <Text span size="sm" c="dimmed">
                      {t('paysTax')}
                    </Text>
                  )}
                </Table.Td>
                {mayEdit && (
                  <Table.Td ta="right">
                    <Button
                      variant="default"
                      size="xs"
                      leftSection={<IconEdit size={14} />}
                      aria-label={t('setting:editOne', { name: nameOf(customer) })}
                      onClick={() => setOpened(customer)}
                    >
                      {t('setting:edit')}
                    </Button>
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </ListTable>
        )}
      </Listed>
      <SideDrawer
        size="md"
        opened={opened !== null}
        onClose={() => setOpened(null)}
        title={opened === null ? '' : nameOf(opened)}
      >
        {opened !== null && <ExemptionForm customer={opened} onDone={() => setOpened(null)} />}
      </SideDrawer>
    </Stack>
  );
}

function ExemptionForm({ customer, onDone }: { readonly customer: Customer; readonly onDone: () => void }) {
  const { t } = useTranslation('taxes');
  const [typed, setTyped] = useState(customer.taxExemption ?? '');
  const save = useSave(
    () =>
      docket.call('changeCustomer', {
        path: { customerId: customer.customerId },
        body: { taxExemption: typed.trim() === '' ? null : typed.trim() },
      }),
    onDone,
  );
  const { at, rest } = fieldProblem(save.error, ['/taxExemption']);
  return (
    <SettingForm onSave={() => save.mutate()} isSaving={save.isPending} problem={rest}>
      <TextInput
        label={t('exemption')}
        description={t('exemptionText')}
        data-autofocus
        maxLength={25}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        error={at('/taxExemption')}
      />
    </SettingForm>
  );
}
