import { Alert, Button, Stack, Tabs } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { moment } from '../format/moments';
import { PageFrame } from '../parts/page-frame';
import { Failed, Waiting } from '../parts/state-of-page';
import layout from './order-page.module.css';
import { ActionList } from './actions/action-list';
import { OrderDrafts } from '../drafts/order-drafts';
import { OrderBuyer } from './order-buyer';
import { OrderCancellation } from './order-cancellation';
import { CustomFields } from './custom-fields';
import { OrderDocuments } from './order-documents';
import { OrderHeader, OrderStatus } from './order-header';
import { OrderHistory } from './order-history';
import { OrderHolds } from './order-holds';
import { OrderItems } from './order-items';
import { OrderLog } from './order-log';
import { OrderMoney } from './order-money';
import { OrderNotes } from './order-notes';
import { OrderPackages } from './order-packages';
import { OrderPapers } from './order-papers';
import { OrderTaxes } from './order-taxes';
import { useTargetFields } from '../documents/definitions';
import { Section } from './section';
import { OrderReturns } from './order-returns';
import { OrderPayments } from './order-payments';
import { type Order, presentQuery, versionQuery } from './order-queries';
import { OrderShipments } from './shipments/order-shipments';
import { ShopperTimeline } from './shopper-timeline';
import { WorkflowPicture } from './workflow-picture';

/** One order: what it is, what may be done with it, and all that happened to it. */
export function OrderPage(): ReactElement {
  const { t, i18n } = useTranslation('order');
  const { orderId, version: asked } = useAddress();
  const present = useQuery(presentQuery(orderId));
  const past = asked === undefined || asked === present.data?.version ? null : asked;
  const then = useQuery(versionQuery(orderId, past));
  const setVersion = useVersionSwitch(orderId);
  // Until the version comes, the page stays as it is.
  const order = past === null ? present.data : (then.data ?? present.data);
  const error = past === null ? present.error : (then.error ?? present.error);
  if (present.data === undefined || order === undefined || (past !== null && then.error !== null)) {
    return (
      <PageFrame title={t('title', { number: orderId })}>
        {error === null ? (
          <Waiting lines={12} height={44} />
        ) : (
          <Failed error={error} onRetry={() => void present.refetch()} />
        )}
      </PageFrame>
    );
  }
  return (
    <PageFrame title={t('title', { number: order.number ?? order.orderId })} actions={<OrderStatus order={order} />}>
      {past !== null && (
        <Alert
          color="yellow"
          icon={<IconHistory />}
          py="xs"
          title={t('past.title', { version: past, of: present.data.version })}
        >
          {order.asOf !== undefined && t('past.text', { at: moment(order.asOf.at, i18n.language) })}{' '}
          <Button size="compact-xs" variant="default" ml="xs" onClick={() => setVersion(undefined)}>
            {t('past.back')}
          </Button>
        </Alert>
      )}
      <OrderHeader order={order} />
      <WorkflowPicture order={order} presentVersion={present.data.version} />
      <OrderColumns order={order} present={present.data} shown={past ?? present.data.version} setVersion={setVersion} />
    </PageFrame>
  );
}

interface OrderColumnsProps {
  /** As it is shown: of the version that was asked for. */
  readonly order: Order;
  readonly present: Order;
  /** The version that was asked for: the order of it may be on its way. */
  readonly shown: number;
  readonly setVersion: (version: number | undefined) => void;
}

function OrderColumns({ order, present, shown, setVersion }: OrderColumnsProps) {
  const { t } = useTranslation('order');
  const isPast = shown !== present.version;
  return (
    <div className={layout['columns']}>
      <div className={layout['next']}>{!isPast && <ActionList order={present} />}</div>
      <div className={layout['main']}>
        <Tabs defaultValue="order" keepMounted={false}>
          <Tabs.List mb="md">
            <Tabs.Tab value="order">{t('tabs.order')}</Tabs.Tab>
            <Tabs.Tab value="history">{t('tabs.history')}</Tabs.Tab>
            <Tabs.Tab value="log">{t('tabs.log')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="order">
            <Stack gap="md">
              <OrderHolds order={order} />
              <OrderCancellation order={order} />
              <OrderDrafts order={order} isPast={isPast} />
              <OrderItems order={order} isPast={isPast} />
              <OrderPayments order={order} isPast={isPast} />
              <OrderShipments order={order} isPast={isPast} />
              <OrderPackages order={order} isPast={isPast} />
              <OrderReturns order={order} isPast={isPast} />
              <OrderPapers order={order} isPast={isPast} />
              {!isPast && <OrderTaxes order={order} />}
              <OrderDocuments order={order} isPast={isPast} />
            </Stack>
          </Tabs.Panel>
          <Tabs.Panel value="history">
            <OrderHistory present={present} shown={shown} setVersion={setVersion} />
          </Tabs.Panel>
          <Tabs.Panel value="log">
            <OrderLog order={order} />
          </Tabs.Panel>
        </Tabs>
      </div>
      <div className={layout['beside']}>
        <Stack gap="md">
          <OrderMoney order={order} isPast={isPast} />
          <ShopperTimeline order={order} />
          <OrderFields order={order} isPast={isPast} />
          <OrderBuyer order={order} />
          <OrderNotes order={order} />
        </Stack>
      </div>
    </div>
  );
}

/** Fields of the account on the order itself; what it was placed with stands beside them. */
function OrderFields({ order, isPast }: { readonly order: Order; readonly isPast: boolean }) {
  const { t } = useTranslation('documents');
  const fields = useTargetFields('order');
  if (Object.keys(fields.properties).length === 0) return null;
  return (
    <Section title={t('fields')}>
      <CustomFields order={order} target="order" values={order.custom} isPast={isPast} of={t('ofOrder')} />
    </Section>
  );
}

/** The version stands in the address: a link shows the order as it was. */
function useVersionSwitch(orderId: string): (version: number | undefined) => void {
  const navigate = useNavigate();
  return (version) =>
    void navigate({
      to: '/orders/$orderId',
      params: { orderId },
      search: version === undefined ? {} : { version },
      replace: true,
      resetScroll: false,
    });
}

interface Address {
  readonly orderId: string;
  readonly version?: number;
}

/** What the route has read and checked. Its own types lead back to this page, so the compiler cannot know them here. */
function useAddress(): Address {
  const path: unknown = useParams({ strict: false });
  const search: unknown = useSearch({ strict: false });
  return { ...(path as Pick<Address, 'orderId'>), ...(search as Pick<Address, 'version'>) };
}
