import { DEFAULT_ACCOUNT } from '../access/first-keys.js';

/** A paper shop, under the name that every installation has. */
export const PAPER_ACCOUNT = DEFAULT_ACCOUNT;
export const MARKETPLACE_ACCOUNT = 'marefeira';
export const BAKERY_ACCOUNT = 'krumenhof';

/** Whoever tries the demo is at home in all of them. */
export const DEMO_ACCOUNTS = [PAPER_ACCOUNT, MARKETPLACE_ACCOUNT, BAKERY_ACCOUNT] as const;
