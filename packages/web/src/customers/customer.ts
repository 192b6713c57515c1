import type { AnswerOf } from '@docket/sdk';
import { queryOptions } from '@tanstack/react-query';
import { docket } from '../docket';

export type Customer = AnswerOf<'getCustomer'>;

export const customerQuery = (customerId: string) =>
  queryOptions({
    queryKey: ['settings', 'customers', 'one', customerId],
    queryFn: () => docket.call('getCustomer', { path: { customerId } }),
  });

/** The latest orders of a customer that the reader sees, how many there are, and what they come to in each currency. */
export const ordersOfCustomerQuery = (customerId: string, limit: number) =>
  queryOptions({
    queryKey: ['orders', 'of-customer', customerId, limit],
    queryFn: ({ signal }) =>
      docket.call(
        'listOrders',
        { query: { customerId: [customerId], sort: 'created', order: 'desc', limit, count: true, sum: true } },
        { signal },
      ),
  });

export const customerAddress = (customerId: string): string => `/customers/${encodeURIComponent(customerId)}`;

/** What people call a customer; the id where nobody may know more. */
export const nameOfCustomer = ({ firstName, lastName, company, email, customerId }: Customer): string =>
  [[firstName, lastName].filter(Boolean).join(' '), company, email].find((name) => name != null && name !== '') ??
  customerId;
