import { useQuery } from '@tanstack/react-query';
import { docket } from '../docket';
import { useMay } from '../session/session';

/** Whether a buyer paid for what no order knows: of one provider, or of any. False for who may not read it. */
export function useAlarms(of: { readonly provider?: string }): boolean {
  const alarms = useQuery({
    queryKey: ['payment-events', 'alarms', of],
    queryFn: ({ signal }) => docket.call('listPaymentEvents', { query: { ...of, alarms: true, limit: 1 } }, { signal }),
    enabled: useMay('payments.log'),
    refetchInterval: 20_000,
  });
  return (alarms.data?.items.length ?? 0) > 0;
}
