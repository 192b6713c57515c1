import type { Rounding } from '@docket/core/money/rounding';
import type { NumberTemplates } from '@docket/core/order/document-number';
import { isBuiltIn } from '@docket/core/workflow/built-in';
import { query } from '../database/pool.js';
import type { SettingTable } from '../settings-history/setting-store.js';

/** What holds for a whole account. */
export interface AccountSettings {
  readonly account: string;
  readonly name: string;
  /** Seconds in which a cancellation needs nobody's consent, where an order does not say. */
  readonly cancellationWindow: number;
  /** Seconds that an order may wait for its payment to begin. */
  readonly placementTimeout: number;
  readonly defaultStore: string;
  readonly defaultChannel: string;
  readonly defaultWorkflow: string;
  readonly rounding: Rounding;
  /** BCP 47, the account's own first. */
  readonly languages: readonly string[];
  /** IANA. */
  readonly timeZone: string;
  /** Template of displayed numbers; null: orders are known by their ids. */
  readonly orderNumbers: string | null;
  /** Templates of the numbers of built-in documents by kind; a kind without one is counted inside its order. */
  readonly documentNumbers: NumberTemplates;
  /** How many documents an order may have, of all kinds together; 0: any number. */
  readonly mostDocuments: number;
}

/** One row an account, made with it. */
export const ACCOUNT_SETTINGS: SettingTable<AccountSettings> = {
  kind: 'account',
  decisionsRead: true,
  keyOf: ({ account }) => account,
  async find(client, account) {
    const { rows } = await query<AccountSettings>(
      client,
      {
        name: 'find_account_settings',
        text: `select account, name, window_seconds as "cancellationWindow", placement_seconds as "placementTimeout",
                      default_store as "defaultStore", default_channel as "defaultChannel",
                      default_workflow as "defaultWorkflow", rounding, languages, time_zone as "timeZone",
                      order_numbers as "orderNumbers", document_numbers as "documentNumbers",
                      most_documents as "mostDocuments"
                 from accounts where account = $1`,
      },
      [account],
    );
    return rows;
  },
  page: () => Promise.reject(new Error('an account has one row of settings')),
  async save(client, { account }, [row]) {
    await query(
      client,
      {
        name: 'save_account_settings',
        text: `update accounts a
                  set name = s.name, window_seconds = s."cancellationWindow", placement_seconds = s."placementTimeout",
                      default_store = s."defaultStore", default_channel = s."defaultChannel",
                      default_workflow = s."defaultWorkflow", rounding = s.rounding, languages = s.languages,
                      time_zone = s."timeZone", order_numbers = s."orderNumbers",
                      document_numbers = s."documentNumbers", most_documents = s."mostDocuments"
                 from json_to_record($2) as s (name text, "cancellationWindow" int, "placementTimeout" int,
                                               "defaultStore" text, "defaultChannel" text, "defaultWorkflow" text,
                                               rounding text, languages text[], "timeZone" text, "orderNumbers" text,
                                               "documentNumbers" jsonb, "mostDocuments" int)
                where a.account = $1`,
      },
      [account, JSON.stringify(row)],
    );
  },
  remove: () => Promise.reject(new Error('the settings of an account go with it')),
  async missing(client, account, [row]) {
    if (row === undefined) return null;
    const { rows } = await query<{ store: boolean; channel: boolean; workflow: boolean }>(
      client,
      {
        name: 'account_defaults_exist',
        text: `select exists (select from stores where account = $1 and store = $2 and active) as store,
                      exists (select from channels where account = $1 and channel = $3 and active) as channel,
                      exists (select from workflows
                               where account = $1 and workflow = $4 and version > 0 and not retired) as workflow`,
      },
      [account, row.defaultStore, row.defaultChannel, row.defaultWorkflow],
    );
    const [has] = rows;
    const lacks = (field: 'defaultStore' | 'defaultChannel' | 'defaultWorkflow') =>
      ({ problem: 'missing', index: 0, field, value: row[field] }) as const;
    if (has?.store !== true) return lacks('defaultStore');
    if (!has.channel) return lacks('defaultChannel');
    return has.workflow || (isBuiltIn(row.defaultWorkflow) && row.defaultWorkflow !== 'chain')
      ? null
      : lacks('defaultWorkflow');
  },
};
