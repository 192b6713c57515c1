import { Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import type { Order } from '../order/order-queries';
import { notify } from '../parts/notify';
import { SideDrawer } from '../parts/side-drawer';
import { type DocumentType, typeLabel } from './definitions';
import { DocumentForm, type DocumentWords } from './document-form';
import { useDocumentCommand } from './use-document-command';

interface NewDocumentProps {
  readonly order: Order;
  readonly types: readonly DocumentType[];
  /** Null: nothing is being made. */
  readonly type: DocumentType | null;
  readonly onClose: () => void;
}

/** Asks for a new document of a type, in a drawer beside the order. */
export function NewDocument({ order, types, type, onClose }: NewDocumentProps) {
  const { t, i18n } = useTranslation('documents');
  const title = type === null ? '' : t('newOf', { type: typeLabel(type, type.type, i18n.language) });
  return (
    <SideDrawer opened={type !== null} onClose={onClose} size="md" title={title}>
      {type !== null && <Asking key={type.type} order={order} types={types} type={type} onClose={onClose} />}
    </SideDrawer>
  );
}

function Asking({ order, types, type, onClose }: NewDocumentProps & { readonly type: DocumentType }) {
  const { t, i18n } = useTranslation('documents');
  const parents = parentsOf(order, types, type, t('ofOrder'), i18n.language);
  const [parent, setParent] = useState<string | null>(parents[0]?.value ?? null);
  const add = useDocumentCommand(
    order.orderId,
    (words: DocumentWords) => {
      const [kind = '', ...id] = parent?.split(':') ?? [];
      return docket.call('add_document', {
        path: { orderId: order.orderId },
        body: {
          documentType: type.type,
          ...words,
          ...(kind === '' || kind === 'order' ? {} : { parent: { kind: kind as 'custom', id: id.join(':') } }),
        },
      });
    },
    () => {
      notify({ color: 'green', message: t('added') });
      onClose();
    },
  );
  return (
    <Stack gap="sm">
      {parents.length === 0 && <Text size="sm">{t('noParent')}</Text>}
      {parents.length > 1 && (
        <Select label={t('under')} data={parents} allowDeselect={false} value={parent} onChange={setParent} />
      )}
      <DocumentForm
        type={type}
        currency={order.currency}
        document={null}
        isSaving={add.isPending}
        error={add.error}
        onSave={(words) => add.mutate(words)}
      />
    </Stack>
  );
}

/** What of the order the type may hang under. */
function parentsOf(
  order: Order,
  types: readonly DocumentType[],
  type: DocumentType,
  ofOrder: string,
  language: string,
) {
  const under = new Set(type.parents);
  const of = (kind: string, ids: readonly (readonly [id: string, label: string])[]) =>
    under.has(kind) ? ids.map(([id, label]) => ({ value: `${kind}:${id}`, label })) : [];
  return [
    ...(under.has('order') ? [{ value: 'order', label: ofOrder }] : []),
    ...of(
      'payment',
      order.payments.map(({ id, method }) => [id, `${id} · ${method}`]),
    ),
    ...of(
      'invoice',
      order.invoices.map(({ number }) => [number, number]),
    ),
    ...of(
      'shipment',
      order.shipments.map(({ id, number }) => [id, number]),
    ),
    ...of(
      'package',
      order.packages.map(({ id, trackingNumber }) => [id, trackingNumber ?? id]),
    ),
    ...of(
      'return_invoice',
      order.returnInvoices.map(({ number }) => [number, number]),
    ),
    ...order.documents.flatMap(({ id, number, type: own }) =>
      under.has(own)
        ? [
            {
              value: `custom:${id}`,
              label: `${typeLabel(
                types.find((each) => each.type === own),
                own,
                language,
              )} ${number}`,
            },
          ]
        : [],
    ),
  ];
}
