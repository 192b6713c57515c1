import type { FastifyInstance } from 'fastify';
import type { Static } from 'typebox';
import { permits } from '../../access/permissions.js';
import type { Mail } from '../../mail/mails.js';
import { callerOf } from '../auth.js';
import type { MailAccess } from '../mail-access.js';
import type { OnceOf } from '../once.js';
import { RequestProblem, sendProblem } from '../problem.js';
import { answers, KEYED_HEADERS } from './answers.js';
import { closed } from './schemas/fields.js';
import { mailId, MailListQuery } from './schemas/mails.js';

interface MailRequest {
  Params: { mailId: string };
}

const MailParams = closed({ mailId: mailId() });

/** The mails that Docket wrote: what became of them, what stands in them, and sending one again. */
export function addMailRoutes(app: FastifyInstance, mails: MailAccess, now: () => string, onceOf: OnceOf): void {
  app.get<{ Querystring: Static<typeof MailListQuery> }>(
    '/mails',
    {
      config: { permission: 'mails.view', further: ['personal.view'] },
      schema: {
        operationId: 'listMails',
        tags: ['mails'],
        summary: 'Mails, newest first',
        description:
          'A mail about an order is there for who may see the order; one about none, for who sees every order of the account. With a scope a page may hold fewer mails than its limit: `next` alone tells whether there are more.',
        querystring: MailListQuery,
        response: answers(200, 'A page of mails, without address and words.', 'MailPage', []),
      },
    },
    async (request) => {
      const caller = callerOf(request);
      const { limit = 50, ...filter } = request.query;
      if (filter.recipient !== undefined && !permits(caller.permissions, 'personal.view')) {
        throw new RequestProblem('permission_missing', { details: { permission: 'personal.view' } });
      }
      return mails.list(caller, { ...filter, limit });
    },
  );

  app.get<MailRequest>(
    '/mails/:mailId',
    {
      config: { permission: 'mails.view' },
      schema: {
        operationId: 'getMail',
        tags: ['mails'],
        summary: 'Read a mail',
        params: MailParams,
        response: answers(200, 'The mail.', 'Mail', ['404']),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const mail = await mails.find(caller, request.params.mailId);
      if (mail === null) return sendProblem(reply, 'mail_not_found');
      return mailView(mail, caller.permissions);
    },
  );

  app.post<MailRequest>(
    '/mails/:mailId/resend',
    {
      config: { permission: 'mails.edit' },
      schema: {
        operationId: 'resendMail',
        tags: ['mails'],
        summary: 'Send a mail (once more), with all its tries',
        headers: KEYED_HEADERS,
        params: MailParams,
        body: closed({}),
        response: answers(202, 'The mail, queued.', 'Mail', ['404', '409', '413', '415']),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const { mailId: id } = request.params;
      const outcome = await mails.resend(caller, id, now(), onceOf(request, reply));
      const mail = outcome === 'queued' ? await mails.find(caller, id) : null;
      if (mail === null) return sendProblem(reply, outcome === 'wiped' ? 'mail_wiped' : 'mail_not_found');
      return reply.code(202).send(mailView(mail, caller.permissions));
    },
  );
}

/** What the caller may read of it: words and address are personal, and a code or link in them is a key to somebody's door. */
function mailView({ content, ...mail }: Mail, permissions: ReadonlySet<string>): object {
  const readable = permits(permissions, 'personal.view') && (!mail.secret || permits(permissions, 'mails.secrets'));
  return { ...mail, ...(readable && content !== null ? content : { to: null, subject: null, text: null, html: null }) };
}
