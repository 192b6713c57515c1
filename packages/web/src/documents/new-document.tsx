import { Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import type { Order } from '../order/order-queries';
import { notify } from '../parts/notify';
import { SideDrawer } from '../parts/side-drawer';
import { type DocumentType, typeLabel } from './definitions';
import { DocumentForm, type DocumentWords } from './document-form';
import { treeQuery, useDocumentName } from './document-words';
import { useDocumentCommand } from './use-document-command';

interface NewDocumentProps {
  readonly order: Order;
  /** Null: nothing is being made. */
  readonly type: DocumentType | null;
  readonly onClose: () => void;
}

/** Asks for a new document of a type, in a drawer beside the order. */
export function NewDocument({ order, type, onClose }: NewDocumentProps) {
  const { t, i18n } = useTranslation('documents');
  const title = type === null ? '' : t('newOf', { type: typeLabel(type, type.type, i18n.language) });
  return (
    <SideDrawer opened={type !== null} onClose={onClose} size="md" title={title}>
      {type !== null && <Asking key={type.type} order={order} type={type} onClose={onClose} />}
    </SideDrawer>
  );
}

function Asking({ order, type, onClose }: NewDocumentProps & { readonly type: DocumentType }) {
  const { t } = useTranslation('documents');
  const parents = useParents(order, type);
  const [chosen, setParent] = useState<string | null>(null);
  const parent = chosen ?? parents[0]?.value ?? null;
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

/** What of the order the type may hang under: the order itself, and documents of the kinds and types that it names. */
function useParents(order: Order, { parents }: DocumentType) {
  const { t } = useTranslation('documents');
  const tree = useQuery(treeQuery(order.orderId, order.version));
  const nameOf = useDocumentName();
  const under = new Set(parents);
  return [
    ...(under.has('order') ? [{ value: 'order', label: t('ofOrder') }] : []),
    ...(tree.data ?? [])
      .filter(({ type, state }) => under.has(type) && state !== 'cancelled')
      .map((each) => ({ value: `${each.kind}:${each.id}`, label: nameOf(each) })),
  ];
}
