import type { FastifyInstance } from 'fastify';

/**
 * How long requests may still run, in milliseconds. They take some milliseconds and the slowest a second or two, so that
 * whatever is left after 10 s is a sender that says nothing or stopped in the middle of a body; the 60 s that such a
 * sender has otherwise are more than the 30 s after which orchestrators kill.
 */
const PATIENCE = 10_000;

/** In milliseconds; a stop takes at most this much longer than its last request. */
const LOOKS_EVERY = 50;

/** Accepts nothing new, closes connections that rest, lets running requests finish, and cuts what is left after that. */
export async function closeApi(api: FastifyInstance, patience = PATIENCE): Promise<void> {
  const cut = setTimeout(() => {
    api.server.closeAllConnections();
  }, patience);
  // A connection whose request is answered meanwhile rests too, and its sender would keep it for the next one.
  const rest = setInterval(() => {
    api.server.closeIdleConnections();
  }, LOOKS_EVERY);
  try {
    await api.close();
  } finally {
    clearTimeout(cut);
    clearInterval(rest);
  }
}
