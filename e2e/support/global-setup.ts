import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { findChromium } from './find-program.ts';
import { type Paper, startPaper } from './program.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the tests' one Chromium takes connections. */
    browser: string;
    /** The demonstration paper, which tests only read: its address and its data folder. */
    demo: { url: string; data: string };
  }
}

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let closing: (() => Promise<void>)[] = [];

/** One browser and one demonstration paper for the whole run: both are slow to start. */
export async function setup(project: TestProject): Promise<void> {
  const executablePath = findChromium();
  if (executablePath === null)
    throw new Error(
      'No Chromium found: install Debian\'s "chromium", or name one with MATBAA_CHROMIUM.',
    );
  const paper: Paper = await startPaper({ demo: true });
  closing.push(() => paper.discard());
  const browser = await chromium.launchServer({ executablePath, args, headless: true });
  closing.push(() => browser.close());
  project.provide('demo', { url: paper.url, data: paper.data });
  project.provide('browser', browser.wsEndpoint());
}

export async function teardown(): Promise<void> {
  for (const close of closing.reverse()) await close();
  closing = [];
}
