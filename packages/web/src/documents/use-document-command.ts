import type { Order } from '@docket/sdk';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { orderKey, presentQuery } from '../order/order-queries';

/** Sends a command on documents of an order; its answer is the order, which the page then shows. */
export function useDocumentCommand<Asked>(
  orderId: string,
  send: (asked: Asked) => Promise<object>,
  onDone: (order: Order) => void,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (after) => {
      if ('allowed' in after) queries.setQueryData(presentQuery(orderId).queryKey, after as Order);
      void queries.invalidateQueries({ queryKey: orderKey(orderId) });
      void queries.invalidateQueries({ queryKey: ['documents'] });
      onDone(after as Order);
    },
  });
}
