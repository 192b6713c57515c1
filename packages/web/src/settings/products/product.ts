import type { AnswerOf } from '@docket/sdk';
import { queryOptions } from '@tanstack/react-query';
import { docket } from '../../docket';

export type Product = AnswerOf<'getProduct'>;
export type StockLevel = AnswerOf<'listStock'>['items'][number];

export const productQuery = (sku: string) =>
  queryOptions({
    queryKey: ['settings', 'products', 'one', sku],
    queryFn: () => docket.call('getProduct', { path: { sku } }),
  });

/** What lies where of a product. Orders move it, so it is asked for again. */
export const stockQuery = (sku: string) =>
  queryOptions({
    queryKey: ['settings', 'stock', 'of', sku],
    refetchInterval: 15_000,
    queryFn: () => levelsOf([sku]),
  });

/** @param skus at most 100 */
export async function levelsOf(skus: readonly string[]): Promise<readonly StockLevel[]> {
  const levels: StockLevel[] = [];
  if (skus.length === 0) return levels;
  for await (const level of docket.all('listStock', { query: { sku: [...skus], limit: 1_000 } })) levels.push(level);
  return levels;
}

/** Over all places; held: what orders claimed or confirmed. */
export function totalOf(levels: readonly StockLevel[]): { onHand: number; held: number; available: number } {
  const sum = (of: (level: StockLevel) => number): number => levels.reduce((total, level) => total + of(level), 0);
  return {
    onHand: sum(({ onHand }) => onHand),
    held: sum(({ claimed, confirmed }) => claimed + confirmed),
    available: sum(({ available }) => available),
  };
}
