import { betterAuth } from 'better-auth';
import { twoFactor } from 'better-auth/plugins';
import type { Store } from '../../store/store.ts';
import { storeAdapter } from './store-adapter.ts';

/** The header in which the server notes whom it talks to; never taken from outside. */
export const addressHeader = 'x-matbaa-address';

const day = 24 * 60 * 60;
const times = { createdAt: 'created_at', updatedAt: 'updated_at' } as const;

export interface AuthParts {
  store: Store;
  /** Public scheme and host. */
  siteUrl: string;
  /** Signs cookies and seals the second factor's secrets. */
  secret: string;
}

/** Sign-in by better-auth over the newsroom's own store. Nobody signs up by themselves. */
export function signInOver({ store, siteUrl, secret }: AuthParts) {
  return betterAuth({
    appName: 'مطبعة',
    baseURL: siteUrl,
    basePath: '/api/auth',
    secret,
    // A newsroom is opened by more names than one (localhost, an address): what asks the very
    // host that it came from is our own page.
    trustedOrigins: (request) => {
      const host = request?.headers.get('host');
      const scheme = new URL(siteUrl).protocol;
      return host === null || host === undefined ? [siteUrl] : [siteUrl, `${scheme}//${host}`];
    },
    database: storeAdapter(store),
    telemetry: { enabled: false },
    logger: { level: 'error' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      revokeSessionsOnPasswordReset: true,
    },
    disabledPaths: ['/sign-up/email', '/update-user', '/change-email', '/delete-user'],
    user: {
      modelName: 'users',
      fields: { emailVerified: 'email_verified', ...times },
      additionalFields: {
        role: { type: 'string', input: false, required: false },
        language: { type: 'string', input: false, required: false },
        disabled: { type: 'number', input: false, required: false },
      },
    },
    session: {
      modelName: 'sessions',
      fields: {
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        userId: 'user_id',
        ...times,
      },
      expiresIn: 14 * day,
      updateAge: day,
    },
    account: {
      modelName: 'accounts',
      fields: {
        accountId: 'account_id',
        providerId: 'provider_id',
        userId: 'user_id',
        ...times,
      },
    },
    verification: { modelName: 'verifications', fields: { expiresAt: 'expires_at', ...times } },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 120,
      customRules: {
        '/sign-in/email': { window: 60, max: 20 },
        '/two-factor/*': { window: 60, max: 10 },
        '/get-session': { window: 60, max: 600 },
      },
    },
    databaseHooks: {
      session: {
        create: {
          // Whoever was shut out does not come back in with a password that still fits.
          before: async (session) => {
            const user = await store.read
              .selectFrom('users')
              .select('disabled')
              .where('id', '=', session.userId)
              .executeTakeFirst();
            return user === undefined || user.disabled !== 0 ? false : undefined;
          },
        },
      },
    },
    advanced: {
      cookiePrefix: 'matbaa',
      ipAddress: { ipAddressHeaders: [addressHeader] },
      useSecureCookies: siteUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
    },
    plugins: [
      twoFactor({
        issuer: 'مطبعة',
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            modelName: 'two_factor',
            fields: {
              userId: 'user_id',
              backupCodes: 'backup_codes',
              failedVerificationCount: 'failed_verification_count',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
    ],
  });
}
export type SignIn = ReturnType<typeof signInOver>;
