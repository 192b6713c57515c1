import { Anchor, Badge, Button, Group, Menu, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DocumentType, statusLabel, typeLabel, typesQuery } from '../documents/definitions';
import { NewDocument } from '../documents/new-document';
import type { Order } from './order-queries';
import { Section } from './section';
import { useMoney } from './shown-money';

type CustomDocument = Order['documents'][number];

interface OrderDocumentsProps {
  readonly order: Order;
  readonly isPast: boolean;
}

/** Documents that the account made, as the tree that they are; nothing where the account has no types. */
export function OrderDocuments({ order, isPast }: OrderDocumentsProps) {
  const { t, i18n } = useTranslation('documents');
  const { data: types = [] } = useQuery(typesQuery);
  const [made, setMade] = useState<DocumentType | null>(null);
  if (types.length === 0 && order.documents.length === 0) return null;
  const mayAdd = !isPast && order.allowed.some(({ command, allowed }) => command === 'add_document' && allowed);
  const offered = mayAdd ? types.filter(({ active }) => active) : [];
  const tops = order.documents.filter(({ parent }) => parent?.kind !== 'custom');
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
      {order.documents.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('none')}
        </Text>
      )}
      <Stack gap={6}>
        {tops.map((document) => (
          <Branch key={document.id} order={order} document={document} types={types} depth={0} />
        ))}
      </Stack>
      <NewDocument order={order} types={types} type={made} onClose={() => setMade(null)} />
    </Section>
  );
}

interface BranchProps {
  readonly order: Order;
  readonly document: CustomDocument;
  readonly types: readonly DocumentType[];
  readonly depth: number;
}

/** Deeper than this the line leaves no room; the server lets trees go on. */
const DEEPEST = 6;

/** A document with what hangs under it. */
function Branch({ order, document, types, depth }: BranchProps) {
  const children = order.documents.filter(({ parent }) => parent?.kind === 'custom' && parent.id === document.id);
  return (
    <>
      <Row order={order} document={document} types={types} depth={depth} />
      {depth < 50 &&
        children.map((child) => (
          <Branch key={child.id} order={order} document={child} types={types} depth={depth + 1} />
        ))}
    </>
  );
}

function Row({ order, document, types, depth }: BranchProps) {
  const { t, i18n } = useTranslation('documents');
  const shown = useMoney(order.currency);
  const type = types.find((each) => each.type === document.type);
  return (
    <Group gap="xs" justify="space-between" wrap="nowrap" pl={Math.min(depth, DEEPEST) * 18}>
      <Group gap="xs">
        <Anchor
          component={Link}
          to={`/orders/${encodeURIComponent(order.orderId)}/documents/${document.id}`}
          size="sm"
          fw={600}
          td={document.cancelledAt === null ? undefined : 'line-through'}
        >
          {typeLabel(type, document.type, i18n.language)} {document.number}
        </Anchor>
        <Badge size="sm" variant="dot" tt="none" color={document.cancelledAt === null ? 'blue' : 'gray'}>
          {document.cancelledAt === null ? statusLabel(type, document.status, i18n.language) : t('cancelled')}
        </Badge>
        {document.approved && (
          <Badge size="sm" variant="light" tt="none" color="green">
            {t('approved')}
          </Badge>
        )}
        {document.parent !== null && document.parent.kind !== 'custom' && (
          <Text size="xs" c="dimmed">
            {t('underOne', { kind: t(`kinds.${document.parent.kind}`), id: document.parent.id })}
          </Text>
        )}
      </Group>
      {document.amount !== null && (
        <Text size="sm" fw={600} style={{ whiteSpace: 'nowrap' }}>
          {shown(document.amount)}
        </Text>
      )}
    </Group>
  );
}
