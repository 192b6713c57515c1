import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { Around } from '../order/built-in/around';
import { HoldOn } from '../order/built-in/hold-on';
import { Fact } from '../order/fact';
import { type Order, presentQuery } from '../order/order-queries';
import { Section } from '../order/section';
import { useMoney } from '../order/shown-money';
import { ConfirmButton } from '../parts/confirm-button';
import { MomentText } from '../parts/moment-text';
import { notify } from '../parts/notify';
import { PageFrame } from '../parts/page-frame';
import { Failed, Waiting } from '../parts/state-of-page';
import { typeLabel, typesQuery } from './definitions';
import { DocumentForm } from './document-form';
import { DocumentHistory } from './document-history';
import { treeQuery } from './document-words';
import { StateBadge } from './state-badge';
import { FieldFacts } from './field-facts';
import { fieldsIn, NO_FIELDS } from './field-schema';
import { useDocumentCommand } from './use-document-command';

type CustomDocument = Order['documents'][number];

/** One document of the account's own: what it says, what may be changed, and all that happened to it. */
export function DocumentPage(): ReactElement {
  const { t } = useTranslation('documents');
  const { orderId = '', documentId = '' }: { orderId?: string; documentId?: string } = useParams({ strict: false });
  const order = useQuery(presentQuery(orderId));
  const document = order.data?.documents.find(({ id }) => id === documentId);
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
  if (document === undefined) return <PageFrame title={t('document')}>{t('lost')}</PageFrame>;
  return <Shown order={order.data} document={document} />;
}

interface ShownProps {
  readonly order: Order;
  readonly document: CustomDocument;
}

function Shown({ order, document }: ShownProps) {
  const { t, i18n } = useTranslation('documents');
  const { data: types = [] } = useQuery(typesQuery);
  const type = types.find((each) => each.type === document.type);
  const shown = useMoney(order.currency);
  const tree = useQuery(treeQuery(order.orderId, order.version));
  const isOpen = document.cancelledAt === null;
  return (
    <PageFrame
      title={`${typeLabel(type, document.type, i18n.language)} ${document.number}`}
      actions={
        <Group gap="xs">
          <StateBadge kind="custom" type={document.type} state={isOpen ? document.status : 'cancelled'} size="md" />
          {isOpen && <HoldOn order={order} kind="custom" id={document.id} />}
          {document.may.includes('cancel_document') && <Cancel order={order} document={document} />}
        </Group>
      }
    >
      <Anchor component={Link} to={`/orders/${encodeURIComponent(order.orderId)}`} size="sm">
        {t('toOrder', { number: order.number ?? order.orderId })}
      </Anchor>
      <Section title={t('facts')}>
        <Stack gap={6}>
          <FieldFacts
            schema={type === undefined ? NO_FIELDS : fieldsIn(type.fields)}
            values={document.custom}
            currency={order.currency}
          />
          {document.amount !== null && <Fact name={t('amount')}>{shown(document.amount)}</Fact>}
          {document.outerId !== null && <Fact name={t('outerId')}>{document.outerId}</Fact>}
          <Fact name={t('approved')}>{t(document.approved ? 'yes' : 'no')}</Fact>
          <Fact name={t('created')}>
            <MomentText at={document.createdAt} />
          </Fact>
          <Fact name={t('updated')}>
            <MomentText at={document.updatedAt} />
          </Fact>
          {document.cancelledAt !== null && (
            <Fact name={t('cancelled')}>
              <MomentText at={document.cancelledAt} /> {document.cancelReason}
            </Fact>
          )}
          {document.comment !== null && (
            <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
              {document.comment}
            </Text>
          )}
        </Stack>
      </Section>
      <Around order={order} tree={tree.data ?? []} kind="custom" id={document.id} />
      {type !== undefined && document.may.includes('change_document') && (
        <Section title={t('change')}>
          <Change key={document.updatedAt} order={order} document={document} type={type} />
        </Section>
      )}
      <DocumentHistory order={order} kind="custom" id={document.id} />
    </PageFrame>
  );
}

function Change({ order, document, type }: ShownProps & { readonly type: Parameters<typeof DocumentForm>[0]['type'] }) {
  const { t } = useTranslation('documents');
  const change = useDocumentCommand(
    order.orderId,
    (words: Parameters<Parameters<typeof DocumentForm>[0]['onSave']>[0]) =>
      docket.call('change_document', {
        path: { orderId: order.orderId, documentId: document.id },
        body: words,
      }),
    () => notify({ color: 'green', message: t('changed') }),
  );
  return (
    <DocumentForm
      type={type}
      currency={order.currency}
      document={document}
      isSaving={change.isPending}
      error={change.error}
      onSave={(words) => change.mutate(words)}
    />
  );
}

function Cancel({ order, document }: ShownProps) {
  const { t } = useTranslation('documents');
  const cancel = useDocumentCommand(
    order.orderId,
    () => docket.call('cancel_document', { path: { orderId: order.orderId, documentId: document.id }, body: {} }),
    () => notify({ color: 'green', message: t('ended') }),
  );
  return <ConfirmButton danger label={t('cancel')} text={t('cancelText')} act={() => cancel.mutateAsync(undefined)} />;
}
