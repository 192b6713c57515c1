import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { moment } from '../../format/moments';
import { Facts } from '../fact';
import type { Order } from '../order-queries';
import { ParcelCarrier, ParcelNews } from '../parcel-facts';
import { Pieces } from '../pieces';
import { useMoney } from '../shown-money';
import type { DocumentOf } from './built-in';
import { DocumentLink } from './document-link';

interface PaperFactsProps {
  readonly order: Order;
  readonly paper: DocumentOf<'invoice' | 'return_invoice'>;
}

/** An invoice, or one the other way: what it is for, and what went with it. */
export function PaperFacts({ order, paper }: PaperFactsProps) {
  const { t, i18n } = useTranslation(['order', 'documents', 'shipments']);
  const shown = useMoney(order.currency);
  const packageId = 'packageId' in paper ? paper.packageId : null;
  const back = 'refunds' in paper ? paper : null;
  return (
    <>
      <Pieces order={order} items={paper.items} />
      <Facts
        facts={[
          [t('documents:amount'), shown(paper.value)],
          [t('papers.issued'), moment(paper.issuedAt, i18n.language)],
          [t('papers.recorded'), moment(paper.recordedAt, i18n.language)],
          [t('papers.keyName'), paper.key],
          [
            t('papers.file'),
            paper.url === null ? null : (
              <Anchor href={paper.url} target="_blank" rel="noreferrer" size="sm">
                {t('payments.openLink')}
              </Anchor>
            ),
          ],
          [
            t('documents:kinds.package'),
            packageId === null ? null : (
              <DocumentLink orderId={order.orderId} kind="package" id={packageId}>
                {t('packages.package', { id: packageId })}
              </DocumentLink>
            ),
          ],
          [
            t('documents:kinds.return'),
            back?.returnId === undefined ? null : (
              <DocumentLink orderId={order.orderId} kind="return" id={back.returnId}>
                {order.returns.find(({ id }) => id === back.returnId)?.number ?? back.returnId}
              </DocumentLink>
            ),
          ],
          [
            t('payments.refunded'),
            back === null || back.refunds.length === 0
              ? null
              : back.refunds.map(({ paymentId, amount }) => (
                  <div key={paymentId}>{t('papers.refunded', { amount: shown(amount), payment: paymentId })}</div>
                )),
          ],
          [
            t('shipments:says.arrivedAt'),
            back === null || back.deliveredAt === null ? null : moment(back.deliveredAt, i18n.language),
          ],
          [t('papers.shelf'), back?.restocked === true ? t('papers.restocked') : null],
        ]}
      />
      {back !== null && <ParcelCarrier parcel={back} />}
      {back !== null && <ParcelNews parcel={back} />}
    </>
  );
}
