import type { FastifyInstance } from 'fastify';
import type { Forgettings } from '../../forgetting/forgettings.js';
import { wholeCallerOf } from '../auth.js';
import { RequestProblem } from '../problem.js';
import { answers } from './answers.js';
import { ForgetPersonBody, PersonToForget } from './schemas/forgetting.js';
import { ref } from './schemas/fields.js';

const config = { permission: 'personal.forget' } as const;
const tags = ['settings'];

/** Forgetting a person: what would go, and the deed. Only for who sees the whole account. */
export function addForgettingRoutes(app: FastifyInstance, forgettings: Forgettings): void {
  app.post<{ Body: PersonToForget }>(
    '/forgettings/preview',
    {
      config,
      schema: {
        operationId: 'previewForgetting',
        tags,
        summary: 'What would go if a person were forgotten',
        description: 'Changes nothing. Where nobody is known under the name, everything is 0.',
        body: ref(PersonToForget),
        response: answers(200, 'Counts.', 'ForgettingPreview', ['413', '415']),
      },
    },
    (request) => forgettings.preview(wholeCallerOf(request).account, request.body),
  );

  app.post<{ Body: ForgetPersonBody }>(
    '/forgettings',
    {
      config,
      schema: {
        operationId: 'forgetPerson',
        tags,
        summary: 'Forget a person: destroy their keys, redact every copy',
        description:
          'It cannot be undone. The keys are destroyed at once; orders are told 500 at a time: while `ordersLeft` is above 0 the same request goes on. Sent again, what is done stays done.',
        body: ref(ForgetPersonBody),
        response: answers(200, 'What proves it: counts, times and hashes.', 'Forgetting', ['404', '413', '415']),
      },
    },
    async (request) => {
      const { account, id } = wholeCallerOf(request);
      const { reason, ...person } = request.body;
      const forgotten = await forgettings.forget(account, person, { actor: { kind: 'staff', id }, reason });
      if (forgotten === null) throw new RequestProblem('person_not_found');
      return forgotten;
    },
  );
}
