import { Anchor, Badge, Button, Group, Table, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { money } from '../format/money';
import { Section } from '../order/section';
import { ListTable } from '../parts/listed';
import { Refused } from '../parts/refused';
import { askAgain, type Consignment } from './consignment-queries';

interface MembersProps {
  readonly consignment: Consignment;
  readonly mayShip: boolean;
}

type Member = Consignment['members'][number];

/** The orders that travel in it, with what each bears of the cost. */
export function ConsignmentMembers({ consignment, mayShip }: MembersProps) {
  const { t, i18n } = useTranslation('consignments');
  const { consignmentId, members, currency, allowed } = consignment;
  const takeOut = useMutation({
    mutationFn: ({ orderId, shipmentId }: Member) =>
      docket.call('take_out_of_consignment', { path: { consignmentId, orderId, shipmentId }, body: {} }),
    onSettled: askAgain,
  });
  const mayTakeOut = mayShip && allowed.includes('take_out_of_consignment');
  return (
    <Section title={t('members')}>
      <Refused error={takeOut.error} />
      {members.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('noMembers')}
        </Text>
      ) : (
        <ListTable
          minWidth={560}
          columns={[
            { name: t('order') },
            { name: t('buyer') },
            { name: t('shipment') },
            { name: t('pieces'), figures: true },
            { name: t('share'), figures: true },
            { name: '' },
          ]}
        >
          {members.map((member) => (
            <Table.Tr key={`${member.orderId} ${member.shipmentId}`}>
              <Table.Td>
                <Anchor component={Link} to={`/orders/${encodeURIComponent(member.orderId)}`} size="sm">
                  {member.orderNumber ?? member.orderId}
                </Anchor>
              </Table.Td>
              <Table.Td>{member.buyerName ?? '–'}</Table.Td>
              <Table.Td>{member.shipmentNumber}</Table.Td>
              <Table.Td ta="right">{member.pieces}</Table.Td>
              <Table.Td ta="right" className="figure">
                {member.cost === null ? '–' : money(member.cost, currency, i18n.language)}
              </Table.Td>
              <Table.Td ta="right">
                <Group gap={4} justify="flex-end" wrap="nowrap">
                  {member.arrivedAt !== null && <Ended colour="green" text={t('arrived')} />}
                  {member.returnedAt !== null && <Ended colour="orange" text={t('cameBack')} />}
                  {mayTakeOut && (
                    <Button
                      size="compact-xs"
                      variant="subtle"
                      color="red"
                      leftSection={<IconX size={12} />}
                      loading={takeOut.isPending && takeOut.variables === member}
                      onClick={() => takeOut.mutate(member)}
                      aria-label={t('takeOutOf', { order: member.orderNumber ?? member.orderId })}
                    >
                      {t('takeOut')}
                    </Button>
                  )}
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </ListTable>
      )}
    </Section>
  );
}

const Ended = ({ colour, text }: { readonly colour: string; readonly text: string }) => (
  <Badge size="sm" variant="dot" tt="none" color={colour}>
    {text}
  </Badge>
);
