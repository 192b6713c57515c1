import { Badge, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { money } from '../format/money';
import { Fact } from '../order/fact';
import { Section } from '../order/section';
import { MomentText } from '../parts/moment-text';
import { PageFrame } from '../parts/page-frame';
import { PaperButton } from '../parts/paper-button';
import { Failed, Waiting } from '../parts/state-of-page';
import { useMay } from '../session/session';
import { ConsignmentActions } from './consignment-actions';
import { ConsignmentHistory } from './consignment-history';
import { ConsignmentMembers } from './consignment-members';
import { type Consignment, consignmentQuery, paperAddress, STATUS_COLOURS } from './consignment-queries';

/** One shipment of several orders: what travels in it, where it is, and all that happened to it. */
export function ConsignmentPage(): ReactElement {
  const { t } = useTranslation('consignments');
  const { consignmentId = '' }: { consignmentId?: string } = useParams({ strict: false });
  const { data, error, refetch } = useQuery(consignmentQuery(consignmentId));
  if (data === undefined)
    return (
      <PageFrame title={t('consignment')}>
        {error === null ? <Waiting lines={8} /> : <Failed error={error} onRetry={() => void refetch()} />}
      </PageFrame>
    );
  return <Shown consignment={data} />;
}

function Shown({ consignment }: { readonly consignment: Consignment }) {
  const { t } = useTranslation('consignments');
  const mayShip = useMay('orders.ship');
  return (
    <PageFrame
      title={`${t('consignment')} ${consignment.number}`}
      actions={
        <Group gap="xs">
          <Badge variant="dot" tt="none" color={STATUS_COLOURS[consignment.status]}>
            {t(`statuses.${consignment.status}`)}
          </Badge>
          {mayShip && consignment.members.length > 0 && <Papers consignment={consignment} />}
        </Group>
      }
    >
      {mayShip && <ConsignmentActions consignment={consignment} />}
      <ConsignmentMembers consignment={consignment} mayShip={mayShip} />
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Facts consignment={consignment} />
        <Tracking consignment={consignment} />
      </SimpleGrid>
      <ConsignmentHistory consignment={consignment} />
    </PageFrame>
  );
}

function Papers({ consignment: { consignmentId, status } }: { readonly consignment: Consignment }) {
  const { t } = useTranslation('consignments');
  const maySeePeople = useMay('personal.view');
  const papers = [
    ...(status === 'open' ? (['pick-list'] as const) : []),
    'packing-slip' as const,
    ...(maySeePeople ? (['label'] as const) : []),
  ];
  return papers.map((paper) => (
    <PaperButton key={paper} path={paperAddress(consignmentId, paper)} size="compact-sm">
      {t(`papers.${paper}`)}
    </PaperButton>
  ));
}

function Facts({ consignment }: { readonly consignment: Consignment }) {
  const { t, i18n } = useTranslation('consignments');
  const { address, pickupPoint, trackingUrl, trackingNumber, cost } = consignment;
  const to = address as Readonly<Record<string, string | undefined>> | null;
  return (
    <Section title={t('facts')}>
      <Stack gap={6}>
        <Fact name={t('to')}>
          {to === null
            ? (pickupPoint ?? '–')
            : [to['receiver'], [to['street'], to['number']].filter(Boolean).join(' '), to['city'], to['country']]
                .filter(Boolean)
                .join(', ')}
        </Fact>
        <Fact name={t('method')}>{consignment.method ?? '–'}</Fact>
        <Fact name={t('carrier')}>{consignment.carrier ?? '–'}</Fact>
        <Fact name={t('trackingNumber')}>
          {trackingNumber === null ? (
            '–'
          ) : trackingUrl === null ? (
            trackingNumber
          ) : (
            <a href={trackingUrl} target="_blank" rel="noreferrer">
              {trackingNumber}
            </a>
          )}
        </Fact>
        <Fact name={t('cost')}>{cost === null ? '–' : money(cost, consignment.currency, i18n.language)}</Fact>
        {cost !== null && <Fact name={t('allocation')}>{t(`allocations.${consignment.allocation}`)}</Fact>}
        <Fact name={t('store')}>{consignment.store}</Fact>
        <Fact name={t('created')}>
          <MomentText at={consignment.createdAt} />
        </Fact>
        {consignment.cancelledAt !== null && (
          <Fact name={t('cancelledAt')}>
            <MomentText at={consignment.cancelledAt} />
          </Fact>
        )}
        {consignment.cancelReason !== null && <Fact name={t('reason')}>{consignment.cancelReason}</Fact>}
        {consignment.sentAt !== null && (
          <Fact name={t('sentAt')}>
            <MomentText at={consignment.sentAt} />
          </Fact>
        )}
      </Stack>
    </Section>
  );
}

function Tracking({ consignment: { tracking, sentAt } }: { readonly consignment: Consignment }) {
  const { t } = useTranslation('consignments');
  return (
    <Section title={t('tracking')}>
      {tracking.length === 0 && (
        <Text size="sm" c="dimmed">
          {t(sentAt === null ? 'notSent' : 'noNews')}
        </Text>
      )}
      <Stack gap={6}>
        {tracking.toReversed().map(({ at, city, state, description }, index) => (
          <Fact key={`${at} ${index}`} name={[description ?? '…', city, state].filter(Boolean).join(' · ')}>
            <MomentText at={at} />
          </Fact>
        ))}
      </Stack>
    </Section>
  );
}
