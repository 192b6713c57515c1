import { Alert, Anchor, Button, Group, SimpleGrid } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowLeft, IconEdit, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { Fact } from '../order/fact';
import { Section } from '../order/section';
import { ConfirmButton } from '../parts/confirm-button';
import { PageFrame } from '../parts/page-frame';
import { SideDrawer } from '../parts/side-drawer';
import { Failed, Waiting } from '../parts/state-of-page';
import { useMay } from '../session/session';
import { ChangesList } from '../settings/history/changes-list';
import { SettingTabs } from '../settings/setting-tabs';
import { settingsChanged } from '../settings/use-save';
import { type Customer, customerQuery, nameOfCustomer } from './customer';
import { CustomerCredits } from './customer-credits';
import { CustomerForm } from './customer-form';
import { CustomerOrders } from './customer-orders';

/** One customer: who it is, what they ordered, what they have with the shop, and who changed what. */
export function CustomerPage() {
  const { t } = useTranslation(['customers', 'setting']);
  const { customerId }: { customerId: string } = useParams({ from: '/desk/customers/$customerId' });
  const found = useQuery(customerQuery(customerId));
  const seesOrders = useMay('orders.view');
  const seesCredits = useMay('credits.view');
  const customer = found.data;
  return (
    <PageFrame
      title={customer === undefined ? customerId : nameOfCustomer(customer)}
      actions={customer !== undefined && <CustomerActions customer={customer} />}
    >
      <Anchor component={Link} to="/customers" size="sm" w="fit-content">
        <IconArrowLeft size={14} style={{ verticalAlign: 'text-bottom' }} /> {t('title')}
      </Anchor>
      {found.isPending && <Waiting />}
      {found.error !== null && <Failed error={found.error} onRetry={() => void found.refetch()} />}
      {customer !== undefined && (
        <>
          <Person customer={customer} />
          <SettingTabs
            tabs={[
              ...(seesOrders
                ? [{ value: 'orders', label: t('orderTab'), content: <CustomerOrders customerId={customerId} /> }]
                : []),
              ...(seesCredits
                ? [{ value: 'credits', label: t('creditTab'), content: <CustomerCredits customerId={customerId} /> }]
                : []),
              {
                value: 'history',
                label: t('setting:history.title'),
                content: (
                  <ChangesList
                    isOfMany={false}
                    under={['settings', 'customers', 'one', customerId]}
                    page={(query) => docket.call('listCustomerChanges', { path: { customerId }, query })}
                  />
                ),
              },
            ]}
          />
        </>
      )}
    </PageFrame>
  );
}

function Person({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation('customers');
  const seesPeople = useMay('personal.view');
  const { customerId, email, phone, company, document, locale, groups, organisation, taxExemption } = customer;
  const facts = [
    ['field.customerId', customerId],
    ['field.email', email],
    ['field.phone', phone],
    ['field.company', company],
    ['field.document', document],
    ['field.locale', locale],
    ['groups', groups.length === 0 ? null : groups.join(', ')],
    ['field.organisation', organisation],
  ] as const;
  return (
    <Section title={t('person')}>
      {customer.forgotten && <Alert color="gray">{t('forgottenText')}</Alert>}
      {!seesPeople && !customer.forgotten && <Alert color="gray">{t('hidden')}</Alert>}
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
        {facts.map(
          ([name, value]) =>
            value !== null && (
              <Fact key={name} name={t(name)}>
                {value}
              </Fact>
            ),
        )}
        <Fact name={t('field.taxExemption')}>{taxExemption ?? t('paysTax')}</Fact>
      </SimpleGrid>
    </Section>
  );
}

function CustomerActions({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation(['customers', 'setting']);
  const { customerId } = customer;
  const mayEdit = useMay('customers.edit');
  // Who does not see a customer would write over what is not shown.
  const seesPeople = useMay('personal.view');
  const mayForget = useMay('personal.forget');
  const navigate = useNavigate();
  const [editing, { open, close }] = useDisclosure(false);
  return (
    <Group gap="xs">
      {mayEdit && seesPeople && (
        <Button size="xs" variant="default" leftSection={<IconEdit size={16} />} onClick={open}>
          {t('setting:edit')}
        </Button>
      )}
      {mayForget && !customer.forgotten && (
        <Button size="xs" variant="default" component={Link} to="/settings/forgetting">
          {t('forget')}
        </Button>
      )}
      {mayEdit && (
        <ConfirmButton
          label={t('remove')}
          text={t('removeText')}
          icon={<IconTrash size={16} />}
          danger
          act={async () => {
            await docket.call('removeCustomer', { path: { customerId } });
            await settingsChanged();
            await navigate({ to: '/customers' });
          }}
        />
      )}
      <SideDrawer opened={editing} onClose={close} size="md" title={nameOfCustomer(customer)}>
        <CustomerForm value={customer} onDone={close} />
      </SideDrawer>
    </Group>
  );
}
