import { bench } from './stories/bench.ts';
import { boatbuilder } from './stories/boatbuilder.ts';
import { bookFair } from './stories/book-fair.ts';
import { bridge } from './stories/bridge.ts';
import { buses } from './stories/buses.ts';
import { clinic } from './stories/clinic.ts';
import { letterer } from './stories/letterer.ts';
import { match } from './stories/match.ts';
import { medicine } from './stories/medicine.ts';
import { rowing } from './stories/rowing.ts';
import { scales } from './stories/scales.ts';
import { water } from './stories/water.ts';
import { wheat } from './stories/wheat.ts';
import { wind } from './stories/wind.ts';
import type { DemoStory } from './types.ts';

/** Newest first. */
export const stories: readonly DemoStory[] = [
  water,
  bridge,
  bookFair,
  wind,
  clinic,
  match,
  buses,
  bench,
  wheat,
  medicine,
  rowing,
  scales,
  letterer,
  boatbuilder,
];
