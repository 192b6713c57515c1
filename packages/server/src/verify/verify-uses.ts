import type { Order } from '@docket/core/order/order';
import { heldUses } from '@docket/core/order/promotion-uses';
import type pg from 'pg';
import { query } from '../database/pool.js';
import type { Finding } from './finding.js';

/** Orders that hold a use, by kind and id of what is used: bounded by the number of promotions and coupons. */
export type UsesHeld = Map<string, number>;

/** Adds the uses that an order holds. */
export function usesHeldBy(order: Order, held: UsesHeld): void {
  for (const { promotion, coupon } of heldUses(order)) {
    const used = [`promotion ${promotion}`, ...(coupon === null ? [] : [`coupon ${coupon}`])];
    for (const name of used) held.set(name, (held.get(name) ?? 0) + 1);
  }
}

/** Counters of promotions and coupons against what orders hold, and those of customers against the uses that are listed. */
export async function verifyUses(client: pg.ClientBase, account: string, held: UsesHeld): Promise<Finding[]> {
  const { rows } = await query<{ name: string; customer: string; counted: number; listed: number }>(
    client,
    {
      name: 'verify_uses',
      text: `select kind || ' ' || id as name, customer, coalesce(c.uses, 0) as counted, coalesce(u.uses, 0) as listed
               from (select kind, id, customer, uses from use_counters where account = $1) c
               full join (select kind, id, customer, count(*) as uses
                            from promotion_uses
                            cross join lateral (values ('promotion', promotion, ''), ('promotion', promotion, customer_id),
                                                       ('coupon', coupon, ''), ('coupon', coupon, customer_id))
                                    as k (kind, id, customer)
                           where account = $1 and given_back is null and id is not null and customer is not null
                           group by kind, id, customer) u using (kind, id, customer)
              where customer = '' or c.uses is distinct from u.uses
              order by name, customer`,
    },
    [account],
  );
  const findings: Finding[] = [];
  const left = new Map(held);
  for (const { name, customer, counted, listed } of rows) {
    const where = customer === '' ? `uses of ${name}` : `uses of ${name} by customer ${customer}`;
    const expected = customer === '' ? (left.get(name) ?? 0) : listed;
    if (customer === '') left.delete(name);
    for (const found of new Set([counted, listed])) {
      if (found !== expected)
        findings.push({ account, where, check: 'uses', expected: `${expected}`, found: `${found}` });
    }
  }
  for (const [name, expected] of left)
    findings.push({ account, where: `uses of ${name}`, check: 'uses', expected: `${expected}`, found: 'no counter' });
  return findings;
}
