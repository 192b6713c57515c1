import { useTranslation } from 'react-i18next';
import { PaperButton } from '../../parts/paper-button';
import { useMay } from '../../session/session';
import type { Order } from '../order-queries';
import { labelAddress, slipAddress } from '../shipments/papers';
import type { BuiltIn } from './built-in';

interface DocumentPapersProps {
  readonly order: Order;
  readonly built: BuiltIn;
}

/** Papers that go with a shipment or a package. */
export function DocumentPapers({ order, built }: DocumentPapersProps) {
  const { t } = useTranslation('shipments');
  const [mayShip, seesPeople] = [useMay('orders.ship'), useMay('personal.view')];
  if (!mayShip || (built.kind !== 'shipment' && built.kind !== 'package')) return null;
  const { id } = built.document;
  const part = built.kind === 'shipment' ? { shipmentId: id } : { packageId: id };
  return (
    <>
      <PaperButton size="xs" path={slipAddress(order, part)}>
        {t('slip')}
      </PaperButton>
      {seesPeople && (
        <PaperButton size="xs" path={labelAddress(order, part)}>
          {t('label')}
        </PaperButton>
      )}
    </>
  );
}
