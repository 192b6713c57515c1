import type { ConsentRule } from '@docket/core/order/edit-consent';
import type { EditStage, RuledEdit } from '@docket/core/order/edit-rules';
import { query } from '../database/pool.js';
import type { SettingTable } from '../settings-history/setting-store.js';

/** How far an order may be for a kind of change; a kind without a row has the default. */
export interface EditRule {
  readonly change: RuledEdit;
  readonly stages: readonly EditStage[];
  /** For which the buyer has to agree; null: for none. */
  readonly consent: ConsentRule | null;
}

interface Row extends Pick<EditRule, 'change' | 'stages'> {
  readonly consentStages: readonly EditStage[];
  readonly consentWhen: ConsentRule['when'];
}

const COLUMNS = 'change, stages, consent_stages as "consentStages", consent_when as "consentWhen"';

const ruleOf = ({ consentStages, consentWhen, ...rule }: Row): EditRule => ({
  ...rule,
  consent: consentStages.length === 0 ? null : { stages: consentStages, when: consentWhen },
});

export const EDIT_RULES: SettingTable<EditRule> = {
  kind: 'edit_rule',
  decisionsRead: true,
  most: 100,
  keyOf: ({ change }) => change,
  async find(client, account, keys) {
    const { rows } = await query<Row & Record<string, unknown>>(
      client,
      {
        name: 'find_edit_rules',
        text: `select ${COLUMNS} from edit_rules where account = $1 and change = any ($2)`,
      },
      [account, keys],
    );
    return rows.map(ruleOf);
  },
  async page(client, account, after, limit) {
    const { rows } = await query<Row & Record<string, unknown>>(
      client,
      {
        name: 'list_edit_rules',
        text: `select ${COLUMNS} from edit_rules where account = $1 and change > $2 order by change limit $3`,
      },
      [account, after, limit],
    );
    return rows.map(ruleOf);
  },
  async save(client, { account }, rows) {
    await query(
      client,
      {
        name: 'save_edit_rules',
        text: `insert into edit_rules (account, change, stages, consent_stages, consent_when)
               select $1, change, stages, consent_stages, consent_when
                 from json_to_recordset($2) as r (change text, stages text[], consent_stages text[], consent_when text)
               on conflict (account, change) do update
                  set stages = excluded.stages, consent_stages = excluded.consent_stages,
                      consent_when = excluded.consent_when`,
      },
      [
        account,
        JSON.stringify(
          rows.map(({ change, stages, consent }) => ({
            change,
            stages,
            consent_stages: consent?.stages ?? [],
            consent_when: consent?.when ?? 'always',
          })),
        ),
      ],
    );
  },
  async remove(client, account, key) {
    await query(
      client,
      { name: 'remove_edit_rule', text: 'delete from edit_rules where account = $1 and change = $2' },
      [account, key],
    );
  },
};
