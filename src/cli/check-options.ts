import type { CopyContext, HouseStyle } from '../copydesk/house-style.ts';
import type { Severity } from '../copydesk/rule.ts';
import type { ProseFormat } from '../moving/prose/prose.ts';

export interface CheckOptions {
  json?: boolean;
  fix?: boolean;
  level: Severity;
  failOn?: 'error' | 'warning';
  format?: ProseFormat | 'jsonl';
  lang: 'ar' | 'en';
}

/** How the house writes, and what its archive knows. Without a newsroom: the defaults. */
export interface House {
  style: HouseStyle;
  context: CopyContext;
}

const gravity: Readonly<Record<Severity, number>> = { error: 2, warning: 1, info: 0 };

export const atLeast = (level: Severity) => (one: { severity: Severity }) =>
  gravity[one.severity] >= gravity[level];
