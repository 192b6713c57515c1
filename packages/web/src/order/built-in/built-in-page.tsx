import { Anchor, Badge, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DocumentHistory } from '../../documents/document-history';
import { treeQuery, useDocumentName } from '../../documents/document-words';
import { StateBadge } from '../../documents/state-badge';
import { MomentText } from '../../parts/moment-text';
import { PageFrame } from '../../parts/page-frame';
import { Failed, Waiting } from '../../parts/state-of-page';
import { ExchangeList } from '../../payments/exchange-list';
import { useMay } from '../../session/session';
import { CustomFields } from '../custom-fields';
import { Fact } from '../fact';
import { type Order, presentQuery } from '../order-queries';
import { Section } from '../section';
import { Around } from './around';
import { type BuiltIn, builtInOf, isBuiltIn } from './built-in';
import { DocumentActions } from './document-actions';
import { DocumentMarks } from './document-marks';
import { DocumentPapers } from './document-papers';
import { HoldOn } from './hold-on';
import { MoneyFacts } from './money-facts';
import { PackageFacts } from './package-facts';
import { PaperFacts } from './paper-facts';
import { PaymentFacts } from './payment-facts';
import { ReturnFacts } from './return-facts';
import { ShipmentFacts } from './shipment-facts';

/** One document of a built-in kind: what it says, what it hangs with, what people say of it, and all that happened to it. */
export function BuiltInPage() {
  const { t } = useTranslation('documents');
  const params: { orderId?: string; kind?: string; documentId?: string } = useParams({ strict: false });
  const { orderId = '', kind = '', documentId = '' } = params;
  const order = useQuery(presentQuery(orderId));
  if (order.data === undefined) {
    return (
      <PageFrame title={t('document')}>
        {order.error === null ? (
          <Waiting lines={8} />
        ) : (
          <Failed error={order.error} onRetry={() => void order.refetch()} />
        )}
      </PageFrame>
    );
  }
  const built = isBuiltIn(kind) ? builtInOf(order.data, kind, documentId) : null;
  if (built === null) return <PageFrame title={t('document')}>{t('lost')}</PageFrame>;
  return <Shown order={order.data} built={built} id={documentId} />;
}

interface ShownProps {
  readonly order: Order;
  readonly built: BuiltIn;
  readonly id: string;
}

function Shown({ order, built, id }: ShownProps) {
  const { t } = useTranslation(['documents', 'order']);
  const { kind, document } = built;
  const tree = useQuery(treeQuery(order.orderId, order.version));
  const known = tree.data?.find((each) => each.kind === kind && each.id === id);
  const nameOf = useDocumentName();
  const name = nameOf(known ?? { kind, type: kind, id, number: 'number' in document ? document.number : null });
  return (
    <PageFrame
      title={name}
      actions={
        <Group gap="xs">
          {known !== undefined && <StateBadge kind={kind} state={known.state} size="md" />}
          {known?.approved === true && (
            <Badge variant="light" tt="none">
              {t('approved')}
            </Badge>
          )}
          <DocumentPapers order={order} built={built} />
          <DocumentActions order={order} built={built} />
          <HoldOn order={order} kind={kind} id={id} />
        </Group>
      }
    >
      <Anchor component={Link} to={`/orders/${encodeURIComponent(order.orderId)}`} size="sm">
        {t('toOrder', { number: order.number ?? order.orderId })}
      </Anchor>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md" style={{ alignItems: 'start' }}>
        <Stack gap="md">
          <Section title={t('facts')}>
            <Stack gap={6}>
              <FactsOf order={order} built={built} />
              {known !== undefined && (
                <Fact name={t('created')}>
                  <MomentText at={known.createdAt} />
                </Fact>
              )}
              <CustomFields order={order} target={kind} id={id} values={document.custom} isPast={false} of={name} />
            </Stack>
          </Section>
          <Around order={order} tree={tree.data ?? []} kind={kind} id={id} />
          <DocumentMarks order={order} kind={kind} id={id} />
        </Stack>
        <DocumentHistory order={order} kind={kind} id={id} />
      </SimpleGrid>
      <GatewayLog order={order} built={built} />
    </PageFrame>
  );
}

function FactsOf({ order, built }: Omit<ShownProps, 'id'>) {
  switch (built.kind) {
    case 'payment':
      return <PaymentFacts order={order} payment={built.document} />;
    case 'capture':
    case 'void':
    case 'refund':
      return <MoneyFacts order={order} move={built.document} />;
    case 'invoice':
    case 'return_invoice':
      return <PaperFacts order={order} paper={built.document} />;
    case 'shipment':
      return <ShipmentFacts order={order} shipment={built.document} />;
    case 'package':
      return <PackageFacts order={order} parcel={built.document} />;
    case 'return':
      return <ReturnFacts order={order} returned={built.document} />;
    default: {
      const never: never = built;
      throw new Error(`no kind ${String(never)}`);
    }
  }
}

/** What was said to the provider of a payment, or about one capture, void or refund on it. */
function GatewayLog({ order, built }: Omit<ShownProps, 'id'>) {
  const { t } = useTranslation(['order', 'payments']);
  const sees = useMay('payments.log');
  const paymentId =
    built.kind === 'payment' ? built.document.id : 'paymentId' in built.document ? built.document.paymentId : null;
  if (!sees || paymentId === null) return null;
  const provider = order.payments.find(({ id }) => id === paymentId)?.provider ?? null;
  if (provider === null) return null;
  const operation = built.kind === 'payment' ? {} : { operation: built.kind as 'capture' };
  return (
    <Section title={t('payments:log.title')}>
      <Text size="sm" c="dimmed">
        {t('payments:log.ofMoney', { provider })}
      </Text>
      <ExchangeList isOfOrder filter={{ orderId: order.orderId, paymentId, ...operation }} />
    </Section>
  );
}
