import { createHmac } from 'node:crypto';

const prefix = 'whsec_';

/** A new secret, in the form that libraries of Standard Webhooks take. */
export const secretFrom = (bytes: Buffer): string => prefix + bytes.toString('base64');

/**
 * The headers of one delivery after the Standard Webhooks specification: HMAC-SHA256 over
 * `id.timestamp.body`, so that neither an old delivery nor a changed one passes for new.
 */
export function signedHeaders(
  secret: string,
  delivery: { id: string; at: number; body: string },
): Record<string, string> {
  const timestamp = String(Math.floor(delivery.at / 1000));
  const key = Buffer.from(secret.slice(prefix.length), 'base64');
  const signature = createHmac('sha256', key)
    .update(`${delivery.id}.${timestamp}.${delivery.body}`)
    .digest('base64');
  return {
    'webhook-id': delivery.id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
}
