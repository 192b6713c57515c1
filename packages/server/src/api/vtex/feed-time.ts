/** Seven digits of the second, as VTEX writes times of feeds (vtex-oms §0.2). */
export const vtexFeedTime = (instant: string): string => instant.replace(/Z$/, '0000Z');
