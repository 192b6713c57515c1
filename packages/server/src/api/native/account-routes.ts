import type { FastifyInstance } from 'fastify';
import type { AccountSettings } from '../../accounts/account-settings.js';
import type { Asked, FirstKey } from '../../accounts/create-account.js';
import type { Edit } from '../../settings-history/record-change.js';
import type { SettingStore } from '../../settings-history/setting-store.js';
import { callerOf } from '../auth.js';
import { contentTag, isKnownContent, refuseOtherContent } from '../content-tags.js';
import type { OnceOf } from '../once.js';
import { RequestProblem } from '../problem.js';
import { answers, KEYED_HEADERS, SETTING_HEADERS, TOLD_AGAIN } from './answers.js';
import { ref } from './schemas/fields.js';
import { ACCOUNT, NewAccount } from './schemas/accounts.js';
import { documentTemplateRefusal, templateRefusal, timeZoneRefusal } from './setting-resources.js';
import { editOf, notWritten, sendRow } from './setting-routes.js';

/** Accounts as the routes see them. */
export interface AccountService {
  readonly settings: SettingStore<AccountSettings>;
  /** Null: there is one of this name. */
  create(account: NewAccount, by: Pick<Edit, 'at' | 'actor'>, asked: Asked): Promise<FirstKey | null>;
  /** Whose keys may make further accounts. */
  readonly installation: string;
}

/** The account itself, and further accounts of the installation. */
export function addAccountRoutes(
  app: FastifyInstance,
  service: AccountService,
  now: () => string,
  onceOf: OnceOf,
): void {
  app.get(
    '/account',
    {
      config: { permission: 'settings.view' },
      schema: {
        operationId: 'getAccount',
        tags: ['settings'],
        summary: 'What holds for the whole account',
        response: answers(200, 'It, with its ETag.', 'Account', []),
      },
    },
    async (request, reply) => {
      const { account } = callerOf(request);
      const row = await service.settings.get(account, account);
      if (row === null) throw new Error(`there is no account ${account}`);
      void reply.header('etag', contentTag(row));
      return isKnownContent(request, row) ? reply.code(304).send() : row;
    },
  );

  app.patch<{ Body: Partial<AccountSettings> }>(
    '/account',
    {
      config: { permission: 'settings.edit' },
      schema: {
        operationId: 'changeAccount',
        tags: ['settings'],
        summary: 'Change some of it; new orders follow at once',
        headers: SETTING_HEADERS,
        body: ref(ACCOUNT.patch),
        response: answers(200, 'As it is now, with its ETag.', 'Account', ['412', '413', '415']),
      },
    },
    async (request, reply) => {
      const edit = editOf(request, now);
      const answer = await service.settings.change(edit, edit.account, (before) => {
        refuseOtherContent(request, before);
        if (before === null) throw new Error(`there is no account ${edit.account}`);
        const row = { ...before, ...request.body };
        const refusal = timeZoneRefusal(row) ?? templateRefusal(row) ?? documentTemplateRefusal(row);
        if (refusal === null) return row;
        const { refused, ...where } = refusal;
        throw new RequestProblem(refused, where);
      });
      if ('problem' in answer) throw notWritten(answer);
      return sendRow(reply, answer.row, false);
    },
  );

  app.post<{ Body: NewAccount }>(
    '/accounts',
    {
      config: { permission: 'accounts.edit' },
      schema: {
        operationId: 'createAccount',
        tags: ['settings'],
        summary: 'Make a further account of the installation, with its first key',
        description: `For keys of the account that the installation was made with. ${TOLD_AGAIN}`,
        headers: KEYED_HEADERS,
        body: ref(NewAccount),
        response: {
          ...answers(201, 'The first key of the new account.', 'FirstKey', ['409', '413', '415']),
        },
      },
    },
    async (request, reply) => {
      const { account, at, actor } = editOf(request, now);
      if (account !== service.installation) throw new RequestProblem('account_not_permitted');
      const asked = { in: account, once: onceOf(request, reply) };
      const made = await service.create(request.body, { at, actor: `${account}/${actor}` }, asked);
      if (made === null) throw new RequestProblem('account_exists', { pointer: '/account' });
      return reply.code(201).header('cache-control', 'no-store').send(made);
    },
  );
}
