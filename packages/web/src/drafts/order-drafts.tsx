import { Anchor, Badge, Button, Group, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { moment } from '../format/moments';
import type { Order } from '../order/order-queries';
import { Section } from '../order/section';
import { draftsQuery } from './draft-queries';

/** As many edits that were made are in sight; from each there is a way to undo it. */
const CONFIRMED_SHOWN = 5;

/** Drafts that are open and the latest that were confirmed, and the way to a new one where the order may be edited. */
export function OrderDrafts({ order, isPast }: { readonly order: Order; readonly isPast: boolean }) {
  const { t, i18n } = useTranslation('drafts');
  const { data } = useQuery(draftsQuery(order.orderId));
  const mayEdit = !isPast && order.allowed.some(({ command, allowed }) => command === 'edit_order' && allowed);
  // Of a pair the order of the marketplace is edited, and takes this one with it.
  const marketplace = order.links.find(({ role }) => role === 'marketplace');
  const open = (data?.items ?? []).filter(({ state }) => state === 'open' || state === 'awaiting_consent');
  const confirmed = (data?.items ?? []).filter(({ state }) => state === 'confirmed').slice(0, CONFIRMED_SHOWN);
  const editedElsewhere = !isPast && !mayEdit && marketplace !== undefined && isLinked(order);
  if (!mayEdit && !editedElsewhere && open.length === 0 && confirmed.length === 0) return null;
  return (
    <Section
      title={t('section')}
      aside={
        mayEdit && (
          <Button
            size="xs"
            variant="light"
            leftSection={<IconPencil size={14} />}
            renderRoot={(props) => (
              <Link
                {...props}
                to="/orders/$orderId/drafts/$draftId"
                params={{ orderId: order.orderId, draftId: 'new' }}
              />
            )}
          >
            {t('edit')}
          </Button>
        )
      }
    >
      {editedElsewhere && (
        <Text size="sm">
          {t('linked.elsewhere')}{' '}
          <Anchor component={Link} to={`/orders/${encodeURIComponent(marketplace.orderId)}`} size="sm">
            {t('linked.goThere')}
          </Anchor>
        </Text>
      )}
      {data !== undefined && open.length === 0 && !editedElsewhere && (
        <Text size="sm" c="dimmed">
          {t('none')}
        </Text>
      )}
      {[...open, ...confirmed].map(({ draftId, state, createdAt, changeCount }) => (
        <Group key={draftId} justify="space-between">
          <Anchor component={Link} to={`/orders/${encodeURIComponent(order.orderId)}/drafts/${draftId}`} size="sm">
            {t('draftOf', { at: moment(createdAt, i18n.language) })}
          </Anchor>
          <Group gap="xs">
            {state !== 'open' && (
              <Badge variant="light" color="blue">
                {t(`list.state.${state}`)}
              </Badge>
            )}
            <Badge variant="light">{t('changes', { count: changeCount })}</Badge>
          </Group>
        </Group>
      ))}
      {open.length > 1 && (
        <Anchor component={Link} to={`/orders/${encodeURIComponent(order.orderId)}/drafts`} size="sm">
          {t('compare')}
        </Anchor>
      )}
    </Section>
  );
}

const isLinked = ({ allowed }: Order): boolean =>
  allowed.some(({ command, code }) => command === 'edit_order' && code === 'edit_linked');
