import { readFileSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { usualDictionary } from '../newsroom/style/dictionary.ts';

/** Where everything of one newsroom is, from the environment; every value has a default. */
export interface Config {
  port: number;
  host: string;
  /** The data folder, absolute. */
  data: string;
  /** A PostgreSQL connection string; null for the embedded database in the data folder. */
  databaseUrl: string | null;
  /** Public scheme and host, without a slash at the end. */
  siteUrl: string;
  /** Whether an empty newsroom is filled with the demonstration paper. */
  demo: boolean;
  /** Lets `/metrics` be read from elsewhere than this machine. */
  metricsToken: string | null;
  /** A mail server, e.g. smtps://user:password@mail.example; null: links are handed on by people. */
  smtpUrl: string | null;
  /** Whom the paper's letters come from. */
  mailFrom: string;
  /** Signs cookies and links; several nodes need the same. Null: kept in the data folder. */
  secret: string | null;
  /** The key of readers' addresses, older ones after it; several nodes need the same. Null: kept in the data folder. */
  repliesKey: string | null;
  /** Whether webhooks may be of this machine or its network. */
  innerWebhooks: boolean;
  /** The folder with `ar.aff` and `ar.dic`, by which the desk knows words; it may have none. */
  dictionary: string;
}

/** A setting that cannot be used; the message names it and says what to do. */
export class BadConfig extends Error {
  override name = 'BadConfig';
}

const environment = z.object({
  MATBAA_PORT: z.coerce
    .number('MATBAA_PORT must be a port number, e.g. 4000.')
    .int()
    .min(1, 'MATBAA_PORT must be between 1 and 65535.')
    .max(65535, 'MATBAA_PORT must be between 1 and 65535.')
    .default(4000),
  MATBAA_HOST: z.string().min(1).default('127.0.0.1'),
  MATBAA_DATA: z.string().min(1).default('data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'DATABASE_URL must begin with postgres://')
    .optional(),
  MATBAA_SITE_URL: z
    .url({
      protocol: /^https?$/,
      error: 'MATBAA_SITE_URL must be an address like https://news.example',
    })
    .optional(),
  MATBAA_DEMO: z.string().optional(),
  MATBAA_METRICS_TOKEN: z.string().min(16, 'MATBAA_METRICS_TOKEN is too short.').optional(),
  MATBAA_SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'MATBAA_SMTP_URL must begin with smtp:// or smtps://')
    .optional(),
  MATBAA_MAIL_FROM: z.string().min(3).optional(),
  MATBAA_WEBHOOKS_PRIVATE: z.string().optional(),
  MATBAA_DICTIONARY: z.string().min(1).default(usualDictionary),
  MATBAA_REPLIES_KEY: z.string().min(43, 'MATBAA_REPLIES_KEY is too short.').optional(),
  MATBAA_SECRET: z.string().min(32, 'MATBAA_SECRET needs at least 32 characters.').optional(),
});

/** Reads the environment. @throws BadConfig that names the variable. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environment.safeParse(given);
  if (!parsed.success)
    throw new BadConfig(parsed.error.issues[0]?.message ?? 'A setting is not valid.');
  const values = parsed.data;
  const data = isAbsolute(values.MATBAA_DATA) ? values.MATBAA_DATA : resolve(values.MATBAA_DATA);
  const siteUrl =
    values.MATBAA_SITE_URL ??
    runningAt(data) ??
    `http://${values.MATBAA_HOST.includes(':') ? `[${values.MATBAA_HOST}]` : values.MATBAA_HOST}:${values.MATBAA_PORT}`;
  return {
    port: values.MATBAA_PORT,
    host: values.MATBAA_HOST,
    data,
    databaseUrl: values.DATABASE_URL ?? null,
    siteUrl: siteUrl.replace(/\/+$/, ''),
    demo: values.MATBAA_DEMO !== '0',
    metricsToken: values.MATBAA_METRICS_TOKEN ?? null,
    smtpUrl: values.MATBAA_SMTP_URL ?? null,
    mailFrom: values.MATBAA_MAIL_FROM ?? `matbaa@${new URL(siteUrl).hostname}`,
    secret: values.MATBAA_SECRET ?? null,
    repliesKey: values.MATBAA_REPLIES_KEY ?? null,
    innerWebhooks: values.MATBAA_WEBHOOKS_PRIVATE === '1',
    dictionary: resolve(values.MATBAA_DICTIONARY),
  };
}

/** Where the server that uses this data folder notes its address, for commands beside it. */
export const addressFile = (data: string): string => join(data, 'server.json');

const addressSchema = z.object({ url: z.string(), pid: z.number() });

/** The address of the server that is running on this data folder; null when none is. */
function runningAt(data: string): string | null {
  try {
    const { url, pid } = addressSchema.parse(JSON.parse(readFileSync(addressFile(data), 'utf8')));
    process.kill(pid, 0);
    return url;
  } catch {
    return null;
  }
}

const isSource = import.meta.url.endsWith('.ts');

/** The script of a worker thread, from the built program or, in tests, from the source. */
export function workerScript(
  name:
    | 'sqlite-worker'
    | 'search-worker'
    | 'search-thread'
    | 'desk-search-thread'
    | 'intake-thread',
): URL {
  if (!isSource) return new URL(`./${name}.js`, import.meta.url);
  const room = name === 'sqlite-worker' ? '../store' : '.';
  return new URL(`${room}/${name}.ts`, import.meta.url);
}

/** The folder of built styles and fonts. */
export const assetsFolder = fileURLToPath(
  new URL(isSource ? '../../dist/assets/' : '../assets/', import.meta.url),
);

/** The folder of the built desk. */
export const deskFolder = fileURLToPath(
  new URL(isSource ? '../../dist/desk/' : '../desk/', import.meta.url),
);
