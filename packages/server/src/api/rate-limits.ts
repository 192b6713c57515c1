import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RequestProblem } from './problem.js';

/** Finds out who asks, or throws the problem of who may not. */
export type Identify = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/**
 * Makes of a check of who asks one that counts the request too: for whoever it found, and for the address of the network
 * where it found nobody. Refusal: rate_limited.
 */
export type RateLimits = (identify: Identify) => Identify;

export const NO_LIMITS: RateLimits = (identify) => identify;

const WINDOW_SECONDS = 60;

/**
 * Counts requests by credential, in this process: a minute begins with the first request, and ends a minute later whatever
 * came in it. Counting comes after the check, because a stranger could use up the minute of a key whose name they know.
 *
 * @param perMinute 0: nobody is counted
 */
export async function createRateLimits(app: FastifyInstance, perMinute: number): Promise<RateLimits> {
  if (perMinute === 0) return NO_LIMITS;
  await app.register(rateLimit, { global: false, max: perMinute, timeWindow: WINDOW_SECONDS * 1000 });
  const table = (keyGenerator: (request: FastifyRequest) => string): Count =>
    app.createRateLimit({ max: perMinute, timeWindow: WINDOW_SECONDS * 1000, keyGenerator });
  // Each holds 5,000 and drops who asked longest ago: strangers from many addresses must not push out the known.
  const count = { known: table((request) => credentialOf(request) ?? ''), strangers: table(addressOf) };
  const policy = `"minute";q=${perMinute};w=${WINDOW_SECONDS}`;

  async function take(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const counted = await (credentialOf(request) === null ? count.strangers : count.known)(request);
    if (counted.isAllowed) return;
    const { remaining, ttlInSeconds, isExceeded } = counted;
    reply.header('ratelimit-policy', policy).header('ratelimit', `"minute";r=${remaining};t=${ttlInSeconds}`);
    if (!isExceeded) return;
    void reply.header('retry-after', String(ttlInSeconds));
    throw new RequestProblem('rate_limited', { details: { seconds: ttlInSeconds, perMinute } });
  }

  return (identify) => async (request, reply) => {
    try {
      await identify(request, reply);
    } catch (error) {
      await take(request, reply);
      throw error;
    }
    await take(request, reply);
  };
}

type Count = ReturnType<FastifyInstance['createRateLimit']>;

/** The key, person, session of a shopper or guest link that asks, by its unique id; null where it is not known. */
function credentialOf({ caller, session, visitor }: FastifyRequest): string | null {
  if (caller !== null) return caller.id;
  if (session !== null) return `user:${session.signedIn.user.userId}`;
  return visitor === null ? null : `${visitor.account} ${visitor.actor.kind} ${visitor.actor.id}`;
}

/** Who has one address of IPv6 has all of its /64. */
const addressOf = ({ ip }: FastifyRequest): string => rateLimit.normalizeIP(ip, 64);
