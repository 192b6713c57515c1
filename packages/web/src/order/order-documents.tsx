import { Badge, Button, Group, Menu, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DocumentType, typeLabel, typesQuery } from '../documents/definitions';
import { type TreeDocument, treeQuery, useDocumentName } from '../documents/document-words';
import { NewDocument } from '../documents/new-document';
import { StateBadge } from '../documents/state-badge';
import { Failed, Waiting } from '../parts/state-of-page';
import { DocumentLink } from './built-in/document-link';
import type { Order } from './order-queries';
import { Section } from './section';
import { useMoney } from './shown-money';

interface OrderDocumentsProps {
  readonly order: Order;
  readonly isPast: boolean;
}

/** Every document of the order, built in or of the account's own, as the tree that they are. */
export function OrderDocuments({ order, isPast }: OrderDocumentsProps) {
  const { t, i18n } = useTranslation('documents');
  const { data: types = [] } = useQuery(typesQuery);
  const tree = useQuery(treeQuery(order.orderId, order.version, isPast));
  const [made, setMade] = useState<DocumentType | null>(null);
  const mayAdd = !isPast && order.allowed.some(({ command, allowed }) => command === 'add_document' && allowed);
  const offered = mayAdd ? types.filter(({ active }) => active) : [];
  return (
    <Section
      title={t('title')}
      aside={
        offered.length > 0 && (
          <Menu position="bottom-end">
            <Menu.Target>
              <Button size="compact-xs" variant="light" leftSection={<IconPlus size={14} />}>
                {t('add')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {offered.map((type) => (
                <Menu.Item key={type.type} onClick={() => setMade(type)}>
                  {typeLabel(type, type.type, i18n.language)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )
      }
    >
      {tree.isPending && <Waiting lines={3} />}
      {tree.error !== null && <Failed error={tree.error} onRetry={() => void tree.refetch()} />}
      {tree.data?.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('none')}
        </Text>
      )}
      <Branches order={order} tree={tree.data ?? []} under={null} />
      <NewDocument order={order} type={made} onClose={() => setMade(null)} />
    </Section>
  );
}

interface BranchesProps {
  readonly order: Order;
  readonly tree: readonly TreeDocument[];
  /** Null: the order itself. */
  readonly under: TreeDocument | null;
}

/** Deeper than this a line leaves no room; trees go on. */
const DEEPEST = 6;

/** What hangs under a document, each with what hangs under it. */
function Branches({ order, tree, under }: BranchesProps) {
  const here = tree.filter((each) =>
    under === null ? each.depth === 0 : each.parent?.kind === under.kind && each.parent.id === under.id,
  );
  if (here.length === 0) return null;
  return (
    <Stack
      component="ul"
      gap={6}
      m={0}
      pl={under === null || under.depth >= DEEPEST ? 0 : 'md'}
      style={{ listStyle: 'none' }}
    >
      {here.map((document) => (
        <Stack component="li" key={`${document.kind} ${document.id}`} gap={6}>
          <Row order={order} document={document} />
          <Branches order={order} tree={tree} under={document} />
        </Stack>
      ))}
    </Stack>
  );
}

function Row({ order, document }: { readonly order: Order; readonly document: TreeDocument }) {
  const { t } = useTranslation('documents');
  const shown = useMoney(order.currency);
  const name = useDocumentName()(document);
  return (
    <Group gap="xs" justify="space-between" wrap="nowrap">
      <Group gap="xs">
        <DocumentLink
          orderId={order.orderId}
          kind={document.kind}
          id={document.id}
          fw={500}
          {...(document.state === 'cancelled' ? { td: 'line-through' } : {})}
        >
          {name}
        </DocumentLink>
        <StateBadge kind={document.kind} type={document.type} state={document.state} />
        {document.approved && (
          <Badge size="sm" variant="light" tt="none">
            {t('approved')}
          </Badge>
        )}
      </Group>
      {document.amount !== null && (
        <Text size="sm" style={{ whiteSpace: 'nowrap' }}>
          {shown(document.amount)}
        </Text>
      )}
    </Group>
  );
}
